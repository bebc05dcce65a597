// Tables: sort by a heading, search, follow the filter, take along as CSV.
const FIRST = 12; // rows shown at first
const STEP = 100; // and more at a time
const FEW = 5; // rows that need no search
const NUMERIC = new Set(["number", "score", "share", "interval"]);
const STYLES = { quote: "or-quote", date: "or-date", article: "or-title" };

function shown(value, kind) {
  if (value === null || value === undefined || value === "") return "–";
  if (kind === "score") {
    const size = Math.abs(value).toFixed(2);
    return size === "0.00" ? size : `${value < 0 ? "−" : "+"}${size}`;
  }
  if (kind === "share") return `${Math.round(value * 100)}%`;
  if (kind === "interval") return `${shown(value[0], "score")} to ${shown(value[1], "score")}`;
  if (kind === "number") {
    return Number.isInteger(value) ? value.toLocaleString("en") : value.toFixed(2);
  }
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

class Table {
  constructor(holder, data) {
    Object.assign(this, { holder, data, sort: null, down: false, query: "", count: FIRST });
    this.tops = data.columns.map((column, n) => n).filter((n) => this.top(n) === n);
    this.sorters = new Map();
    this.body = make("tbody", {});
    this.note = make("span", { class: "or-count" });
    this.more = make("button", { type: "button", class: "or-more",
      onclick: () => { this.count += STEP; this.fill(); } });
    const search = make("input", { type: "search", placeholder: "Search",
      "aria-label": `Search in: ${visible(data.caption)}`,
      oninput: (event) => { this.query = event.target.value.toLowerCase(); this.fill(); } });
    const csv = make("button", { type: "button", onclick: () => this.download() }, "CSV");
    csv.setAttribute("aria-label", `Download as CSV: ${visible(data.caption)}`);
    this.heads = new Map(this.tops.map((n) => [n, make("th",
      { scope: "col", class: styleOf(data.columns[n]) }, this.sorter(n),
      ...this.below(n).map((m) => make("span", { class: "or-under" }, this.sorter(m))))]));
    const bar = make("div", { class: "or-tools" }, search, csv, this.note);
    const cards = data.columns.some((column) => column.kind === "quote");
    const table = make("table", { class: cards ? "or-rows or-cards" : "or-rows" },
      make("caption", {}, visible(data.caption)),
      make("thead", {}, make("tr", {}, ...this.heads.values())), this.body);
    const scroll = make("div", { class: "or-scroll", tabindex: "0", role: "region",
      "aria-label": visible(data.caption) }, table);
    if (!data.rows.length) {
      holder.replaceChildren(make("p", { class: "or-note" }, "Nothing to show."));
      return;
    }
    if (data.rows.length <= FEW) bar.hidden = true;
    holder.replaceChildren(bar, scroll, this.more);
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
    this.heads.forEach((head) => {
      head.removeAttribute("aria-sort");
      head.querySelectorAll("[data-sorted]").forEach((old) => delete old.dataset.sorted);
    });
    this.sorters.get(n).dataset.sorted = "true";
    this.heads.get(this.top(n)).setAttribute("aria-sort", this.down ? "descending" : "ascending");
    this.fill();
  }

  // Rows as they stand now: filtered, groups computed again, searched, sorted.
  current() {
    const { rows: given, ids, columns } = this.data;
    let found = given.map((cells, n) => ({ cells, n, ids: ids ? remaining(ids[n]) : null }));
    if (rows.left && ids) {
      found = found.filter((row) => row.ids.some((id) => rows.left.has(id)));
      if (columns.some((column) => column.of)) {
        found = found.map((row) => ({ ...row, cells: regroup(row, columns) }));
      }
    }
    if (this.query) {
      found = found.filter((row) => row.cells.some((cell, n) =>
        shown(cell, columns[n].kind).toLowerCase().includes(this.query)));
    }
    if (this.sort !== null) {
      const way = this.down ? -1 : 1;
      const key = (row) => row.cells[this.sort];
      found.sort((a, b) => {
        const [x, y] = [key(a), key(b)];
        if (x === null || y === null) return (x === null) - (y === null) || a.n - b.n;
        const order = Array.isArray(x) ? x[0] - y[0]
          : typeof x === "number" ? x - y : String(x).localeCompare(String(y));
        return way * order || a.n - b.n;
      });
    }
    return found;
  }

  fill() {
    const found = this.current();
    const body = found.slice(0, this.count).map((row) => this.line(row));
    const width = this.tops.length;
    this.body.replaceChildren(...(body.length ? body
      : [make("tr", {}, make("td", { colspan: width }, "Nothing to show."))]));
    const left = found.length - this.count;
    this.more.hidden = left <= 0;
    // what paper leaves out, said there
    if (left > 0) {
      this.holder.dataset.left = `${one(left, "further row")} on the page and in its CSV file.`;
    } else delete this.holder.dataset.left;
    this.more.textContent = left > STEP ? `Show ${STEP} more of ${left.toLocaleString("en")}`
      : `Show ${one(left, "more row")}`;
    this.note.textContent = found.length === this.data.rows.length ? one(found.length, "row")
      : `${found.length} of ${one(this.data.rows.length, "row")}`;
  }

  line(row) {
    return make("tr", {}, ...this.tops.map((n) => {
      const cell = this.cell(row.cells[n], this.data.columns[n], row);
      cell.append(...this.below(n)
        .filter((m) => ![null, undefined, ""].includes(row.cells[m]))
        .map((m) => make("span", { class: "or-under" },
          shown(row.cells[m], this.data.columns[m].kind))));
      return cell;
    }));
  }

  cell(value, column, row) {
    const { kind } = column;
    const style = styleOf(column);
    const text = shown(value, kind);
    const link = this.link(value, kind, row.n);
    const behind = this.behind(column, row);
    if (behind.length && value !== null) {
      const title = `Evidence: ${visible(row.cells.find((c) => typeof c === "string") || "")}`;
      return make("td", { class: style }, make("button", { type: "button", class: "or-behind",
        onclick: (event) => showEvidence(behind, title, event.currentTarget) }, text));
    }
    return make("td", { class: style }, link ? make("a", { href: link }, text) : text);
  }

  // The evidence of a cell: of one voice, where its number is.
  behind(column, row) {
    if (!row.ids || (column.kind !== "quote" && !column.of)) return [];
    const found = row.ids.map((id) => rows.byId.get(id)).filter(Boolean);
    const [what, , voice] = (column.of || "").split(" ");
    const ids = ofVoice(found, what === "share" ? null : voice).map((item) => item.evidence_id);
    // of a part, how many more there are of one voice is not known
    return ids.length && rows.of && found.length < row.ids.length ? [...ids, "+"] : ids;
  }

  link(value, kind, n) {
    if (value === null) return null;
    if (kind === "speaker" || kind === "actor") return (site.links[kind] || {})[value];
    if (kind !== "article" || !this.data.places) return null;
    const [article, offset] = this.data.places[n];
    const anchor = offset === null ? "" : `#at-${offset}`;
    if (document.documentElement.dataset.kind === "article") return anchor || null;
    const page = (site.links.article || {})[article];
    return page ? page + anchor : null;
  }

  download() {
    const head = this.data.columns.map((column) => csvCell(column.label)).join(",");
    const lines = this.current().map((row) => row.cells.map(csvCell).join(","));
    const text = `\ufeff${[head, ...lines].join("\r\n")}\r\n`;
    const link = make("a", { download: `${this.data.name}.csv`,
      href: URL.createObjectURL(new Blob([text], { type: "text/csv" })) });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }
}

// The same numbers as the charts': a mark that has only its value, drawn nowhere.
function estimate(ids, of) {
  const encode = { ...site.estimate, of };
  const figure = { data: [{ customdata: [ids.join(" ")] }],
    layout: { meta: { encode: { traces: [encode] } } } };
  const [trace] = OnRecord.recompute(figure, rows.table, new Set(ids));
  return Object.fromEntries(Object.keys(encode.set).map((name) => [name, trace[name][0]]));
}

// A group's cell for the rows that a filter leaves, as its column is made of them: `mean`,
// `interval`, `count` or `articles` of a measure, `distinct` values of a field, the `share` of
// a value in it; each of one voice or of both. What cannot be told of a part stays empty.
function regroup(row, columns) {
  const of = row.ids.map((id) => rows.byId.get(id)).filter(Boolean);
  return row.cells.map((cell, n) => {
    const column = columns[n];
    if (!column.of) return NUMERIC.has(column.kind) ? null : cell;
    const [what, field = "polarity", ...rest] = column.of.split(" ");
    if (what === "share") return share(of, field, rest[0]);
    const spoken = ofVoice(of, rest[0]);
    if (what === "distinct") {
      const { size } = new Set(spoken.map((item) => item[field]).filter(Boolean));
      return size || (field === "outlet" ? null : 0); // unknown, and not none
    }
    const part = spoken.filter((item) => item[field] !== null);
    const made = estimate(part.map((item) => item.evidence_id), field);
    if (what !== "interval") return made[what === "mean" ? "value" : what];
    return made.low === null ? null : [made.low, made.high];
  });
}

const ofVoice = (list, voice) => (voice ? list.filter((item) => item.voice === voice) : list);

// Of the quotes, each once however many speak it; of few there is none.
function share(list, field, value = null) {
  const said = list.filter((item) => item.quote_id);
  const quotes = (items) => new Set(items.map((item) => item.quote_id)).size;
  if (quotes(said) < site.estimate.least) return null;
  return quotes(said.filter((item) => (item[field] ?? null) === value)) / quotes(said);
}

function startTables(data) {
  const made = data.map((given, n) =>
    new Table(document.querySelector(`[data-table="${n}"]`), given));
  filterListeners.push(() => made.forEach((table) => table.fill()));
}
