/** What stands for a closed word: it says nothing of the word, not even its length. */
export const SHUT = '•••';

/** Words of health that nobody publishes of a person who is named (152-FZ, art. 10), also where they begin a sentence. Beginnings of words. */
const WORDS =
  /(?<!\p{L})(?:диагноз|инвалид|онколог|лейкоз|лейкеми|эпилепс|аутизм|аутист|шизофрен|диабет|туберкул[её]з|гепатит|деменц|инсульт|инфаркт|опухол|химиотерап|психиатр|diagnos|disabilit|epileps|autis|diabet|leuk|cancer(?!\p{L}))\p{L}*/giu;
/** In capitals alone: «рас» is another word. */
const ABBREVIATIONS = /(?<!\p{L})(?:ДЦП|ВИЧ|СПИД|РАС|HIV)(?!\p{L})/gu;
/** Two or three words with capitals side by side, as a person is named; what organizations and places are called is left out. */
const NAME =
  /(?<![\p{L}«"])(?:\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)(?:[ \u00a0]\p{Lu}(?:\p{Ll}+|\.)(?:-\p{Lu}\p{Ll}+)?){1,2}(?![\p{L}»"])/gu;
const ORGANIZATIONS = /Фонд|Центр|Красн\p{L}* Крест|Россий|Amur|Oblast|Red Cross/u;
/** Whole words: people are called Загородний and Крайнов. */
const PLACES =
  /(?<!\p{L})(?:област\p{L}*|кра(?:[йяею]|ем)|район\p{L}*|город\p{L}{0,2}|улиц\p{L}{0,2}|республик\p{L}{0,2}|округ\p{L}{0,2})(?!\p{L})/iu;
/** How many characters a name may stand away from what is said of its health. */
const NEAR = 160;

/** Which of the two a finding is: who is named, or what is said of their health. */
export type NamedHealth = 'name' | 'health';
export interface NamedHealthFinding {
  readonly what: NamedHealth;
  readonly masked: string;
  /** Where in the text it begins, and how many characters it takes. */
  readonly at: number;
  readonly length: number;
}

/** What a text says of the health of a person whom it names near by. The words themselves are not copied out of the text. */
export function findNamedHealth(text: string): NamedHealthFinding[] {
  const plain = text.replace(WORDS, (word) => word.toLowerCase()); // of «Диагноз Анны Светловой» the first word is no name
  const names = [...plain.matchAll(NAME)]
    .filter(([name]) => !ORGANIZATIONS.test(name) && !PLACES.test(name))
    .map(({ index, 0: { length } }) => ({ at: index, length, what: 'name' as const }));
  const said = [...text.matchAll(WORDS), ...text.matchAll(ABBREVIATIONS)].map(({ index, 0: { length } }) => ({
    at: index,
    length,
    what: 'health' as const,
  }));
  const near = (a: { at: number }, others: readonly { at: number }[]): boolean =>
    others.some((b) => Math.abs(a.at - b.at) <= NEAR);
  const found = [...names.filter((name) => near(name, said)), ...said.filter((word) => near(word, names))];
  return found.sort((a, b) => a.at - b.at).map((one) => ({ masked: SHUT, ...one }));
}

/**
 * Texts that are read one under the other, without who is named beside an illness: a name in the first and an illness in the second belong together.
 * `count` is how many places are closed.
 */
export function withoutNamedHealthIn(texts: readonly string[]): { readonly texts: string[]; readonly count: number } {
  const found = findNamedHealth(texts.join('\n'));
  let from = 0;
  const shown = texts.map((text) => {
    const [begins, ends] = [from, from + text.length];
    from = ends + 1;
    return found
      .filter(({ at, length }) => at >= begins && at + length <= ends)
      .reduceRight(
        (left, { at, length }) => left.slice(0, at - begins) + SHUT + left.slice(at - begins + length),
        text,
      );
  });
  return { texts: shown, count: found.length };
}
