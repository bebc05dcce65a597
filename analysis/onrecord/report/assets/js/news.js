// The findings as the filter leaves them, and what stands behind each.

// A button that opens what is behind a finding.
function findingButton({ behind, key }) {
  return make("button", { type: "button", class: "or-more", "data-finding": key,
    onclick: (event) => showEvidence(behind, "Behind this finding", event.currentTarget) }, "See the evidence");
}

// Buttons that the package wrote know their finding by name, or the ids behind it.
function startNews() {
  document.querySelectorAll("button[data-evidence]").forEach((button) => {
    button.hidden = !(byId("or-rows") || site.beside); // an index carries none
    button.addEventListener("click", async () => {
      await loadRows();
      const { finding, evidence, title } = button.dataset;
      const found = finding === "pair" ? pairNews(rows.base)
        : newsOf(rows.base).find(({ key }) => key === finding);
      showEvidence(found ? found.behind : meant(evidence), title || "Evidence", button);
    });
  });
}

function barNodes(bars) {
  if (!bars.length) return null;
  return make("dl", { class: "or-bars" }, ...bars.map(({ name, part, label }) => make("div", {},
    make("dt", {}, visible(name)), make("dd", {}, make("meter",
      { value: part.toFixed(4), min: "0", max: "1", "aria-hidden": "true" }), make("span", {}, label)))));
}

// The lead of a part: of a corpus what is left and its findings, of one speaker or actor a sentence.
function leadNodes(kind, part, list) {
  const opening = openingText(kind, part);
  if (list) {
    const shown_ = new Set();
    let last = Promise.resolve();
    return [make("li", {}, make("p", { class: "or-lead" }, opening)), ...newsOf(part).map((found) => {
      const best = make("blockquote", { hidden: true });
      last = last.then(() => fillBest(best, found.behind, shown_)); // one after another: none twice
      return make("li", {}, make("p", { class: "or-lead" }, visible(found.sentence)), barNodes(found.bars), best,
        make("p", {}, findingButton(found)));
    })];
  }
  const found = part.arts.length ? pairNews(part) : null;
  if (!found) return [part.arts.length ? `${opening} ${noPair(part)}` : opening];
  return [visible(`${opening} ${found.sentence} `), findingButton(found)];
}

// The rows of sentences behind a mark, the first ones, with what is counted of each.
async function passagesRead(behind) {
  const tried = passagesOf(behind).slice(0, TRIED);
  await loadSentences(tried.map(({ art }) => art));
  const { score } = rows.all.statements;
  return tried.map(({ id }, n) => rows.byId.get(id) && { ...rows.byId.get(id),
    score: n < (behind.statements || []).length ? score[behind.statements[n]] / UNIT : null }).filter(Boolean);
}

// Of the first rows behind a finding the one that reads best.
async function fillBest(box, behind, shown_) {
  let best = null;
  try {
    best = bestOf(await passagesRead(behind), shown_);
  } catch { return; } // the finding stands without a quote
  if (best) fillQuote(box, best);
}

function fillQuote(box, best) {
  const title = visible(best.title || "Untitled article");
  const facts = [best.outlet, best.published && dayWords(best.published, true)].filter(Boolean);
  box.append(make("p", {}, visible(best.text)), make("footer", {},
    make("strong", {}, visible(best.speaker || "Speaker not known")), " in ",
    titleLink(best.article_id, title, `#at-${best.start}`),
    ...facts.map((fact) => ` · ${visible(fact)}`)));
  box.hidden = false;
}
