import type { DataSource } from 'typeorm';
import type { Catalogue } from '#catalogue';
import { DAY_MS, distanceKm } from '#kernel';
import { LESS_REVERSALS } from '#ledger';
import { publicPoints } from '#stock';
import { NEED_COLUMN, type By } from './period-balances.queries.js';

/** Of agreements that ended in so many days; fewer than so many of them tell nothing of a place. */
export const AGREED_DAYS = 365;
export const AGREED_LEAST = 10;

/** Open needs to which nothing is promised and nothing came, and how many days half of them have waited at least; null where there are none. */
export interface Waiting {
  readonly needs: number;
  readonly days: number | null;
}

/** What became of what both sides agreed on: how many agreements ended, of how many something came, in how many days mostly. */
export interface Agreed {
  readonly ended: number;
  readonly arrived: number;
  readonly days: number | null;
}

/** An intake point that takes things in from everybody, and how far it is in a straight line from the centre of the place. */
export interface NearestStore {
  readonly name: string;
  readonly place: string;
  readonly km: number;
}

export interface SheetFacts {
  readonly waiting: Waiting & { readonly everywhere: Waiting };
  readonly agreed: Agreed | null;
  /** Of a place; null of a sphere, and where there is none. */
  readonly nearestStore: NearestStore | null;
}

/** Needs of these places or categories ($1), none of a private category ($2); $3 is now. */
export function waitingSql(by: By): string {
  const waited =
    'percentile_disc(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM $3::timestamptz - n.opened_at)::float8)';
  const here = `FILTER (WHERE ${NEED_COLUMN[by]} = ANY($1::text[]))`;
  return `SELECT (count(*) ${here})::integer AS needs, ${waited} ${here} AS seconds, count(*)::integer AS "allNeeds", ${waited} AS "allSeconds"
    FROM needs n JOIN accounts a ON a.kind = 'need' AND a.holder_id = n.id
    WHERE n.status = 'open' AND n.opened_at IS NOT NULL AND n.category <> ALL($2::text[]) AND a.held_in = 0 AND a.posted_in = 0`;
}

/** Agreements about needs of these places or categories ($1), none of a private category ($2), that ended since $3. What came of them is the ledger's. */
export function agreedSql(by: By): string {
  return `SELECT count(*)::integer AS ended, (count(*) FILTER (WHERE came))::integer AS arrived, percentile_disc(0.5) WITHIN GROUP (ORDER BY seconds) FILTER (WHERE came) AS seconds
    FROM (SELECT extract(epoch FROM m.confirmed_at - m.accepted_at)::float8 AS seconds,
        EXISTS (SELECT 1 FROM transfers t WHERE t.subject_id = m.id AND t.subject_type = 'match' AND t.kind IN ('delivery', 'surplus', 'stock') AND t.phase IN ('posted', 'post') AND ${LESS_REVERSALS} > 0) AS came
      FROM needs n JOIN matches m ON m.need_id = n.id AND m.accepted_at IS NOT NULL
      WHERE ${NEED_COLUMN[by]} = ANY($1::text[]) AND n.category <> ALL($2::text[]) AND m.status IN ('confirmed', 'cancelled', 'expired') AND coalesce(m.confirmed_at, m.ended_at) >= $3) agreed`;
}

const SECONDS_A_DAY = DAY_MS / 1000;
const wholeDays = (seconds: number | null): number | null =>
  seconds === null ? null : Math.max(0, Math.floor(seconds / SECONDS_A_DAY));

/** How long needs of a place or sphere wait, how much of what is promised arrives, and where things can be brought. */
export async function sheetFacts(
  source: DataSource,
  catalogue: Catalogue,
  asked: {
    readonly by: By;
    readonly code: string;
    readonly keys: readonly string[];
    readonly hidden: readonly string[];
  },
  now: Date,
): Promise<SheetFacts> {
  const { by, code, keys, hidden } = asked;
  const [waiting, agreed, points] = await Promise.all([
    source.query(waitingSql(by), [keys, hidden, now]) as Promise<
      [{ needs: number; seconds: number | null; allNeeds: number; allSeconds: number | null }]
    >,
    source.query(agreedSql(by), [keys, hidden, new Date(now.getTime() - AGREED_DAYS * DAY_MS)]) as Promise<
      [{ ended: number; arrived: number; seconds: number | null }]
    >,
    by === 'place' ? publicPoints(source) : [],
  ]);
  const [{ needs, seconds, allNeeds, allSeconds }] = waiting;
  const [{ ended, arrived, seconds: took }] = agreed;
  return {
    waiting: {
      needs,
      days: wholeDays(seconds),
      everywhere: { needs: allNeeds, days: wholeDays(allSeconds) },
    },
    agreed: ended < AGREED_LEAST ? null : { ended, arrived, days: wholeDays(took) },
    nearestStore: nearest(catalogue, code, points),
  };
}

/** The nearest of the points, of equally near ones the first by name. A point in the place itself is at no distance. */
function nearest(
  catalogue: Catalogue,
  code: string,
  points: readonly { readonly name: string; readonly place: string }[],
): NearestStore | null {
  const from = catalogue.place(code);
  if (!from) return null;
  const within = new Set(catalogue.placesWithin(code));
  const far = points.flatMap(({ name, place }) => {
    const to = catalogue.place(place);
    return to ? [{ name, place, km: within.has(place) ? 0 : Math.max(1, Math.round(distanceKm(from, to))) }] : [];
  });
  return far.sort((a, b) => a.km - b.km || a.name.localeCompare(b.name, 'ru'))[0] ?? null;
}
