// How a single reading of a side is told: as what it reads, or that it is too unsure.
const SURE = 0.6; // probability below which one reading is too unsure to be told
const SPOKEN = { favor: "for", against: "against", none: "neutral" };
const TOLD = { favor: "favourable", against: "unfavourable", none: "neutral" };
const isSure = (row) => row.probability === null || row.probability >= SURE;

function readsAs(row) {
  const reads = (row.voice === "narrator" ? TOLD : SPOKEN)[row.label];
  if (!isSure(row)) return "unsure";
  return row.portrayal === "outcome" ? `reports an outcome that is ${reads}` : `reads as ${reads}`;
}
