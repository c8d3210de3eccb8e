import type { MatchSide } from '#matching';
import type { Tx } from '#platform';
import { TALK_LIMITS } from './talk.rules.js';

/** A message, and whom to tell of it. */
export interface MessageToTell {
  readonly matchId: string;
  readonly from: MatchSide;
  /** People of the other side who have not read it, and who were told of no message of this match for some hours. */
  readonly personIds: readonly string[];
}

/**
 * Whom to write to about a message; from now on they count as told. Null: nobody, or the message is gone.
 * @param people those of each side
 */
export async function takeMessageToTell(
  tx: Tx,
  messageId: string,
  people: (matchId: string, side: MatchSide) => Promise<readonly string[]>,
  now: Date,
): Promise<MessageToTell | null> {
  const [message] = (await tx.query(
    'SELECT match_id AS "matchId", side AS "from", at FROM match_messages WHERE id = $1 AND removed_at IS NULL',
    [messageId],
  )) as { matchId: string; from: MatchSide; at: Date }[];
  if (!message) return null;
  const { matchId, from, at } = message;
  const to: MatchSide = from === 'donor' ? 'organization' : 'donor';
  const rows = (await tx.query(
    `INSERT INTO match_message_reads AS r (match_id, person_id, side, told_at) SELECT $1, p.id, $2, $4 FROM unnest($3::uuid[]) AS p(id) ORDER BY p.id
     ON CONFLICT (match_id, person_id) DO UPDATE SET told_at = $4 WHERE (r.read_until IS NULL OR r.read_until < $6) AND (r.told_at IS NULL OR r.told_at <= $5)
     RETURNING person_id AS id`,
    [matchId, to, await people(matchId, to), now, new Date(now.getTime() - TALK_LIMITS.mailEveryMs), at],
  )) as { id: string }[];
  return { matchId, from, personIds: rows.map((row) => row.id) };
}
