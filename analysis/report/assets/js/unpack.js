// Data and library travel as gzip in base64; the browser unpacks them itself.
const byId = (id) => document.getElementById(id);

function unpacked(packed) {
  const raw = Uint8Array.from(atob(packed.trim()), (char) => char.charCodeAt(0));
  const stream = new Blob([raw]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}

function unpack(id) {
  const holder = byId(id);
  holder.remove(); // the packed copy is of no more use
  return unpacked(holder.textContent);
}

// In the page, or in a file beside it that was loaded before this one.
async function evidenceColumns() {
  const beside = globalThis.onrecordEvidence;
  if (beside) return JSON.parse(await unpacked(beside));
  return byId("or-evidence") ? JSON.parse(await unpack("or-evidence")) : {};
}

async function loadLibrary() {
  if (byId("or-library")) {
    const script = document.createElement("script");
    script.textContent = await unpack("or-library"); // the policy knows this text by its hash
    document.head.append(script);
  }
  return window.Plotly;
}

// Everything a script writes into the page goes through here: text nodes, never markup.
function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

// Characters that hide, or that turn the order of others, are taken out or made visible.
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const HIDDEN = /(?![\n\t])\p{Cf}/gu;
const CONTROL = /(?![\n\t])[\p{Cc}\p{Cs}]/gu;
const visible = (text) =>
  String(text ?? "").replace(BIDI, "\ufffd").replace(HIDDEN, "").replace(CONTROL, "\ufffd");
const one = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;

function announce(text) {
  byId("or-status").textContent = text;
}
