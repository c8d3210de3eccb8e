import type { Finding } from './contacts.rules.js';

/** Words of health that nobody publishes of somebody who is named (152-FZ, art. 10). Beginnings of words. */
const HEALTH = /(?<![\p{L}])(?:диагноз\p{L}*|инвалид\p{L}*|онколог\p{L}*|лейкоз\p{L}*|лейкеми\p{L}*|эпилепс\p{L}*|аутизм\p{L}*|аутист\p{L}*|шизофрен\p{L}*|диабет\p{L}*|туберкул[её]з\p{L}*|гепатит\p{L}*|деменц\p{L}*|инсульт\p{L}*|инфаркт\p{L}*|опухол\p{L}*|химиотерап\p{L}*|психиатр\p{L}*|ДЦП|ВИЧ|СПИД|РАС|cancer|diagnos\p{L}*|disabilit\p{L}*|epileps\p{L}*|autis\p{L}*|diabet\p{L}*|leuk\p{L}*|HIV)(?![\p{L}])/gu;
/** Two or three words with capitals side by side, as a person is named; what organizations and places are called is left out. */
const NAME = /(?<![\p{L}«"])(?:\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)(?:[ \u00a0]\p{Lu}(?:\p{Ll}+|\.)(?:-\p{Lu}\p{Ll}+)?){1,2}(?![\p{L}»"])/gu;
const NO_PERSON = /област|край|район|город|улиц|республик|округ|Фонд|Центр|Красн\p{L}* Крест|Россий|Amur|Oblast|Red Cross/u;
/** How many characters a name may stand away from what is said of its health. */
const NEAR = 160;

/** What a text says of the health of somebody whom it names near by. The words themselves are not copied out of the text. */
export function findNamedHealth(text: string): Finding[] {
  const names = [...text.matchAll(NAME)].filter(([name]) => !NO_PERSON.test(name)).map(({ index, 0: { length } }) => ({ at: index, length }));
  const said = [...text.matchAll(HEALTH)].map(({ index, 0: { length } }) => ({ at: index, length }));
  const near = (a: { at: number }, others: readonly { at: number }[]): boolean => others.some((b) => Math.abs(a.at - b.at) <= NEAR);
  const found = [...names.filter((name) => near(name, said)), ...said.filter((word) => near(word, names))];
  return found.sort((a, b) => a.at - b.at).map(({ at, length }) => ({ masked: '•••', at, length }));
}
