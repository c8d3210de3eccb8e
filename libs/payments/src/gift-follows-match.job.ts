import type { Fact } from '#kernel';
import type { FactJob } from '#platform';

/** A match of a gift that its sides ended by themselves (confirmed by hand, or taken back) says what became of the gift. */
export const giftFollowsMatchJob: FactJob<Fact<'match.confirmed' | 'match.cancelled'>> = {
  name: 'payments.follow-match',
  async apply(tx, fact) {
    await tx.query(
      `UPDATE gifts g SET status = CASE m.status WHEN 'confirmed' THEN 'paid' ELSE 'lapsed' END, ended_at = m.ended_at
       FROM matches m WHERE m.id = $1 AND g.match_id = m.id AND g.status = 'promised' AND m.status IN ('confirmed', 'cancelled')`,
      [fact.payload.matchId],
    );
  },
};
