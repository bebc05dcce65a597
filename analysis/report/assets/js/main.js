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

async function start() {
  startTheme();
  const payload = JSON.parse(await unpack("or-payload"));
  Object.assign(site, { links: payload.links, templates: payload.templates,
    estimate: payload.estimate });
  readEvidence(await evidenceColumns());
  startEvidence();
  startFilter();
  startTables(payload.tables);
  startArticle();
  startContents();
  if (payload.figures.length) await startCharts(await loadLibrary(), payload.figures);
  document.documentElement.dataset.ready = "true";
}

start().catch((error) => {
  document.documentElement.dataset.ready = "failed";
  console.error(error);
});
