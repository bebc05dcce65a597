// The statements of the page, and which of them the filter leaves.
const rows = { of: 0, all: [], byId: new Map(), table: {}, left: null };
const filterListeners = [];
const FILTERS = [
  ["speaker", "Speaker"], ["actor", "Actor"], ["outlet", "Outlet"],
  ["since", "From"], ["until", "To"],
];

function readEvidence(columns) {
  const { texts = [], of = 0, ...given } = columns || {};
  rows.of = of; // how many there are where the page holds a part
  const names = Object.keys(given);
  const count = names.length ? given[names[0]].length : 0;
  for (let n = 0; n < count; n += 1) {
    const row = {};
    for (const name of names) row[name] = given[name][n];
    row.text = texts[row.text]; // held once, however many rows show it
    row.actors = row.actors || (row.target ? [row.target] : []);
    rows.all.push(row);
    rows.byId.set(row.evidence_id, row);
    rows.table[row.evidence_id] = row;
  }
}

function passes(row, asked) {
  if (asked.speaker && row.speaker !== asked.speaker) return false;
  if (asked.actor && !row.actors.includes(asked.actor)) return false;
  if (asked.outlet && row.outlet !== asked.outlet) return false;
  if (asked.since && !(row.published && row.published >= asked.since)) return false;
  if (asked.until && !(row.published && row.published.slice(0, 10) <= asked.until)) return false;
  return true;
}

// Evidence ids of a mark, without those that the filter leaves out.
function remaining(ids) {
  const list = Array.isArray(ids) ? ids : String(ids || "").split(" ").filter(Boolean);
  return rows.left ? list.filter((id) => rows.left.has(id) || !rows.byId.has(id)) : list;
}

function applyFilter(form) {
  const asked = Object.fromEntries(new FormData(form));
  const any = Object.values(asked).some(Boolean);
  rows.left = any
    ? new Set(rows.all.filter((row) => passes(row, asked)).map((row) => row.evidence_id)) : null;
  form.classList.toggle("or-active", any);
  byId("or-filter-toggle").classList.toggle("or-active", any);
  const count = rows.left ? rows.left.size : rows.all.length;
  form.querySelector("output").textContent =
    rows.left ? `${count.toLocaleString("en")} of ${one(rows.all.length, "passage")}` : "";
  filterListeners.forEach((listener) => listener());
  announce(rows.left ? `Filter on: ${one(count, "passage")} left` : "Filter off");
}

function choices(name) {
  const found = new Map();
  for (const row of rows.all) {
    const values = name === "actor" ? row.actors : [row[name]];
    for (const value of values) if (value) found.set(value, (found.get(value) || 0) + 1);
  }
  return [...found].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
}

function field(name, label, form) {
  const id = `or-filter-${name}`;
  let input;
  if (name === "since" || name === "until") {
    const days = rows.all.map((row) => row.published).filter(Boolean).sort();
    if (!days.length || days[0] === days[days.length - 1]) return null;
    input = make("input", { type: "date", id, name, min: days[0].slice(0, 10),
      max: days[days.length - 1].slice(0, 10) });
  } else {
    const options = choices(name);
    if (options.length < 2) return null;
    input = make("select", { id, name }, make("option", { value: "" }, "all"),
      ...options.map(([value, count]) =>
        make("option", { value }, `${visible(value)} (${count})`)));
  }
  input.addEventListener("change", () => applyFilter(form));
  return make("label", { for: id }, make("span", {}, label), input);
}

function startFilter() {
  if (rows.of) return; // numbers of a part would not be those of the whole
  const form = byId("or-filters");
  const fields = FILTERS.map(([name, label]) => field(name, label, form)).filter(Boolean);
  if (!fields.length) return;
  const reset = make("button", { type: "reset" }, "Clear");
  form.append(...fields, reset, make("output", {}));
  form.addEventListener("reset", () => setTimeout(() => applyFilter(form)));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  const toggle = byId("or-filter-toggle"); // to be seen on a phone alone
  toggle.hidden = false;
  toggle.addEventListener("click", () => {
    const open = form.classList.toggle("or-unfolded");
    toggle.setAttribute("aria-expanded", String(open));
  });
}
