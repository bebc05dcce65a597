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

// As Python rounds: exactly half goes to the even neighbour.
function fixed(value, digits) {
  const size = Math.abs(value);
  const scaled = size * 10 ** digits;
  const half = scaled - Math.floor(scaled) === 0.5 && Number.isInteger(size * 2 ** (digits + 1));
  if (!half) return value.toFixed(digits);
  const even = Math.floor(scaled) + (Math.floor(scaled) % 2);
  return (Math.sign(value) * (even / 10 ** digits)).toFixed(digits);
}
