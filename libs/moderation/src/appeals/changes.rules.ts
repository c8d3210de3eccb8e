import { withoutNamedHealthIn } from '#forms';

/** What is said of something, field by field: words, codes of the catalogue, times, or an amount in its base unit. */
export const WORD_FIELDS = [
  'title',
  'shortName',
  'description',
  'limits',
  'budget',
  'amount',
  'category',
  'place',
  'from',
  'deadline',
  'beneficiaries',
  'photos',
  'inn',
  'account',
] as const;
export type WordField = (typeof WORD_FIELDS)[number];
export type Words = Readonly<Partial<Record<WordField, string | null>>>;

/** One field that is not as it was; null: nothing was said. */
export interface Changed {
  readonly field: WordField;
  readonly before: string | null;
  readonly after: string | null;
}

/** Fields in which somebody can be named, in the order in which they are read. */
const READ = ['title', 'description', 'limits', 'budget'] as const;

function shut(words: Words): Words {
  const { texts } = withoutNamedHealthIn(READ.map((field) => words[field] ?? ''));
  return { ...words, ...Object.fromEntries(READ.flatMap((field, at) => (words[field] ? [[field, texts[at]]] : []))) };
}

/** How many places are closed in what is not there any more: of what is there still, its own text says so. */
export function closedBefore(then: Words, now: Words): number {
  const gone = READ.some((field) => (then[field] || null) !== (now[field] || null));
  return gone ? withoutNamedHealthIn(READ.map((field) => then[field] ?? '')).count : 0;
}

/**
 * What changed between a refusal and now, in the order of the form. Who is named beside an illness is closed on both sides to who has not looked; that it changed
 * is said all the same.
 */
export function changedSince(then: Words, now: Words, seen: boolean): Changed[] {
  const [before, after] = seen ? [then, now] : [shut(then), shut(now)];
  return WORD_FIELDS.filter((field) => (then[field] || null) !== (now[field] || null)).map((field) => ({
    field,
    before: before[field] || null,
    after: after[field] || null,
  }));
}
