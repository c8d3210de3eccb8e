import type { Kind, Locale } from '#kernel';
import type { DataSource } from 'typeorm';
import type { Tx } from '#platform';
import type { Catalogue } from '#catalogue';
import type { Entry } from '#catalogue';
import { askedFor, likeness, otherKeyboard, WORD_TYPES, type AskedFor, type WordType } from '#catalogue';

/** What was found: an entry that can be chosen, and the words by which. */
export interface Found {
  readonly type: WordType;
  readonly code: string;
  readonly name: string;
  /** Of an item. */
  readonly category?: string;
  /** Of an item or category. */
  readonly sphere?: string;
  /** The name or synonym that fits what was asked. */
  readonly matched: string;
  /** 0 to 104: from 60 on the words fit, below they are only alike. */
  readonly score: number;
}

export interface SearchFilters {
  readonly types?: readonly WordType[];
  /** Only what can be given or asked for in this kind. */
  readonly kind?: Kind;
  readonly limit: number;
}

/** From here on the words themselves fit. */
export const WORDS_FIT = 60;
/** A name or synonym as it stands, in whatever grammatical form. */
const SAID_EXACTLY = 84;
/** Below this a merely similar word is more likely another one. */
const ALIKE_FROM = 34;
/** How much less alike than the best a word may be and still be shown. */
const ALIKE_WITHIN = 12;
const CANDIDATES = 400;

interface Hit {
  type: WordType;
  code: string;
  words: string;
  plain: string;
  score: number;
}

/** Words that fit wholly or in part. $1 plain question, $2 every word, $3 some word (tsqueries), $4 types, $5 language of the reader. */
export const FITTING_SQL = `
  SELECT type, code, words, plain, score::float8 AS score FROM (
    SELECT DISTINCT ON (type, code) * FROM (
      SELECT type, code, words, plain,
        CASE WHEN plain = $1 THEN CASE WHEN is_name THEN 100 ELSE 92 END
             WHEN tsvector_to_array(stems) = tsvector_to_array(CASE language WHEN 'ru' THEN to_tsvector('russian', $1) ELSE to_tsvector('english', $1) END) THEN CASE WHEN is_name THEN 88 ELSE 84 END
             WHEN starts_with(plain, $1) THEN CASE WHEN is_name THEN 78 ELSE 74 END
             WHEN stems @@ (to_tsquery('russian', $2) || to_tsquery('english', $2) || to_tsquery('simple', $2)) THEN CASE WHEN is_name THEN 66 ELSE 62 END
             ELSE 58 * word_similarity(plain, $1) END
        + 3 * similarity($1, plain) + CASE WHEN language = $5 THEN 1 ELSE 0 END AS score
      FROM catalogue_words_fitting($1, $2, $3) WHERE type = ANY($4)
    ) scored ORDER BY type, code, score DESC, words
  ) best ORDER BY score DESC, type, code LIMIT ${CANDIDATES}`;

/** Words that look alike. $1 plain question, $2 types. */
export const ALIKE_SQL = `SELECT type, code, words, plain, 0::float8 AS score FROM catalogue_words_alike($1) WHERE type = ANY($2)`;

/** Finds entries of the catalogue by the words that people use, in Russian and English at once, with mistakes and while they type. */
export class CatalogueSearch {
  constructor(
    private readonly db: DataSource | Tx,
    private readonly catalogue: Catalogue,
  ) {}

  /** The best first: name, synonym, beginning, similar. Retired entries are left out. */
  async find(question: string, filters: SearchFilters, locale: Locale): Promise<Found[]> {
    const found: Found[] = [];
    for (const hit of await this.hits(question, filters.types ?? WORD_TYPES, locale)) {
      const entry = this.entry(hit, filters.kind, locale);
      if (entry && found.push(entry) === filters.limit) break;
    }
    return found;
  }

