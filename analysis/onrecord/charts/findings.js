// What a chart found, as the title of its frame; mirrors findings.py.
const TIED = 3;

// cells: with value and clear; reads: what stands before "as against" and after it, of a cell
function widestOf(cells, reads, { low, high }, noun) {
  const clear = cells.filter((of) => of.clear);
  const among = counted(cells.length, noun);
  if (!clear.length) return `No clear direction in ${among}`;
  const top = clear.reduce((best, of) => (Math.abs(of.value) > Math.abs(best.value) ? of : best));
  const [start, after] = reads(top);
  const told = clear.length > 1 ? `the widest of ${grouped(clear.length)} clear directions` : "the one clear direction";
  return `${start} as ${top.value > 0 ? high : low}${after}: ${told} in ${among}`;
}

function firstOf(names, counts, said) {
  const tied = names.filter((_, n) => counts[n] === counts[0]);
  return tied.length > TIED ? said(`${grouped(tied.length)} of them`, true) : said(listedWords(tied), tied.length > 1);
}
