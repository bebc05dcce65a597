// What an answer needs beside its key: a name, or a side.
const MOST = 9; // names that one key chooses

// Names that stand in the words shown come first.
function nearest(view, names) {
  const words = new Set(view.text.match(/[\p{L}\p{N}'’-]+/gu) || []);
  const here = (name) => name.split(/\s+/).some((word) => words.has(word) && /\p{Lu}/u.test(word));
  const near = names.filter((name) => here(name) && !view.speakers.includes(name));
  return near.slice(0, MOST);
}

// `more` are choices that are no names: [key, label, value]; a key counts while nothing is typed.
function askName(label, view, names, { more = [], done, leave }) {
  const near = nearest(view, names);
  const list = node("datalist", { id: `names-${Math.random().toString(36).slice(2)}` },
    ...names.map((name) => node("option", { value: name })));
  const field = node("input", { "aria-label": label, placeholder: label, list: list.id });
  field.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") leave();
    if (event.key === "Enter" && field.value.trim()) done(field.value.trim());
    const other = field.value ? null : more.find(([key]) => key === event.key);
    if (other) {
      event.preventDefault();
      done(other[2]);
    }
    const number = Number(event.key);
    if (!field.value && number >= 1 && number <= near.length) {
      event.preventDefault();
      done(near[number - 1]);
    }
  });
  const choices = near.map((name, at) =>
    node("button", { type: "button", text: `${at + 1}  ${name}`, onclick: () => done(name) }));
  for (const [key, text, value] of more)
    choices.push(node("button", { type: "button", text: `${key}  ${text}`, onclick: () => done(value) }));
  return { row: node("div", { class: "ask" }, ...choices, field, list), focus: field };
}

function askSide(view, { done, leave }) {
  const rows = view.stances.map((stance, number) => node("div", { class: "side" },
    node("span", { text: `${stance.target}: ` }),
    ...["favor", "against", "none"].map((label) => node("button", {
      type: "button", text: `${label[0]}  ${label}`, disabled: label === stance.label,
      "data-letter": label[0], onclick: () => done(number, label) }))));
  const row = node("div", { class: "ask" }, ...rows);
  row.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" && event.key.length > 1) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") leave();
    const mine = event.target.closest(".side");
    mine?.querySelector(`button[data-letter="${event.key}"]:not([disabled])`)?.click();
  });
  return { row, focus: row.querySelector("button:not([disabled])") };
}
