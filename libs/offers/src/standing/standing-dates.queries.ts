import { preparedQuery, type Tx } from '#platform';
import type { OpeningDate } from './repeat.rules.js';
import type { Skip } from './skips.rules.js';

/** Keeps that a date opened an offer. Its key is what makes a second one for the same date impossible. */
export async function keepOpened(
  tx: Tx,
  standingOfferId: string,
  { day }: OpeningDate,
  offerId: string,
  at: Date,
): Promise<void> {
  await preparedQuery(
    tx,
    'INSERT INTO standing_offer_dates (standing_offer_id, day, offer_id, at) VALUES ($1, $2, $3, $4)',
    [standingOfferId, day, offerId, at],
  );
}

/** Keeps that gifts were made for a date: they name it. */
export async function keepGiven(tx: Tx, standingOfferId: string, { day }: OpeningDate, at: Date): Promise<void> {
  await preparedQuery(
    tx,
    'INSERT INTO standing_offer_dates (standing_offer_id, day, gift, at) VALUES ($1, $2, true, $3)',
    [standingOfferId, day, at],
  );
}

/** Keeps that dates opened nothing, and why. A date that is kept already stays as it is. */
export async function skipDates(
  tx: Tx,
  standingOfferId: string,
  dates: readonly OpeningDate[],
  skip: Skip,
  at: Date,
): Promise<void> {
  if (dates.length === 0) return;
  await preparedQuery(
    tx,
    'INSERT INTO standing_offer_dates (standing_offer_id, day, skipped, at) SELECT $1, day, $3, $4 FROM unnest($2::date[]) AS day ON CONFLICT DO NOTHING',
    [standingOfferId, dates.map(({ day }) => day), skip, at],
  );
}

/** The last day that has had its turn; null when none has. */
export async function lastDay(tx: Tx, standingOfferId: string): Promise<string | null> {
  const [row] = await preparedQuery<{ day: string | null }>(
    tx,
    'SELECT max(day)::text AS day FROM standing_offer_dates WHERE standing_offer_id = $1',
    [standingOfferId],
  );
  return row?.day ?? null;
}
