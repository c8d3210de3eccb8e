/** Below this a number could tell of single people: it is said as "fewer than". */
export const SMALLEST_SAID = 5;

/** The number, or null where it is not said. */
export const saidCount = (count: number): number | null => (count > 0 && count < SMALLEST_SAID ? null : count);

const WORDS = {
  need: { ru: ['нужда', 'нужды', 'нужд'], en: ['need', 'needs'] },
  offer: { ru: ['вклад', 'вклада', 'вкладов'], en: ['offer', 'offers'] },
} as const;

/** «14 нужд», «до 5 вкладов»: in both languages. */
export function fewerThan(count: number, what: keyof typeof WORDS): { readonly ru: string; readonly en: string } {
  const { ru, en } = WORDS[what];
  if (saidCount(count) === null)
    return { ru: `до ${SMALLEST_SAID} ${ru[2]}`, en: `fewer than ${SMALLEST_SAID} ${en[1]}` };
  const form = { one: ru[0], few: ru[1] }[new Intl.PluralRules('ru').select(count) as 'one' | 'few'] ?? ru[2];
  return { ru: `${count} ${form}`, en: `${count} ${count === 1 ? en[0] : en[1]}` };
}
