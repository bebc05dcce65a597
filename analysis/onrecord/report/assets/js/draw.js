// Charts are drawn one by one: the first at once, then those that are nearest to the screen.
const charts = []; // drawn
const waiting = new Map(); // the place of a chart that is not drawn yet -> the chart

async function draw(chart) {
  waiting.delete(chart.holder);
  charts.push(chart);
  follows(chart.box, () => chart.refresh());
  try {
    await chart.draw();
  } catch (error) {
    charts.splice(charts.indexOf(chart), 1);
    followers.delete(chart.box);
    chart.failed(error);
  }
}

// Paper shows all charts, those that nobody has scrolled to included.
function print(on) {
  settleNow();
  charts.forEach((chart) => { chart.paper(on); chart.refresh(); });
  for (const chart of on ? [...waiting.values()] : []) {
    chart.paper(true);
    draw(chart);
  }
}

function redraw() {
  followAll(charts.map(({ box }) => box));
}

// Lines, points and bars are ready; what a notebook of the reader's own draws beside them is set
// up when it is there: see library.py.
const READY = new Set(["scatter", "bar"]);

// The first chart; the function returned draws the others, while the page can be used.
async function startCharts(library, figures) {
  const other = ({ type = "scatter" }) => !READY.has(type);
  if (figures.some(({ data }) => data.some(other))) library.others?.();
  figures.forEach((figure, n) => {
    const holder = document.querySelector(`[data-figure="${n}"]`);
    waiting.set(holder, new Chart(holder, figure, library));
  });
  window.addEventListener("beforeprint", () => print(true));
  window.addEventListener("afterprint", () => print(false));
  phone.addEventListener("change", redraw);
  themeListeners.push(redraw);
  await document.fonts.load(`13px ${face()}`); // names are measured before they are drawn
  await draw([...waiting.values()][0]);
  await painted();
  await painted(); // seen before anything else takes the processor
  return async () => {
    while (waiting.size) {
      await draw(waiting.get(nearest([...waiting.keys()])));
      await painted(); // the page stays usable between two charts
    }
  };
}
