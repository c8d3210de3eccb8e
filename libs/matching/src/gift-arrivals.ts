import { useUpOffers } from '#offers';
import { announce, record, type Tx } from '#platform';
import type { StepServices } from './match-steps.js';

interface AwaitedMatch {
  readonly id: string;
  readonly hold: string;
  readonly offerId: string;
  readonly needId: string;
  readonly donorId: string;
}

/** Found by their ids and nothing else: the index of all matches that are due is read whole where hundreds of them are asked for. */
const AWAITED = `WITH these AS MATERIALIZED (SELECT id, status, hold, offer_id, need_id FROM matches WHERE id = ANY($1))
  SELECT m.id, m.hold, m.offer_id AS "offerId", m.need_id AS "needId", o.donor_id AS "donorId" FROM these m JOIN offers o ON o.id = m.offer_id
  WHERE m.status = 'accepted' AND m.hold IS NOT NULL AND o.gift AND o.status = 'open'`;

/**
 * The money of many gifts has come, of each just what was promised and is held: what `GiftMatches.seen` does for one, in a few statements for all of them. Locks all needs, all offers,
 * all matches, all accounts, each by id. Returns the matches that have their money now; others are not so plain, and nothing was done about them.
 * @param by who saw it
 */
export async function seeTogether(
  services: StepServices,
  tx: Tx,
  matchIds: readonly string[],
  { at, by }: { readonly at: Date; readonly by: string | null },
): Promise<ReadonlySet<string>> {
  const matches = await lockAwaited(tx, matchIds);
  if (matches.length === 0) return new Set();
  const ids = matches.map(({ id }) => id);
  const needIds = [...new Set(matches.map(({ needId }) => needId))];
  await services.ledger.postAll(
    tx,
    matches.map(({ hold }) => hold),
    { at, by },
  );
  await tx.query(
    `UPDATE matches SET status = 'confirmed', deadline = NULL, reminded_at = NULL, confirmed_at = $2, ended_at = $2, ended_by = NULL, reason = NULL WHERE id = ANY($1)`,
    [ids, at],
  );
  const offers = await services.ledger.offerBalances(
    tx,
    matches.map(({ offerId }) => offerId),
  );
  await useUpOffers(tx, offers, at);
  await services.needs.afterReceipts(tx, await services.ledger.needBalances(tx, needIds));
  await record(tx, 'match.confirmed', ...matches.map(({ id, offerId, needId }) => ({ matchId: id, offerId, needId })));
  announce(tx, ...matches.map(({ id, donorId }) => ({ event: 'match.changed' as const, id, partyIds: [donorId] })));
  return new Set(ids);
}

/** Read once to know what to lock, and again when all of it is locked. */
async function lockAwaited(tx: Tx, matchIds: readonly string[]): Promise<AwaitedMatch[]> {
  const seen: AwaitedMatch[] = await tx.query(AWAITED, [matchIds]);
  const ids = (of: 'id' | 'needId' | 'offerId'): string[] => [...new Set(seen.map((match) => match[of]))];
  await tx.query('SELECT 1 FROM needs WHERE id = ANY($1) ORDER BY id FOR UPDATE', [ids('needId')]);
  await tx.query('SELECT 1 FROM offers WHERE id = ANY($1) ORDER BY id FOR UPDATE', [ids('offerId')]);
  await tx.query('SELECT 1 FROM matches WHERE id = ANY($1) ORDER BY id FOR UPDATE', [ids('id')]);
  return tx.query(AWAITED, [ids('id')]);
}
