// What a page does when it is opened.
const site = { links: {}, templates: {}, estimate: {} };

function startContents() {
  const heads = [...document.querySelectorAll("#or-main h2")];
  if (heads.length < 2) return;
  const nav = byId("or-contents");
  heads.forEach((head, n) => { head.id = head.id || `part-${n + 1}`; });
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

// What is seen first comes first: the first chart before the tables and the other charts.
async function start() {
  startTheme();
  const library = byId("or-library") || byId("or-beside") ? loadLibrary() : null;
  const payload = JSON.parse(await unpack("or-payload"));
  Object.assign(site, { links: payload.links, templates: payload.templates,
    estimate: payload.estimate });
  readEvidence(await evidenceColumns());
  startEvidence();
  startFilter();
  startContents();
  const others = library ? await startCharts(await library, payload.figures) : async () => {};
  startTables(payload.tables);
  startArticle();
  await others();
  document.documentElement.dataset.ready = "true";
}

start().catch((error) => {
  document.documentElement.dataset.ready = "failed";
  console.error(error);
});
