// The ticks under a passage in the drawer: right, wrong speaker, wrong stance, no quote.
function lineOf(row) {
  const chars = Array.from(row.text || "");
  const anchor = ([, start, end]) => ({ text: chars.slice(start, end).join(""), start: row.start + start, end: row.start + end });
  const of = (role) => row.marks.filter(([each]) => each === role).map(anchor);
  const told = row.voice === "narrator";
  const words = told ? [{ text: row.text, start: row.start, end: row.start + chars.length }] : of("content");
  const [target] = of("target");
  const stances = row.label && target ? [{ target: row.target, label: row.label, anchor: target }] : [];
  const beside = { title: row.title, outlet: row.outlet, url: addressOf(row) };
  const article = { id: row.article_id, ...Object.fromEntries(Object.entries(beside).filter(([, value]) => value)) };
  const was = told ? { voice: "narrator", stances } : {
    speakers: row.speaker ? [row.speaker] : [], source: of("source"), cue: of("cue"),
    confidence: row.confidence, stances };
  return { article, words, was };
}

const shortWords = (words) => (words.length > 40 ? `${words.slice(0, 40)}…` : words);

function ticks(row) {
  if (row.start === null || row.start === undefined) return null;
  const line = lineOf(row);
  const told = row.voice === "narrator";
  if (!line.words.length || (told && !line.was.stances.length)) return null;
  const about = `${row.article_id} ${line.words.map(({ start, end }) => `${start}-${end}`).join(",")}`;
  const [stance] = line.was.stances;
  const toward = stance && `stance ${stance.anchor.start}-${stance.anchor.end}`;
  const words = shortWords(line.words[0].text);
  const box = make("div", { class: "or-ticks", role: "group", "aria-label": "Is this right?" });
  const more = make("div", { class: "or-tick-more" });

  const give = (question, said, kind, is) => {
    giveAnswer(about, question, `${words} — ${said}`, { kind, ...line, is });
    draw();
  };
  // Once given, a tick takes its answer back.
  function tick(label, question, kind, does) {
    const given = answerOf(`${about} ${question}`);
    const on = Boolean(given && given.line.kind === kind);
    return make("button", { type: "button", "aria-pressed": String(on), onclick: () => {
      if (!on) return does();
      takeBack(given.key);
      return draw();
    } }, label);
  }

  function ask(nodes) {
    more.replaceChildren(...nodes);
    more.querySelector("input, button")?.focus();
  }

  const speaker = () => ask([...nameField("Who speaks?", (name) =>
    give("speaker", name, "speaker", { speakers: [name] })),
  make("button", { type: "button", onclick: () => give("speaker", "nobody known", "speaker", { speakers: [] }) }, "Nobody known")]);

  const side = () => ask(LABELS.filter((label) => label !== stance.label).map((label) =>
    make("button", { type: "button", onclick: () => give(toward, `${stance.target}: ${label}`, "stance", { ...stance, label }) },
      (told ? TOLD : SPOKEN)[label])));

  function draw() {
    const had = box.contains(document.activeElement);
    more.replaceChildren();
    box.replaceChildren(...[
      tick("Right", "whole", "right", () => give("whole", "right", "right", {})),
      told ? null : tick("Wrong speaker", "speaker", "speaker", speaker),
      stance ? tick("Wrong stance", toward, "stance", side) : null,
      told ? null : tick("No quote", "whole", "no quote", () => give("whole", "no quote", "no quote", {})),
      more].filter(Boolean));
    if (had) box.querySelector("[aria-pressed=true], button").focus();
  }
  draw();
  return box;
}
