// Tables: sort by a heading, search, follow the filter, take along as CSV.
const FIRST = 12; // rows shown at first
const STEP = 100; // and more at a time
const FEW = 5; // rows that need no search
const MANY = 7; // columns that not every screen has room for
const NUMERIC = new Set(["number", "rate", "score", "share", "interval", "range"]);
const WORDS = new Set(["source", "content", "cue", "claim", "near"]); // columns that stand in the sentences
const SHORT = 14; // characters of a name or a day that no phone breaks
const ORDER = new Intl.Collator("en");
const WORDY = new Set(["text", "speaker", "actor", "article"]); // kinds of columns that hold many words
const STYLES = { quote: "or-quote", date: "or-date", article: "or-title" };

function shown(value, kind) {
  if (value === null || value === undefined || value === "") return "–";
  if (kind === "score") {
    const size = fixed(Math.abs(value), 2);
    return size === "0.00" ? size : `${value < 0 ? "−" : "+"}${size}`;
  }
  if (kind === "share") return `${fixed(100 * value, 0)}%`;
  if (kind === "interval") return `${shown(value[0], "score")} to ${shown(value[1], "score")}`;
  if (kind === "range") return `${fixed(100 * value[0], 0)}–${shown(value[1], "share")}`;
  if (kind === "number") {
    return Number.isInteger(value) ? value.toLocaleString("en") : fixed(value, 2);
  }
  if (kind === "rate") return Number(fixed(value, 1)).toLocaleString("en", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  if (kind === "date") {
    const day = new Date(`${value}T00:00:00Z`);
    return day.toLocaleDateString("en-GB",
      { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  }
  return visible(value);
}

const FORMULA = /^[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20|]|^[\t\r\n]/;

function csvCell(value) {
  const text = Array.isArray(value) ? value.join(" to ") : String(value ?? "");
  // a cell that starts like a formula must not become one in a spreadsheet
  const safe = typeof value === "string" && FORMULA.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function styleOf(column) {
  const style = STYLES[column.kind] || (NUMERIC.has(column.kind) ? "or-number" : "");
  return [style, column.less ? "or-less" : ""].join(" ").trim() || null;
}

// In JupyterLab and in tables of other rows than the page's, the lines that the data hold.
function givenLines(data) {
  return data.rows.map((cells, n) => ({
    cells: Object.fromEntries(data.columns.map((column, m) => [column.key, cells[m]])),
    place: data.places ? data.places[n] : null,
    ids: data.ids ? data.ids[n] : "",
    behind: {},
  }));
}

class Table {
  constructor(holder, data) {
    Object.assign(this, { holder, data: { ...data, first: data.caption }, sort: null, down: false, query: "", count: FIRST, turn: 0 });
    this.sorters = new Map(); // column -> the button of its heading
    this.body = make("tbody", {});
    this.note = make("span", { class: "or-count" });
    this.more = make("button", { type: "button", class: "or-more",
      onclick: () => { this.count += STEP; this.fill(); } });
    this.search = make("input", { type: "search", placeholder: "Search",
      oninput: (event) => { this.query = event.target.value.toLowerCase(); this.fill(); } });
    this.csv = make("button", { type: "button", onclick: () => this.download() }, "CSV");
    // where no script counts again, the first count opens what is behind its row
    this.opens = data.fixed ? data.columns.find(({ kind }) => kind === "number")?.key : null;
    this.stays = make("p", { class: "or-note", hidden: true },
      "These figures are of all articles of the page: they do not follow the filter.");
    this.out = make("p", { class: "or-leads", hidden: true });
    this.bar = make("div", { class: "or-tools" }, this.search, this.csv, this.note);
    this.scroll = make("div", { class: "or-scroll", tabindex: "0", role: "region" });
    this.lay();
    this.follow();
  }

  // Caption and headings around the rows.
  lay() {
    const { caption, columns } = this.data;
    const said = visible(caption);
    this.tops = columns.map((column, n) => n).filter((n) => this.top(n) === n && !columns[n].hidden);
    this.sorters.clear();
    this.heads = new Map(this.tops.map((n) => [n, make("th",
      { scope: "col", class: styleOf(columns[n]) }, this.sorter(n),
      ...this.below(n).map((m) => make("span", { class: "or-under" }, this.sorter(m))))]));
    // on a phone a row with many words is a card
    const worded = this.tops.filter((n) => WORDY.has(columns[n].kind));
    const cards = columns.some(({ kind }) => kind === "quote") || worded.length > 2;
    const look = this.tops.length > MANY ? "or-rows or-wide" : "or-rows";
    this.scroll.replaceChildren(make("table", { class: cards ? "or-rows or-cards" : look },
      make("caption", {}, said), make("thead", {}, make("tr", {}, ...this.heads.values())), this.body));
    this.scroll.setAttribute("aria-label", said);
    this.search.setAttribute("aria-label", `Search in: ${said}`);
    this.csv.setAttribute("aria-label", `Download as CSV: ${said}`);
  }

  // The lines that the filter leaves, made anew; where they change them, caption and headings too.
  follow() {
    const { lines, caption = this.data.caption, columns = this.data.columns } = linesOf(this.data);
    const told = JSON.stringify([caption, columns]);
    if (told !== JSON.stringify([this.data.caption, this.data.columns])) {
      const sorted = this.sort === null ? null : this.data.columns[this.sort].key;
      this.data = { ...this.data, caption, columns };
      this.lay();
      this.sort = sorted === null ? null : columns.findIndex(({ key }) => key === sorted);
      if (this.sort < 0) this.sort = null;
      this.marked();
    }
    this.lines = lines;
    this.stays.hidden = !(this.data.fixed && filtered());
    this.fill();
  }

  // The column that column n is shown in, and those shown below column n, in small.
  top(n) {
    const { under } = this.data.columns[n];
    return under === null || under === undefined ? n : under;
  }

  below(n) {
    return this.data.columns.map((column, m) => m).filter((m) => m !== n && this.top(m) === n);
  }

  sorter(n) {
    const button = make("button", { type: "button", onclick: () => this.by(n) },
      visible(this.data.columns[n].label));
    this.sorters.set(n, button);
    return button;
  }

  by(n) {
    this.down = this.sort === n ? !this.down : NUMERIC.has(this.data.columns[n].kind);
    this.sort = n;
    this.marked();
    this.fill();
  }

  // Which heading the lines are sorted by.
  marked() {
    this.heads.forEach((head) => head.removeAttribute("aria-sort"));
    this.sorters.forEach((button) => delete button.dataset.sorted);
    if (this.sort === null) return;
    const head = this.heads.get(this.top(this.sort));
    if (!head) return; // of a column that is in the CSV file alone
    this.sorters.get(this.sort).dataset.sorted = "true";
    head.setAttribute("aria-sort", this.down ? "descending" : "ascending");
  }

  // Lines searched and sorted.
  current() {
    const { columns } = this.data;
    let found = this.lines;
    if (this.query) {
      found = found.filter((line) => {
        line.searched ??= columns.map(({ key, kind }) => shown(line.cells[key], kind)).join("\n").toLowerCase();
        return line.searched.includes(this.query);
      });
    }
    if (this.sort === null) return found;
    const way = this.down ? -1 : 1;
    const { key } = columns[this.sort];
    return [...found].sort((a, b) => {
      const [x, y] = [a.cells[key], b.cells[key]];
      if (x === null || y === null) return (x === null) - (y === null);
      const order = Array.isArray(x) ? x[0] - y[0]
        : typeof x === "number" ? x - y : ORDER.compare(String(x), String(y));
      return way * order;
    });
  }

  // Where words of the text are asked for, they are loaded first.
  async fill() {
    this.turn += 1;
    const { turn } = this;
    const wordy = this.sort !== null && WORDS.has(this.data.columns[this.sort].key);
    const all = this.query || wordy;
    await wordsOf(all ? this.lines : this.current().slice(0, this.count), this.note);
    if (turn !== this.turn) return; // another turn came in between
    const found = this.current();
    if (found.slice(0, this.count).some((line) => line.held === undefined && line.row !== undefined)) {
      await wordsOf(found.slice(0, this.count), this.note);
    }
    if (turn === this.turn) this.show(found);
  }

  show(found) {
    const body = found.slice(0, this.count).map((line) => this.line(line));
    this.body.replaceChildren(...(body.length ? body
      : [make("tr", {}, make("td", { colspan: this.tops.length }, "Nothing to show."))]));
    this.bar.hidden = this.lines.length <= FEW;
    const left = found.length - this.count;
    this.more.hidden = left <= 0;
    // what paper leaves out, said there
    if (left > 0) {
      this.holder.dataset.left = `${one(left, "further row")} on the page and in its CSV file.`;
    } else delete this.holder.dataset.left;
    this.more.textContent = left > STEP ? `Show ${STEP} more of ${left.toLocaleString("en")}`
      : `Show ${one(left, "more row")}`;
    this.note.textContent = found.length === this.lines.length ? one(found.length, "row")
      : `${found.length} of ${one(this.lines.length, "row")}`;
    if (!this.scroll.isConnected) this.holder.replaceChildren(this.stays, this.bar, this.scroll, this.more, this.out);
    this.leads();
  }

  line(line) {
    return make("tr", {}, ...this.tops.map((n) => {
      const cell = this.cell(line, this.data.columns[n]);
      cell.append(...this.below(n)
        .map((m) => this.data.columns[m])
        .filter(({ key }) => ![null, undefined, ""].includes(line.cells[key]))
        .map(({ key, kind }) => make("span", { class: kind === "range" ? "or-under or-short" : "or-under" },
          shown(line.cells[key], kind))));
      return cell;
    }));
  }

  cell(line, column) {
    const { kind, key } = column;
    const value = line.cells[key];
    // what a card does not tell by itself
    const label = NUMERIC.has(kind) || kind === "text" ? visible(column.label) : null;
    const text = shown(value, kind);
    const style = [styleOf(column), text.length <= SHORT ? "or-short" : ""].join(" ").trim() || null;
    const opens = kind === "quote" || key === this.opens;
    const behind = line.behind[key] || (opens && line.ids && meant(line.ids));
    if (behind && value !== null && passageCount(behind)) {
      const first = this.data.columns.map((other) => line.cells[other.key]).find((c) => typeof c === "string");
      return make("td", { class: style, "data-label": label }, make("button", { type: "button", class: "or-behind",
        onclick: (event) => showEvidence(behind, `Evidence: ${visible(first || "")}`, event.currentTarget) }, text));
    }
    return make("td", { class: style, "data-label": label }, this.linked(value, kind, line.place, text));
  }

  linked(value, kind, spot, text) {
    if (value === null) return text;
    if (kind === "speaker" || kind === "actor") {
      const page = (site.links[kind] || {})[value];
      return page ? make("a", { href: page }, text) : text;
    }
    if (kind !== "article" || !spot) return text;
    const [article, offset] = spot;
    const anchor = offset === null ? "" : `#at-${offset}`;
    if (document.documentElement.dataset.kind !== "article") return titleLink(article, text, anchor);
    return anchor ? make("a", { href: anchor }, text) : text;
  }

  // Why some titles lead out of the report, and some nowhere.
  leads() {
    const titles = [...this.body.querySelectorAll("td.or-title")];
    const out = titles.some((cell) => cell.querySelector("a[href^=http]"));
    const nowhere = titles.some((cell) => !cell.querySelector("a"));
    const held = Object.keys(site.links.article || {}).length;
    const own = document.documentElement.dataset.kind === "article";
    this.out.hidden = own || !(out || (nowhere && held));
    const which = held === 1 ? "the article with the most quotes has"
      : `the ${held} articles with the most quotes have`;
    this.out.textContent = `${out ? "Titles with ↗ lead to the original" : "Titles without a link have no page"
    }${held ? `: only ${which} a page in this report` : ""}.`;
  }

  async download() {
    await wordsOf(this.lines, this.note);
    const { columns } = this.data;
    const ranged = ({ kind }) => kind === "interval" || kind === "range"; // both ends are numbers of their own
    const head = columns.flatMap((column) => {
      const { label, under } = column;
      const of = under === null || under === undefined ? label : columns[under].label;
      return ranged(column) ? [`${of} low`, `${of} high`] : [label];
    }).map(csvCell).join(",");
    const lines = this.current().map(({ cells }) => columns.flatMap((column) => {
      const value = cells[column.key];
      return ranged(column) ? value || [null, null] : [value];
    }).map(csvCell).join(","));
    const text = `\ufeff${[head, ...lines].join("\r\n")}\r\n`;
    const link = make("a", { download: `${this.data.name}.csv`,
      href: URL.createObjectURL(new Blob([text], { type: "text/csv" })) });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    this.show(this.current());
  }
}

function startTables(data) {
  data.forEach((given_, n) => {
    const table = new Table(document.querySelector(`[data-table="${n}"]`), given_);
    follows(table.holder, () => table.follow());
  });
}
