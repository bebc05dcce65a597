// What changes with time; mirrors trend.py.
const POINTS = 60;

// The unit to count by, for at most about sixty bars.
function period(days) {
  if (!days.length) return "day";
  const times = days.map(moment);
  const span = (Math.max(...times) - Math.min(...times)) / DAY;
  return span <= 45 ? "day" : span <= 420 ? "week" : "month";
}

const isoDay = (time) => new Date(time).toISOString().slice(0, 10);

// First day of the day, week (from Monday) or month.
function begun(published, unit) {
  const day = published.slice(0, 10);
  if (unit === "day") return day;
  if (unit === "month") return `${day.slice(0, 7)}-01`;
  const time = Date.parse(`${day}T00:00:00Z`);
  return isoDay(time - ((new Date(time).getUTCDay() + 6) % 7) * DAY);
}

function following(start, unit) {
  const time = Date.parse(`${start}T00:00:00Z`);
  if (unit !== "month") return isoDay(time + (unit === "day" ? 1 : 7) * DAY);
  const [year, month] = start.split("-").map(Number);
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
}

function quantile(sorted, share) {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (at - below);
}

function silverman(days) {
  const sorted = [...days].sort((a, b) => a - b);
  const centre = days.reduce((sum, day) => sum + day, 0) / days.length;
  const square = days.reduce((sum, day) => sum + (day - centre) ** 2, 0);
  const spread = Math.sqrt(square / (days.length - 1));
  const middle = (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / 1.34;
  return Math.max(0.9 * (middle > 0 ? Math.min(spread, middle) : spread) * days.length ** -0.2, 1);
}

/** The mean around each day, with its interval: [{day, value, low, high}].
 *
 * each: {published, s, n} of every dated article.
 */
function smooth(each) {
  const times = each.map((of) => Date.parse(`${of.published.slice(0, 10)}T00:00:00Z`));
  const first = Math.min(...times);
  const days = times.map((time) => (time - first) / DAY);
  const last = Math.max(...days);
  if (each.length < 3 || !(last > 0)) return [];
  const width = silverman(days);
  const made = [];
  for (let point = 0; point < POINTS; point += 1) {
    const at = (last * point) / (POINTS - 1);
    const five = noSums();
    let [total, square] = [0, 0];
    each.forEach(({ s, n }, k) => {
      const weight = Math.exp(-0.5 * ((days[k] - at) / width) ** 2);
      const twice = weight * weight;
      total += weight;
      square += twice;
      five.s += weight * s;
      five.n += weight * n;
      five.ss += twice * s * s;
      five.sn += twice * s * n;
      five.nn += twice * n * n;
    });
    five.articles = total ** 2 / square;
    const value = five.s / five.n / UNIT;
    const half = (student(Math.max(five.articles - 1, 1)) * Math.sqrt(variance(five))) / UNIT;
    // too few are near, or the interval is the whole scale
    const none = !(five.articles >= MIN_ARTICLES) || (value - half <= -1 && value + half >= 1);
    made.push({
      day: new Date(first + Math.round(at * 86400) * 1000).toISOString().slice(0, 19),
      value: none ? null : value,
      low: none ? null : Math.max(value - half, -1),
      high: none ? null : Math.min(value + half, 1),
    });
  }
  return made;
}
