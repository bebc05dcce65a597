// Charts are drawn one by one: the first at once, then those in sight, then all others.
const charts = []; // drawn
const waiting = new Map(); // the place of a chart that is not drawn yet -> the chart
const inSight = new Set();

// The next time that the browser has shown what is there; a hidden page shows nothing.
function painted() {
  const frame = new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); });
  return Promise.race([frame, later(200)]);
}

async function draw(chart) {
  waiting.delete(chart.holder);
  charts.push(chart);
  try {
    await chart.draw();
  } catch (error) {
    charts.splice(charts.indexOf(chart), 1);
    chart.failed(error);
  }
}

// Paper shows all charts, those that nobody has scrolled to included.
function print(on) {
  charts.forEach((chart) => { chart.paper(on); chart.refresh(); });
  for (const chart of on ? [...waiting.values()] : []) {
    chart.paper(true);
    draw(chart);
  }
}

function redraw() {
  charts.forEach((chart) => chart.refresh());
}

// The first chart; the function returned draws the others, while the page can be used.
async function startCharts(library, figures) {
  figures.forEach((figure, n) => {
    const holder = document.querySelector(`[data-figure="${n}"]`);
    waiting.set(holder, new Chart(holder, figure, library));
  });
  window.addEventListener("beforeprint", () => print(true));
  window.addEventListener("afterprint", () => print(false));
  phone.addEventListener("change", redraw);
  themeListeners.push(redraw);
  filterListeners.push(redraw);
  const sight = new IntersectionObserver((entries) => entries.forEach(({ target, isIntersecting }) => {
    if (isIntersecting) inSight.add(target); else inSight.delete(target);
  }), { rootMargin: "50%" });
  waiting.forEach((chart, holder) => sight.observe(holder));
  await draw([...waiting.values()][0]);
  await painted();
  await painted(); // seen before anything else takes the processor
  return async () => {
    while (waiting.size) {
      const all = [...waiting.values()];
      const next = all.find((chart) => inSight.has(chart.holder)) || all[0];
      await draw(next);
      await painted(); // the page stays usable between two charts
    }
    sight.disconnect();
  };
}
