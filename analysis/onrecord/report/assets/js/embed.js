// A chart as a page of its own: a picture for wide and one for narrow screens, its words and its
// numbers. It runs no script and fetches nothing.
const EMBED_STYLE = `
  :root { color-scheme: light; } body { margin: 0; padding: .75rem; background: #fff; color: #1d2129;
    font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif; }
  figure { margin: 0; } h1 { font-size: 1.2rem; line-height: 1.3; margin: 0; } img { display: block; width: 100%; height: auto; }
  p { margin: .4rem 0; } figcaption, summary, table { font-size: .85rem; color: #5a6270; }
  table { border-collapse: collapse; } th, td { text-align: left; vertical-align: top; padding: .25rem .8rem .25rem 0;
    border-bottom: 1px solid #e6e8ec; font-weight: 400; } thead th { font-weight: 600; }`;
const SLIM = 400; // pixels, the narrow picture's width

// The numbers, without what opens sentences.
function plainTable(chart) {
  const lines = chartLines(chart).map(({ cells }) => cells);
  const series = lines.some((cells) => cells.series);
  const row = (cells, tag, scope) => make("tr", {}, ...cells.map((text, n) => make(n ? tag : "th", { scope: n ? null : scope }, text)));
  const head = ["Mark", ...(series ? ["Series"] : []), "What the chart says"];
  return make("table", {}, make("thead", {}, make("tr", {}, ...head.map((text) => make("th", { scope: "col" }, text)))),
    make("tbody", {}, ...lines.map(({ name, series: of, said }) => row([name, ...(series ? [of] : []), said], "td", "row"))));
}

async function embedded(chart) {
  const [wide, slim] = await Promise.all([picture(chart, "svg", { words: [] }),
    picture(chart, "svg", { words: [], width: SLIM, figure: narrowed(chart.wide) })]);
  const { caption = "", alt = "" } = chart.meta;
  const page = document.implementation.createHTMLDocument(chart.heading);
  page.documentElement.lang = "en";
  page.head.prepend(make("meta", { charset: "utf-8" }), make("meta", { "http-equiv": "Content-Security-Policy",
    content: "default-src 'none'; img-src data:; style-src 'unsafe-inline'" }),
  make("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }));
  page.head.append(make("style", {}, EMBED_STYLE));
  page.body.append(make("figure", {}, make("h1", {}, visible(chart.heading)),
    make("picture", {}, make("source", { media: "(max-width: 40rem)", srcset: slim }), make("img", { src: wide, alt: visible(alt) })),
    make("figcaption", {}, make("p", {}, visible(caption)), make("p", {}, sourceWords().join(" ")))),
  make("details", {}, make("summary", {}, "The numbers"), plainTable(chart)));
  return `<!DOCTYPE html>\n${new XMLSerializer().serializeToString(page.documentElement)}\n`;
}

async function takeEmbed(chart) {
  save(`${fileName(chart.title)}.html`, await embedded(chart), "text/html");
}
