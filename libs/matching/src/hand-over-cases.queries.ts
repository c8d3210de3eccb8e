import { donorLabel } from '#donors';
import { countPromises } from './promises.queries.js';
import type { Db } from './sides.queries.js';

/** What is known of a hand-over without anybody's words, and how its giver has done so far. */
export interface HandOverCase {
  /** As the other side reads it. */
  readonly giver: string;
  /** Promises of the giver that ended: kept, or broken by them. */
  readonly kept: number;
  readonly broken: number;
  /** In the order in which they happened. */
  readonly steps: readonly { readonly step: HandOverStep; readonly at: string }[];
}

export const HAND_OVER_STEPS = ['accepted', 'meeting', 'delivered'] as const;
export type HandOverStep = (typeof HAND_OVER_STEPS)[number];

interface Row extends Record<HandOverStep, Date | null> {
  readonly id: string;
  readonly donorId: string;
  readonly donor: string | null;
}

/** By match: two queries, however many there are. `meeting` is the hour on which both agreed. */
export async function handOverCases(
  db: Db,
  matchIds: readonly string[],
  locale: 'ru' | 'en',
): Promise<Map<string, HandOverCase>> {
  if (matchIds.length === 0) return new Map();
  const rows: Row[] = await db.query(
    `SELECT m.id, o.donor_id AS "donorId", CASE WHEN o.anonymous THEN NULL ELSE coalesce(b.short_name, d.display_name) END AS donor,
       m.accepted_at AS accepted, h.starts_at AS meeting, m.delivered_at AS delivered
     FROM matches m JOIN offers o ON o.id = m.offer_id LEFT JOIN donors d ON d.id = o.donor_id LEFT JOIN organizations b ON b.id = o.donor_id
       LEFT JOIN hand_overs h ON h.match_id = m.id AND h.agreed_at IS NOT NULL AND h.cancelled_at IS NULL
     WHERE m.id = ANY($1)`,
    [matchIds],
  );
  const promises = await countPromises(db, 'donor', [...new Set(rows.map(({ donorId }) => donorId))]);
  return new Map(
    rows.map((row) => {
      const { kept, of } = promises.get(row.donorId) ?? { kept: 0, of: 0 };
      const steps = HAND_OVER_STEPS.flatMap((step) => {
        const at = row[step];
        return at ? [{ step, at: at.toISOString() }] : [];
      }).sort((a, b) => (a.at < b.at ? -1 : 1));
      return [
        row.id,
        { giver: donorLabel(row.donor, row.donor === null, locale), kept, broken: of - kept, steps },
      ] as const;
    }),
  );
}
