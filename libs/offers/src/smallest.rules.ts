/**
 * The least that an offer of money may be. What is still missing of a need may be given however little it is, by an offer that goes to that need or to other needs that are named, and nowhere else.
 * @param setting of the installation, in the base unit
 * @param only what binds the offer
 * @param missing of each need among them, what nobody has promised or given yet, in the same unit
 */
export function smallestMoney(setting: number, only: readonly string[], missing: ReadonlyMap<string, number>): number {
  if (only.length === 0 || !only.every((code) => missing.has(code))) return setting;
  return Math.min(setting, ...[...missing.values()].filter((amount) => amount > 0));
}
