import type { Tx } from '#platform';
import { idEndOf } from './payment.rules.js';

/** Which of these payment codes are of agreed money that an organization still awaits; gifts are known by their own row, and are not among them. */
export async function awaitedCodes(tx: Tx, organizationId: string, codes: readonly string[]): Promise<Set<string>> {
  if (codes.length === 0) return new Set();
  const ends = new Map(codes.map((code) => [idEndOf(code), code]));
  const rows: { end: string }[] = await tx.query(
    `SELECT right(m.id::text, 10) AS "end" FROM needs n JOIN matches m ON m.need_id = n.id JOIN offers o ON o.id = m.offer_id
     WHERE n.organization_id = $1 AND n.kind = 'money' AND m.status IN ('accepted', 'delivered') AND NOT o.gift AND right(m.id::text, 10) = ANY($2)`,
    [organizationId, [...ends.keys()]],
  );
  return new Set(rows.flatMap(({ end }) => ends.get(end) ?? []));
}
