import type { DataSource } from 'typeorm';
import type { LockedMatch } from '../match-steps.js';
import { CODE_LIMITS, plainCode, takesCode } from './hand-over-entry.rules.js';
import { refuse } from './hand-over.refusals.js';

/**
 * Whose code it is that a person typed. A wrong one is counted in a statement of its own, so that no later refusal takes it back and many at once do not slip through.
 * @param of `giver`: where things leave who gives them, their own code alone counts; `any`: where they arrive, also that of the driver who brings them
 * @returns the driver, where it was theirs
 */
export async function tryCode(
  source: DataSource,
  { match, need }: Pick<LockedMatch, 'match' | 'need'>,
  typed: string,
  of: 'giver' | 'any' | 'carrier' = 'any',
): Promise<{ readonly carrierId: string | null }> {
  if (!takesCode(need.kind, match.status)) refuse('hand-over.no-code');
  const right = {
    giver: 'code = $2',
    carrier: 'carrier_code IS NOT DISTINCT FROM $2',
    any: '(code = $2 OR carrier_code IS NOT DISTINCT FROM $2)',
  }[of];
  const [rows] = (await source.query(
    `UPDATE hand_over_codes SET tries = CASE WHEN ${right} THEN tries ELSE tries + 1 END WHERE match_id = $1 AND tries < $3
     RETURNING ${right} AS right, tries, CASE WHEN carrier_code = $2 THEN carrier_id END AS "carrierId"`,
    [match.id, plainCode(typed), CODE_LIMITS.tries],
  )) as [{ right: boolean; tries: number; carrierId: string | null }[], number];
  const [tried] = rows;
  if (!tried) {
    const [shown] = (await source.query('SELECT 1 FROM hand_over_codes WHERE match_id = $1', [match.id])) as unknown[];
    return refuse(shown ? 'hand-over.code-used-up' : 'hand-over.wrong-code', { left: CODE_LIMITS.tries });
  }
  if (!tried.right) refuse('hand-over.wrong-code', { left: CODE_LIMITS.tries - tried.tries });
  return { carrierId: tried.carrierId };
}
