import type { DataSource } from 'typeorm';
import type { Tx } from '#platform';
import { VAIN_DAYS, VAIN_SHOWN, VAIN_SHOWN_FROM, VAIN_WORDS_A_DAY, vainWords } from './vain-searches.rules.js';

type Db = DataSource | Tx;

/** Words that people searched and that nothing in the catalogue fits. */
export interface VainSearch {
  readonly words: string;
  /** In the last `VAIN_DAYS` days. */
  readonly times: number;
}

/** Counts a question that found nothing: the words and the day, never who asked. */
export async function countVainSearch(db: Db, question: string, now: Date): Promise<void> {
  const words = vainWords(question);
  if (words === null) return;
  await db.query(
    `INSERT INTO vain_searches (words, day, times) SELECT $1, $2::timestamptz::date, 1 WHERE EXISTS (SELECT 1 FROM vain_searches WHERE day = $2::timestamptz::date AND words = $1)
       OR (SELECT count(*) FROM vain_searches WHERE day = $2::timestamptz::date) < ${VAIN_WORDS_A_DAY}
     ON CONFLICT (day, words) DO UPDATE SET times = vain_searches.times + 1`,
    [words, now],
  );
}

/** What was searched in vain most often; words that were given a place since are left out. At most `VAIN_SHOWN`. */
export async function vainSearches(db: Db, now: Date): Promise<VainSearch[]> {
  return db.query(
    `SELECT v.words, sum(v.times)::int AS times FROM vain_searches v
     WHERE v.day > $1::timestamptz::date - ${VAIN_DAYS} AND NOT EXISTS (SELECT 1 FROM catalogue_words w WHERE w.plain = v.words)
     GROUP BY v.words HAVING sum(v.times) >= ${VAIN_SHOWN_FROM} ORDER BY times DESC, v.words LIMIT ${VAIN_SHOWN}`,
    [now],
  );
}
