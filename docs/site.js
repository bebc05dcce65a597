// A table or code that is wider than its page can be scrolled by the keyboard, too.
const BOXES = ".md-typeset__scrollwrap, .md-typeset__table, .md-typeset pre > code";

addEventListener("load", () => {
  for (const box of document.querySelectorAll(BOXES)) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  }
});

// The theme's dialog of the search has no name of its own.
document.querySelector(".md-search")?.setAttribute("aria-label", "Search");
