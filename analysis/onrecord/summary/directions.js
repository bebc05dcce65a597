// Which means may be called a direction; mirrors directions.py.
const MIN_STATEMENTS = 10;
const MIN_MEAN = 0.1;
const RATE = 0.05;
const ENDLESS = 1000;

// Student's t, two-sided, by the finite sums for whole degrees of freedom.
function chance(t, freedom) {
  const whole = Math.min(Math.floor(freedom), ENDLESS);
  const angle = Math.atan(Math.abs(t) / Math.sqrt(whole));
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const odd = whole % 2 === 1;
  let [term, total] = odd ? [cosine, 0] : [1, 0];
  for (let n = odd ? 2 : 1; n < whole; n += 2) {
    total += term;
    term *= (cosine * cosine * n) / (n + 1);
  }
  return Math.max(0, 1 - (odd ? (2 / Math.PI) * (angle + sine * total) : sine * total));
}

// The largest chance that still counts as a discovery among all of them; -1 where none does.
function bound(chances) {
  const found = [...chances].sort((a, b) => a - b);
  return found.filter((p, n) => p <= (RATE * (n + 1)) / found.length).pop() ?? -1;
}

// Whether each group's mean is a direction. Groups have value (the mean), error (its standard
// error), count (statements) and articles; all groups that are compared must be given.
function directions(groups) {
  const of = groups.map(({ value, error, count, articles }) => (
    articles < 5 || count < MIN_STATEMENTS ? null
      : chance(error > 0 ? value / error : value ? Infinity : 0, articles - 1)));
  const least = bound(of.filter((p) => p !== null));
  return groups.map(({ value }, n) => of[n] !== null && of[n] <= least
    && Math.abs(value) >= MIN_MEAN);
}