  /** Categories and items that a question speaks of, for a list that is filtered by words. `fits`: words of the catalogue fit, they are not only alike. */
  async meant(
    question: string,
  ): Promise<{ readonly categories: readonly string[]; readonly items: readonly string[]; readonly fits: boolean }> {
    const found = await this.find(question, { types: ['sphere', 'category', 'item'], limit: CANDIDATES }, 'ru');
    const best = found[0]?.score ?? 0;
    // Said exactly, it means exactly that: «памперсы» are not those for adults. With a mistake in it, it means what is nearest.
    const from = best >= SAID_EXACTLY ? SAID_EXACTLY : best >= WORDS_FIT ? WORDS_FIT : best - 3;
    const meant = found.filter((one) => one.score >= from);
    const codes = (type: WordType): string[] => meant.filter((one) => one.type === type).map((one) => one.code);
    const spheres = meant
      .filter((one) => one.type === 'sphere' && one.score >= SAID_EXACTLY)
      .flatMap((one) => this.catalogue.categoriesOf(one.code).map((category) => category.code));
    return {
      categories: [...new Set([...codes('category'), ...spheres])],
      items: codes('item'),
      fits: best >= WORDS_FIT,
    };
  }

  /** Words that fit; where none do, those typed on the other keyboard; where none do either, words that look alike. */
  private async hits(question: string, types: readonly WordType[], locale: Locale): Promise<readonly Hit[]> {
    const asked = askedFor(question);
    if (!asked) return [];
    const fitting = await this.fitting(asked, types, locale);
    if (fitting.some((hit) => hit.score >= WORDS_FIT)) return fitting.filter((hit) => hit.score >= ALIKE_FROM);
    const other = askedFor(otherKeyboard(question));
    const others = other ? await this.fitting(other, types, locale) : [];
    if (others.some((hit) => hit.score >= WORDS_FIT)) return others.filter((hit) => hit.score >= WORDS_FIT);
    const alike: Hit[] = await this.db.query(ALIKE_SQL, [asked.plain, types]);
    return nearest([...fitting, ...alike.map((hit) => ({ ...hit, score: 50 * likeness(asked.plain, hit.plain) }))]);
  }

  private fitting(asked: AskedFor, types: readonly WordType[], locale: Locale): Promise<Hit[]> {
    return this.db.query(FITTING_SQL, [asked.plain, asked.every, asked.some, types, locale]);
  }

  private entry(hit: Hit, kind: Kind | undefined, locale: Locale): Found | null {
    const { catalogue } = this;
    const told = (
      entry: Entry | undefined,
      kinds: readonly Kind[],
      more: Pick<Found, 'category' | 'sphere'> = {},
    ): Found | null =>
      !entry || entry.retiredAt !== null || (kind !== undefined && !kinds.includes(kind))
        ? null
        : {
            type: hit.type,
            code: hit.code,
            name: locale === 'ru' ? entry.nameRu : entry.nameEn,
            ...more,
            matched: hit.words,
            score: hit.score,
          };
    switch (hit.type) {
      case 'sphere':
        return told(
          catalogue.sphere(hit.code),
          catalogue.categoriesOf(hit.code).flatMap((category) => category.kinds),
        );
      case 'category': {
        const category = catalogue.category(hit.code);
        return told(category, category?.kinds ?? [], { sphere: category?.sphere });
      }
      case 'item': {
        const item = catalogue.item(hit.code);
        return told(item, ['goods'], {
          category: item?.category,
          sphere: catalogue.category(item?.category ?? '')?.sphere,
        });
      }
      case 'skill':
        return told(catalogue.skill(hit.code), ['time']);
      case 'place':
        return told(catalogue.place(hit.code), ['money', 'goods', 'time']);
    }
  }
}

/** Each entry once, by its best word; the best first, and nothing that is far behind it. */
function nearest(hits: readonly Hit[]): readonly Hit[] {
  const best = new Map<string, Hit>();
  for (const hit of hits) {
    const key = `${hit.type} ${hit.code}`;
    if (hit.score > (best.get(key)?.score ?? 0)) best.set(key, hit);
  }
  const sorted = [...best.values()].sort((a, b) => b.score - a.score || (a.type < b.type ? -1 : 1));
  const from = Math.max(ALIKE_FROM, (sorted[0]?.score ?? 0) - ALIKE_WITHIN);
  return sorted.filter((hit) => hit.score >= from);
}
