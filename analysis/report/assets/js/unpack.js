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

function announce(text) {
  byId("or-status").textContent = text;
}
