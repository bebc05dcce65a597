// Tables: sort by a heading, search, follow the filter, take along as CSV.
const STEP = 25;
const NUMERIC = new Set(["number", "score", "share", "interval"]);
const STYLES = { quote: "or-quote", date: "or-date", article: "or-title" };

function shown(value, kind) {
  if (value === null || value === undefined || value === "") return "–";
  if (kind === "score") {
    const size = Math.abs(value).toFixed(2);
    return size === "0.00" ? size : `${value < 0 ? "−" : "+"}${size}`;
  }
  if (kind === "share") return `${Math.round(value * 100)} %`;
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

function csvCell(value) {
  const text = Array.isArray(value) ? value.join(" to ") : String(value ?? "");
  // a cell that starts like a formula must not become one in a spreadsheet
  const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function styleOf(column) {
  const style = STYLES[column.kind] || (NUMERIC.has(column.kind) ? "or-number" : "");
  return [style, column.less ? "or-less" : ""].join(" ").trim() || null;
}

class Table {
  constructor(holder, data) {
    Object.assign(this, { holder, data, sort: null, down: false, query: "", count: STEP });
    this.body = make("tbody", {});
    this.note = make("span", { class: "or-count" });
    this.more = make("button", { type: "button", class: "or-more",
      onclick: () => { this.count += STEP * 4; this.fill(); } }, "More rows");
    const search = make("input", { type: "search", placeholder: "Search",
      "aria-label": `Search in: ${visible(data.caption)}`,
      oninput: (event) => { this.query = event.target.value.toLowerCase(); this.fill(); } });
    const csv = make("button", { type: "button", onclick: () => this.download() }, "CSV");
    csv.setAttribute("aria-label", `Download as CSV: ${visible(data.caption)}`);
    this.heads = data.columns.map((column, n) => make("th",
      { scope: "col", class: styleOf(column) },
      make("button", { type: "button", onclick: () => this.by(n) }, visible(column.label))));
    const bar = make("div", { class: "or-tools" }, search, csv, this.note);
    const table = make("table", { class: "or-rows" },
      make("caption", {}, visible(data.caption)),
      make("thead", {}, make("tr", {}, ...this.heads)), this.body);
    const scroll = make("div", { class: "or-scroll", tabindex: "0", role: "region",
      "aria-label": visible(data.caption) }, table);
    if (data.rows.length <= 5) bar.hidden = true;
    holder.replaceChildren(bar, scroll, this.more);
    this.fill();
  }

  by(n) {
    this.down = this.sort === n ? !this.down : NUMERIC.has(this.data.columns[n].kind);
    this.sort = n;
    this.heads.forEach((head, m) => (m === n
      ? head.setAttribute("aria-sort", this.down ? "descending" : "ascending")
      : head.removeAttribute("aria-sort")));
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
    const width = this.data.columns.length;
    this.body.replaceChildren(...(body.length ? body
      : [make("tr", {}, make("td", { colspan: width }, "Nothing to show."))]));
    this.more.hidden = found.length <= this.count;
    this.note.textContent = found.length === this.data.rows.length ? one(found.length, "row")
      : `${found.length} of ${one(this.data.rows.length, "row")}`;
  }

  line(row) {
    const cells = row.cells.map((cell, n) => this.cell(cell, this.data.columns[n], row));
    return make("tr", {}, ...cells);
  }

  cell(value, column, row) {
    const { kind } = column;
    const style = styleOf(column);
    const text = shown(value, kind);
    const link = this.link(value, kind, row.n);
    const behind = row.ids && row.ids.some((id) => rows.byId.has(id));
    if (behind && (kind === "quote" || kind === "score" || kind === "number")) {
      const title = `Evidence: ${visible(row.cells.find((c) => typeof c === "string") || "")}`;
      return make("td", { class: style }, make("button", { type: "button", class: "or-behind",
        onclick: (event) => showEvidence(row.ids, title, event.currentTarget) }, text));
    }
    return make("td", { class: style }, link ? make("a", { href: link }, text) : text);
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

function regroup(row, columns) {
  const of = row.ids.map((id) => rows.byId.get(id)).filter(Boolean);
  return row.cells.map((cell, n) => {
    if (!columns[n].of) return cell;
    const [what, value = "polarity", voice] = columns[n].of.split(" ");
    const part = of.filter((item) => (!voice || item.voice === voice) && item[value] !== null);
    const made = estimate(part.map((item) => item.evidence_id), value);
    if (what !== "interval") return made[what === "mean" ? "value" : what];
    return made.low === null ? null : [made.low, made.high];
  });
}

function startTables(data) {
  const made = data.map((given, n) =>
    new Table(document.querySelector(`[data-table="${n}"]`), given));
  filterListeners.push(() => made.forEach((table) => table.fill()));
}
