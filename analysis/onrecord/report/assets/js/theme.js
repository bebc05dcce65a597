// Light and dark: by the system, until the reader chooses.
const darkSystem = window.matchMedia("(prefers-color-scheme: dark)");
const themeListeners = [];

function stored(name) {
  try { return window.localStorage.getItem(name); } catch { return null; }
}

function themeName() {
  return document.documentElement.dataset.theme || (darkSystem.matches ? "dark" : "light");
}

function setTheme(name) {
  document.documentElement.dataset.theme = name;
  try { window.localStorage.setItem("or-theme", name); } catch { /* a page from a file */ }
  themeListeners.forEach((listener) => listener(themeName()));
}

function startTheme() {
  const kept = stored("or-theme");
  if (kept === "light" || kept === "dark") document.documentElement.dataset.theme = kept;
  darkSystem.addEventListener("change", () =>
    themeListeners.forEach((listener) => listener(themeName())));
  const button = byId("or-theme");
  const name = () => {
    const other = themeName() === "dark" ? "light" : "dark";
    button.setAttribute("aria-label", `Switch to ${other}`);
    button.title = `Switch to ${other}`;
  };
  button.addEventListener("click", () => setTheme(themeName() === "dark" ? "light" : "dark"));
  themeListeners.push(name);
  name();
}
