// The drawer: the sentences behind a mark, with who says what in them.
const drawer = { opener: null, shown: 30 };

function markedText(row) {
  const chars = Array.from(row.text || ""); // offsets count characters, not UTF-16 units
  const marks = (row.marks || []).filter(([, start, end]) => end > start);
  const cuts = [...new Set([0, chars.length, ...marks.flatMap(([, s, e]) => [s, e])])]
    .filter((at) => at >= 0 && at <= chars.length).sort((a, b) => a - b);
  const pieces = [];
  for (let n = 0; n + 1 < cuts.length; n += 1) {
    const [from, to] = [cuts[n], cuts[n + 1]];
    const roles = marks.filter(([, s, e]) => s <= from && e >= to).map(([role]) => role);
    const words = visible(chars.slice(from, to).join(""));
    pieces.push(roles.length
      ? make("mark", { class: [...new Set(roles)].map((role) => `or-${role}`).join(" ") }, words)
      : words);
  }
  return make("blockquote", {}, ...pieces);
}

function stanceLine(row) {
  if (!row.label || !row.target) return null;
  const told = row.voice === "narrator";
  const who = told ? `${row.outlet || "The outlet"}, in its own words` : row.speaker || "Unknown";
  const outcome = row.portrayal === "outcome";
  const chance = row.probability === null ? "" : ` (${row.probability.toFixed(2)})`;
  return make("p", { class: `or-stance or-${isSure(row) && !outcome ? row.label : "none"}` },
    make("strong", {}, visible(who)), " on ", make("strong", {}, visible(row.target)),
    `: ${readsAs(row)}${chance}${outcome ? ", not counted as coverage" : ""}`);
}

function whereFrom(row) {
  const facts = [row.outlet, row.published && shown(row.published.slice(0, 10), "date")];
  const title = visible(row.title || "Untitled article");
  const anchor = row.start === null || row.start === undefined ? "" : `#at-${row.start}`;
  const here = document.documentElement.dataset.kind === "article" && anchor;
  return make("p", { class: "or-place" },
    here ? make("a", { href: anchor }, title) : titleLink(row.article_id, title, anchor),
    ...facts.filter(Boolean).map((fact) => ` · ${visible(fact)}`));
}

// The tone of a passage is told where a tone was asked for: it says nothing of a stance.
function evidenceItem(id, toned = false) {
  const row = rows.byId.get(id);
  if (!row) return null;
  const how = [row.kind, row.factuality === "negated" ? "negated" : null,
    row.cue ? `cue “${visible(row.cue)}”` : null,
    toned && row.polarity !== null ? `tone ${shown(row.polarity, "score")}` : null,
  ].filter(Boolean).join(", ");
  return make("li", {}, whereFrom(row), markedText(row),
    stanceLine(row) || (row.speaker
      ? make("p", { class: "or-stance" }, make("strong", {}, visible(saidBy(row)))) : null),
    how ? make("p", { class: "or-how" }, how) : null, takeAlong(row), ticks(row));
}

// What stands behind a mark, as the filter leaves it: the first passages at once, more on demand.
async function showEvidence(behind, title, opener, toned = false) {
  const left = remaining(behind);
  const count = passageCount(left);
  const box = byId("or-drawer");
  const items = make("ol", {});
  const held = make("p", { class: "or-count" }, count ? one(count, "passage")
    : "No sentence is left behind this mark.");
  const more = make("button", { type: "button", class: "or-more" }, "Show more");
  let from = 0;
  const add = async () => {
    if (site.capped) await loadSentences([]);
    // of a page that stands alone and has not all of them, those that it has
    const all = () => passagesOf(left).filter(({ id }) => !site.capped || rows.byId.has(id));
    await loadSentences(all().slice(from, from + drawer.shown).map(({ art }) => art));
    const now = all().slice(from, from + drawer.shown);
    from += now.length;
    items.append(...now.map(({ id }) => evidenceItem(id, toned)).filter(Boolean));
    const { length } = all();
    more.hidden = from >= length;
    if (length < count) held.textContent = `${grouped(length)} of ${one(count, "passage")}: ${site.capped}`;
  };
  more.addEventListener("click", add);
  drawer.opener = opener || document.activeElement;
  box.replaceChildren(
    make("div", { class: "or-top" },
      make("h2", { id: "or-drawer-title", tabindex: "-1" }, visible(title)), reviewButton(),
      make("button", { type: "button", class: "or-close", "aria-label": "Close evidence",
        onclick: closeEvidence }, "×")),
    held,
    make("p", { class: "or-legend" }, make("mark", { class: "or-source" }, "source"), " ",
      make("mark", { class: "or-cue" }, "cue"), " ",
      make("mark", { class: "or-content" }, "content"), " ",
      make("mark", { class: "or-target" }, "target")),
    items, more);
  box.hidden = false;
  document.body.classList.add("or-open");
  box.scrollTop = 0;
  byId("or-drawer-title").focus({ preventScroll: true });
  if (count) {
    try {
      await add();
    } catch (error) {
      held.textContent = `The sentences could not be loaded: ${visible(error.message)}`;
    }
  }
}

function closeEvidence() {
  const box = byId("or-drawer");
  if (box.hidden) return;
  box.hidden = true;
  document.body.classList.remove("or-open");
  if (drawer.opener && drawer.opener.isConnected) drawer.opener.focus({ preventScroll: true });
}

function startEvidence() {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeEvidence();
  });
}
