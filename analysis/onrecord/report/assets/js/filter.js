// The filter: its fields, its chips, and its place in the page's address.
const FILTERS = [
  ["speaker", "Speaker"], ["actor", "Actor"], ["outlet", "Outlet"],
  ["since", "From"], ["until", "To"],
];
const LONG = 400; // names, above which they are typed and not picked

// What the address asks for: `#outlet=The+Lantern&since=2031-03-01`.
function askedHere() {
  const given = new URLSearchParams(location.hash.slice(1));
  return Object.fromEntries(FILTERS.map(([name]) => [name, given.get(name)]).filter(([, value]) => value));
}

function address(asked) {
  const query = new URLSearchParams({ ...asked, ...sidesQuery() }).toString();
  return query ? `#${query}` : `${location.pathname}${location.search}`;
}

function askedIn(form) {
  return Object.fromEntries([...new FormData(form)].filter(([, value]) => value));
}

// Everything with a number follows.
function applyFilter(asked, form) {
  const any = Object.keys(asked).length > 0;
  const start = performance.now();
  rows.asked = any ? asked : null;
  rows.part = any ? new Part(rows.all, { ...rows.base.asked, ...asked }) : rows.base;
  for (const input of form.querySelectorAll("[name]")) input.value = asked[input.name] || "";
  document.documentElement.classList.toggle("or-filtered", any);
  form.classList.toggle("or-active", any);
  byId("or-filter-toggle").classList.toggle("or-active", any);
  const { kind } = document.documentElement.dataset;
  const [left, every] = [rows.part, rows.base].map((part) => articlesOf(kind, part));
  const said = any ? `${grouped(left)} of ${one(every, "article")}` : "";
  form.querySelector("output").textContent = wrong(asked) || said;
  chips(asked, form, wrong(asked) || said);
  followAll();
  announce(any ? wrong(asked) || `Filter on: ${said}` : "Filter off");
  document.documentElement.dataset.filterTook = String(Math.round(performance.now() - start));
}

const wrong = ({ since, until }) =>
  (since && until && since > until ? "From is later than To: no day is left." : "");

// What is filtered by, under the title and above every chart and table that follows.
function chips(asked, form, said) {
  const box = byId("or-chips");
  const chip = ([name, label]) => make("button", { type: "button", class: "or-chip",
    "aria-label": `Remove the filter ${label}: ${visible(asked[name])}`,
    onclick: () => ask({ ...asked, [name]: undefined }, form) },
  `${label}: ${visible(asked[name])} ×`);
  const given = FILTERS.filter(([name]) => asked[name]);
  box.replaceChildren(...(given.length ? [make("strong", {}, said), ...given.map(chip)] : []));
  box.hidden = !given.length;
}

// A filter that the reader chose: the address keeps it, and Back takes it back.
function ask(asked, form) {
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value));
  history.pushState(null, "", address(given));
  applyFilter(given, form);
}

// What can be asked for, with how many articles, quotes or statements of a part are of it.
function choices(name, part = rows.base) {
  const { all } = rows;
  const counts = new Map();
  const count = (value) => { if (value >= 0) counts.set(value, (counts.get(value) || 0) + 1); };
  if (name === "outlet") part.arts.forEach((art) => count(all.articles.outlet[art]));
  else if (name === "speaker") part.quotes.forEach((row) => count(all.quotes.speaker[row]));
  else part.statements.forEach((row) => count(all.statements.target[row]));
  return [...counts].map(([value, n]) => [all.names[value], n])
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
}

const choiceWords = (value, n) => `${visible(value)} (${grouped(n)})`;

// How many there are of each under the other fields of the filter.
function recountChoices(name, input) {
  const { [name]: own, ...others } = rows.asked || {};
  const part = Object.keys(others).length ? new Part(rows.all, { ...rows.base.asked, ...others }) : rows.base;
  const counts = new Map(choices(name, part));
  [...input.options].filter(({ value }) => value)
    .forEach((option) => { option.textContent = choiceWords(option.value, counts.get(option.value) || 0); });
}

function field(name, label, form) {
  const id = `or-filter-${name}`;
  const more = [];
  let input;
  if (name === "since" || name === "until") {
    const { days } = rows.base;
    if (!days.length || days[0].slice(0, 10) === days[days.length - 1].slice(0, 10)) return null;
    input = make("input", { type: "date", id, name, min: days[0].slice(0, 10),
      max: days[days.length - 1].slice(0, 10) });
  } else {
    const options = choices(name);
    if (options.length < 2) return null;
    if (options.length > LONG) {
      const list = make("datalist", { id: `${id}-names` }, ...options.slice(0, 2 * LONG)
        .map(([value]) => make("option", { value })));
      input = make("input", { id, name, list: `${id}-names`, autocomplete: "off", placeholder: "any name" });
      more.push(list);
    } else {
      input = make("select", { id, name }, make("option", { value: "" }, "all"),
        ...options.map(([value, n]) => make("option", { value }, choiceWords(value, n))));
      follows(input, () => recountChoices(name, input));
    }
  }
  input.addEventListener("change", () => ask(askedIn(form), form));
  return make("label", { for: id }, make("span", {}, label), input, ...more);
}

function startFilter() {
  const form = byId("or-filters");
  const fields = FILTERS.map(([name, label]) => field(name, label, form)).filter(Boolean);
  if (!fields.length) return;
  form.append(...fields, make("button", { type: "reset" }, "Clear"), make("output", {}));
  form.addEventListener("reset", () => setTimeout(() => ask({}, form)));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  const toggle = byId("or-filter-toggle"); // to be seen on a phone alone
  toggle.hidden = false;
  toggle.addEventListener("click", () => {
    const open = form.classList.toggle("or-unfolded");
    toggle.setAttribute("aria-expanded", String(open));
  });
  // an anchor within the page is no other filter
  const follow = () => {
    const asked = askedHere();
    if (!Object.keys(asked).length && location.hash.length > 1 && !location.hash.includes("=")) return;
    restoreSides();
    if (JSON.stringify(asked) !== JSON.stringify(rows.asked || {})) applyFilter(asked, form);
  };
  window.addEventListener("popstate", follow);
  window.addEventListener("hashchange", follow);
  if (Object.keys(askedHere()).length) applyFilter(askedHere(), form);
}
