import type { CardDifference } from './card.queries.js';

/** What the last comparison found, each with the first night since which it was found every time. @param nights that were done, the newest first */
export function lastingSince(
  nights: readonly { readonly day: string; readonly differences: readonly CardDifference[] }[],
): (CardDifference & { readonly since: string })[] {
  const [last] = nights;
  if (!last) return [];
  return last.differences.map((one) => {
    const before = nights.findIndex(
      ({ differences }) => !differences.some(({ id, side }) => id === one.id && side === one.side),
    );
    return { ...one, since: (nights[before === -1 ? nights.length - 1 : before - 1] ?? last).day };
  });
}
