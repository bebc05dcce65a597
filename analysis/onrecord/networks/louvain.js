// Groups of those who stand together, by the method of Louvain; mirrors networkx, draw by draw, so
// that the page finds the same groups.

// Python's random numbers (Mersenne Twister), of a small seed.
class Twister {
  constructor(seed) {
    const made = new Uint32Array(624);
    this.state = made;
    made[0] = 19650218;
    for (let n = 1; n < 624; n += 1) made[n] = Math.imul(1812433253, made[n - 1] ^ (made[n - 1] >>> 30)) + n;
    const mixed = (n, factor) => made[n] ^ Math.imul(made[n - 1] ^ (made[n - 1] >>> 30), factor);
    let at = 1;
    const next = () => { at += 1; if (at >= 624) { [made[0], at] = [made[623], 1]; } };
    for (let k = 0; k < 624; k += 1) { made[at] = mixed(at, 1664525) + seed; next(); }
    for (let k = 0; k < 623; k += 1) { made[at] = mixed(at, 1566083941) - at; next(); }
    made[0] = 0x80000000;
    this.at = 624;
  }

  turn() {
    const { state } = this;
    for (let n = 0; n < 624; n += 1) {
      const both = (state[n] & 0x80000000) | (state[(n + 1) % 624] & 0x7fffffff);
      state[n] = state[(n + 397) % 624] ^ (both >>> 1) ^ (both & 1 ? 0x9908b0df : 0);
    }
    this.at = 0;
  }

  bits(many) {
    if (this.at >= 624) this.turn();
    let drawn = this.state[this.at];
    this.at += 1;
    drawn ^= drawn >>> 11;
    drawn ^= (drawn << 7) & 0x9d2c5680;
    drawn ^= (drawn << 15) & 0xefc60000;
    drawn ^= drawn >>> 18;
    return (drawn >>> 0) >>> (32 - many);
  }

  shuffle(list) {
    for (let n = list.length - 1; n > 0; n -= 1) {
      const many = 32 - Math.clz32(n + 1);
      let other = this.bits(many);
      while (other > n) other = this.bits(many);
      [list[n], list[other]] = [list[other], list[n]];
    }
  }
}

// A graph: for each node, from 0 on, a Map of its neighbours to weights.
function graphOf(nodes, edges) {
  const made = Array.from({ length: nodes }, () => new Map());
  edges.forEach(([one, other, weight]) => { made[one].set(other, weight); made[other].set(one, weight); });
  return made;
}

function* edgesOf(graph) {
  for (let one = 0; one < graph.length; one += 1) {
    for (const [other, weight] of graph[one]) if (other >= one) yield [one, other, weight];
  }
}

// An edge to itself counts twice.
const degreesOf = (graph) => graph.map((near, node) => {
  let sum = near.get(node) || 0;
  near.forEach((weight) => { sum += weight; });
  return sum;
});

// groupOf: node -> number of its group.
function modularity(graph, groupOf) {
  const degrees = degreesOf(graph);
  const every = degrees.reduce((sum, degree) => sum + degree, 0);
  const [inside, total] = [new Map(), new Map()];
  const more = (map, key, by) => map.set(key, (map.get(key) || 0) + by);
  degrees.forEach((degree, node) => more(total, groupOf[node], degree));
  for (const [one, other, weight] of edgesOf(graph)) if (groupOf[one] === groupOf[other]) more(inside, groupOf[one], weight);
  return [...total].reduce((sum, [group, degree]) => (
    sum + (inside.get(group) || 0) / (every / 2) - degree * degree * (1 / every ** 2)), 0);
}

// Each node goes where it adds most, until none moves: node -> group.
function moved(graph, m, draw) {
  const groupOf = graph.map((_, node) => node);
  const degrees = degreesOf(graph);
  const totals = [...degrees];
  const order = graph.map((_, node) => node);
  draw.shuffle(order);
  let moves = 1;
  while (moves) {
    moves = 0;
    for (const node of order) {
      const own = groupOf[node];
      const near = new Map();
      graph[node].forEach((weight, other) => {
        if (other !== node) near.set(groupOf[other], (near.get(groupOf[other]) || 0) + weight);
      });
      if (!near.has(own)) near.set(own, 0);
      const degree = degrees[node];
      totals[own] -= degree;
      const cost = -near.get(own) / m + (totals[own] * degree) / (2 * m ** 2);
      let [best, most] = [own, 0];
      near.forEach((weight, group) => {
        const gain = cost + weight / m - (totals[group] * degree) / (2 * m ** 2);
        if (gain > most) [best, most] = [group, gain];
      });
      totals[best] += degree;
      if (best !== own) { groupOf[node] = best; moves += 1; }
    }
  }
  return groupOf;
}

// The groups of a graph's nodes: node -> a number.
function louvain(graph, seed) {
  if (!graph.length) return [];
  const draw = new Twister(seed);
  const m = degreesOf(graph).reduce((sum, degree) => sum + degree, 0) / 2;
  let known = modularity(graph, graph.map((_, node) => node));
  let found = graph.map((_, node) => node); // of the first graph's nodes
  for (let level = graph; ;) {
    const groupOf = moved(level, m, draw);
    const kept = [...new Set(groupOf)].sort((a, b) => a - b);
    const number = new Map(kept.map((group, n) => [group, n]));
    found = found.map((node) => number.get(groupOf[node]));
    const made = modularity(level, groupOf);
    if (made - known <= 1e-7) return found;
    known = made;
    const next = graphOf(kept.length, []);
    for (const [one, other, weight] of edgesOf(level)) {
      const [a, b] = [number.get(groupOf[one]), number.get(groupOf[other])];
      const sum = weight + (next[a].get(b) || 0);
      next[a].set(b, sum);
      next[b].set(a, sum);
    }
    level = next;
  }
}
