// Data and library travel as gzip in base64; the browser unpacks them itself.
const byId = (id) => document.getElementById(id);

function bytes(packed) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(packed);
  const text = atob(packed);
  const raw = new Uint8Array(text.length);
  for (let n = 0; n < text.length; n += 1) raw[n] = text.charCodeAt(n);
  return raw;
}

function unpacked(packed) {
  const stream = new Blob([bytes(packed.trim())]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}

function unpack(id) {
  const holder = byId(id);
  holder.remove(); // the packed copy is of no more use
  return unpacked(holder.textContent);
}

// The chart library is on its way, beside the page, or packed in it.
async function loadLibrary() {
  if (byId("or-library")) {
    const script = document.createElement("script");
    script.textContent = await unpack("or-library"); // the policy knows this text by its hash
    document.head.append(script);
  }
  const beside = byId("or-beside");
  if (beside && !window.Plotly) {
    await new Promise((resolve, reject) => {
      beside.addEventListener("load", resolve);
      beside.addEventListener("error", () => reject(new Error("The chart library is missing.")));
    });
  }
  return window.Plotly;
}

function announce(text) {
  byId("or-status").textContent = text;
}
