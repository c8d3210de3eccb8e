import { forceGenericPlan, preparedQuery, type Tx } from '#platform';

/** What the books say of a giver. */
export interface GivenSoFar {
  /** Of how many of their offers something has arrived. */
  readonly given: number;
  /** What is offered and not yet given, by base unit. */
  readonly onTable: ReadonlyMap<string, number>;
}

/** Of those parties that have offered anything. */
export async function givenSoFar(tx: Tx, partyIds: readonly string[]): Promise<Map<string, GivenSoFar>> {
  const rows = await preparedQuery<{ id: string; unit: string; left: number; given: number }>(
    tx,
    `SELECT party_id AS id, unit, sum(posted_in - posted_back - posted_out)::bigint AS "left", count(*) FILTER (WHERE posted_out > 0) AS given
     FROM accounts WHERE party_id = ANY (${forceGenericPlan('$1', 'uuid[]')}) AND kind = 'offer' GROUP BY party_id, unit`,
    [partyIds],
  );
  const found = new Map<string, { given: number; onTable: Map<string, number> }>();
  for (const { id, unit, left, given } of rows) {
    const one = found.get(id) ?? { given: 0, onTable: new Map<string, number>() };
    one.given += given;
    one.onTable.set(unit, left);
    found.set(id, one);
  }
  return found;
}
