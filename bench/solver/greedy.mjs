/** Heaviest pair first, as much as it takes: what the field does at best. */
export function greedy({ supply, demand, start, col, weight }) {
  const row = new Int32Array(col.length);
  for (let i = 0; i < supply.length; i++) row.fill(i, start[i], start[i + 1]);
  const left = supply.slice(),
    room = demand.slice();
  let objective = 0;
  for (const e of Int32Array.from(weight.keys()).sort((a, b) => weight[b] - weight[a] || a - b)) {
    const amount = Math.min(left[row[e]], room[col[e]]);
    left[row[e]] -= amount;
    room[col[e]] -= amount;
    objective += amount * weight[e];
  }
  return { objective: BigInt(objective), gap: NaN };
}
