// What a page does when it is opened.
const site = { links: {}, days: [], templates: {}, beside: null, sentences: null, capped: null };

// A place in the page keeps its address: it is made of the heading's words.
function anchorOf(head, used) {
  const base = head.textContent.toLowerCase().normalize("NFKD").replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "") || "part";
  let name = base;
  for (let n = 2; used.has(name) || (byId(name) && byId(name) !== head); n += 1) name = `${base}-${n}`;
  used.add(name);
  return name;
}

function startContents() {
  const heads = [...document.querySelectorAll("#or-main h2")];
  if (heads.length < 2) return;
  const nav = byId("or-contents");
  const used = new Set();
  heads.forEach((head) => { head.id = anchorOf(head, used); });
  nav.append(make("p", {}, "On this page"), make("ol", {}, ...heads.map((head) =>
    make("li", {}, make("a", { href: `#${head.id}` }, head.textContent)))));
  nav.hidden = false;
  const seen = new IntersectionObserver((entries) => entries.forEach((entry) => {
    const link = nav.querySelector(`a[href="#${CSS.escape(entry.target.id)}"]`);
    if (link && entry.isIntersecting) {
      nav.querySelectorAll("[aria-current]").forEach((old) => old.removeAttribute("aria-current"));
      link.setAttribute("aria-current", "true");
    }
  }), { rootMargin: "-10% 0px -70% 0px" });
  heads.forEach((head) => seen.observe(head));
}

// The pages of the site, which change more often than this one.
async function readLinks(root) {
  const { days, ...links } = JSON.parse(await unpacked(globalThis.onrecordLinks));
  for (const of of Object.values(links)) for (const name of Object.keys(of)) of[name] = root + of[name];
  Object.assign(site, { links, days });
}

// What is seen first comes first: the first chart before the tables and the other charts.
async function start() {
  startTheme();
  const library = byId("or-library") || byId("or-beside") ? loadLibrary() : null;
  const payload = JSON.parse(await unpack("or-payload"));
  const { links, days, templates, beside: file, sentences, capped } = payload;
  Object.assign(site, { links, days, templates, beside: file, sentences, capped });
  site.within = Boolean(byId("or-evidence"));
  if (globalThis.onrecordLinks) await readLinks(payload.root);
  startEvidence();
  startContents();
  startArticle();
  startNews();
  // where the address names a filter, nothing else is shown first
  const asked = Object.keys(askedHere()).length && await loadRows();
  if (asked) { startRecount(); startFilter(); }
  const others = library ? await startCharts(await library, payload.figures) : async () => {};
  const counts = await loadRows();
  startTables(payload.tables);
  if (counts) startRelated();
  if (counts) { startAnswers(); startMissed(); }
  if (counts && !asked) { startRecount(); startFilter(); }
  if (counts) { startSides(); startSearch(); }
  await others();
  showAsked();
  document.documentElement.dataset.ready = "true";
}

start().catch((error) => {
  document.documentElement.dataset.ready = "failed";
  console.error(error);
});
