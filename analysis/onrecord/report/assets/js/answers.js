// What a reader corrects: kept in this browser until it is saved as corrections.jsonl, which
// `onrecord review STORE --take corrections.jsonl` takes in. Lines are those of
// `onrecord.corrections`; offsets count characters of the article, and the command looks again
// which words they are.
const answers = { on: false, who: "reviewer", kept: [], saved: true, lasting: true };
const answerListeners = [];

// One place for all pages of a site, another for a page that stands alone.
function answersName() {
  const home = new URL(site.sentences || window.location.href, window.location.href);
  return `or-answers ${home.pathname}`;
}

function readAnswers() {
  try {
    const { on, who, kept, saved } = JSON.parse(stored(answersName()) || "{}");
    Object.assign(answers, { on: on === true, who: who || "reviewer", kept: kept || [], saved: saved !== false });
  } catch { /* what lies there is not ours */ }
}

function storeAnswers() {
  const { on, who, kept, saved } = answers;
  try {
    window.localStorage.setItem(answersName(), JSON.stringify({ on, who, kept, saved }));
    answers.lasting = true;
  } catch {
    answers.lasting = false;
  }
}

function keepAnswers() {
  storeAnswers();
  answerListeners.forEach((listener) => listener());
}

const answerOf = (key) => answers.kept.find((each) => each.key === key);

// Of several answers to one question the last counts; "right" and "no quote" are about all of it.
function giveAnswer(about, question, said, line) {
  const key = `${about} ${question}`;
  const whole = question === "whole";
  answers.kept = answers.kept.filter((each) => each.key !== key && !(whole && each.about === about)
    && !(!whole && each.about === about && each.question === "whole"));
  answers.kept.push({ key, about, question, said, line: {
    ...line, who: answers.who, when: new Date().toISOString().replace("Z", "+00:00") } });
  answers.saved = false;
  keepAnswers();
}

function takeBack(key) {
  answers.kept = answers.kept.filter((each) => each.key !== key);
  answers.saved = answers.saved || !answers.kept.length;
  keepAnswers();
}

function saveAnswers() {
  const lines = answers.kept.map(({ line }) => JSON.stringify({ ...line, who: answers.who }));
  save("corrections.jsonl", `${lines.join("\n")}\n`, "application/x-ndjson");
  answers.saved = true;
  keepAnswers();
  announce("Saved.");
}

// Names that can be chosen: those that speak, and those that are spoken of.
const knownNames = once(() => {
  const { names, statements, quotes } = rows.all;
  const all = new Set([...quotes.speaker, ...statements.speaker, ...statements.target]);
  return [...all].filter((n) => n >= 0).map((n) => names[n]).sort();
});

function nameField(label, done) {
  const list = make("datalist", { id: "or-names" }, ...knownNames().map((value) => make("option", { value })));
  const field = make("input", { "aria-label": label, placeholder: label, list: "or-names", class: "or-name" });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !field.value.trim()) return;
    event.preventDefault();
    done(field.value.trim());
  });
  return [field, list];
}

// One in the bar and one in the drawer, which lies over the bar.
function reviewButton() {
  const button = make("button", { type: "button", class: "or-review", "aria-pressed": String(answers.on) }, "Review");
  button.title = "Say what is right and what is not; your answers stay in this browser until you save them";
  button.addEventListener("click", () => {
    answers.on = !answers.on;
    keepAnswers();
  });
  return button;
}

function startAnswers() {
  readAnswers();
  byId("or-theme").before(reviewButton());
  const box = make("section", { id: "or-answers", class: "or-answers", "aria-label": "Your answers" });
  document.body.append(box);
  const show = () => {
    document.querySelectorAll(".or-review").forEach((one) => one.setAttribute("aria-pressed", String(answers.on)));
    document.body.classList.toggle("or-reviewing", answers.on);
    box.replaceChildren(...answerBar());
  };
  answerListeners.push(show);
  show();
  window.addEventListener("beforeunload", (event) => {
    if (!answers.lasting && !answers.saved) event.preventDefault();
  });
}

function answerBar() {
  const { kept, saved, lasting } = answers;
  const who = make("input", { "aria-label": "Your name", value: answers.who, class: "or-who" });
  who.addEventListener("input", () => {
    answers.who = who.value.trim() || "reviewer";
    storeAnswers(); // the bar stays as it is while somebody writes in it
  });
  const state = saved ? "saved; the command: onrecord review STORE --take corrections.jsonl"
    : lasting ? "kept in this browser, not saved" : "not kept by this browser: save them before you leave";
  const list = make("ul", {}, ...kept.map(({ key, said }) => make("li", {}, visible(said), " ",
    make("button", { type: "button", "aria-label": `Take back: ${said}`, onclick: () => takeBack(key) }, "Take back"))));
  const left = kept.length ? state
    : byId("or-main").querySelector(".or-article") ? "answer in the margin's notes, or select words that are a missed quote"
      : "open the sentences behind a mark and answer there";
  return [
    make("details", {}, make("summary", {}, `${one(kept.length, "answer")}: ${left}`), list),
    make("label", {}, "You are ", who),
    make("button", { type: "button", disabled: !kept.length, class: "or-save", onclick: saveAnswers }, "Save corrections.jsonl"),
    saved && kept.length ? make("button", { type: "button", onclick: () => {
      answers.kept = [];
      keepAnswers();
    } }, "Start anew") : null,
    byId("or-missed") || make("div", { id: "or-missed" }),
  ].filter(Boolean);
}
