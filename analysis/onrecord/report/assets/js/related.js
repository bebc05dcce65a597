// From page to page: the article before and after, and the other page of one person.
function relatedLinks(kind, asked) {
  const { links, days } = site;
  if (kind === "speaker") return [[(links.actor || {})[asked.speaker], `What others say of ${asked.speaker} →`]];
  if (kind === "actor") return [[(links.speaker || {})[asked.actor], `What ${asked.actor} says →`]];
  if (kind !== "article") return [];
  const at = days.findIndex(([id]) => id === asked.article);
  const to = (n, words) => (at >= 0 && days[n] ? [(links.article || {})[days[n][0]], words(days[n][1])] : [null]);
  return [to(at - 1, (title) => `← ${title}`), to(at + 1, (title) => `${title} →`)];
}

function startRelated() {
  const found = relatedLinks(document.documentElement.dataset.kind, rows.base.asked).filter(([href]) => href);
  if (!found.length) return;
  document.querySelector(".or-head").append(make("nav", { class: "or-related", "aria-label": "Related pages" },
    ...found.map(([href, words]) => make("a", { href }, visible(words)))));
}
