const NBSP = '\u00a0';

const UNITS =
  '₽|%|°C|мин|шт|кг|км|мл|м³|м²|лет|года?|млн|млрд|тыс|руб|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|час(?:а|ов)?|дн(?:я|ей)|ч|т|с|г|л|м';
// Not after a figure: in «5 км и» the unit belongs to the figure before it.
const SHORT_WORD = /(^|(?<!\d)[\s\u00a0]|[(«„"–—])([А-Яа-яЁё]{1,2}) (?=\S)/g;
const BEFORE_DASH = / (?=[—·] )/g;
const HYPHEN_AS_DASH = / --?(?= )/g;
const THOUSANDS = /(\d) (?=\d{3}(?!\d))/g;
const NUMBER_AND_UNIT = new RegExp(`(\\d) (?=(?:${UNITS})(?![А-Яа-яЁёA-Za-z]))`, 'g');
const NUMBER_SIGN = /([№§]) ?(?=\d)/g;
const PARTICLE = / (?=(?:бы|же|ли|б|ж|ль)(?![А-Яа-яЁё]))/g;

/**
 * Russian typography of one text: what belongs together does not part at the end of a line (short words, «—», 1 234,50 ₽, 5 км,
 * 24 ноября, № 17), and a hyphen that stands for a dash becomes one. Changes spaces and dashes only: no letter, so no ё, is
 * invented. Idempotent, linear in the text.
 */
export function typograph(text: string): string {
  return text
    .replace(HYPHEN_AS_DASH, ' —')
    .replace(BEFORE_DASH, NBSP)
    .replace(SHORT_WORD, `$1$2${NBSP}`)
    .replace(SHORT_WORD, `$1$2${NBSP}`) // twice: in «и в доме» the space before «в» belonged to the first match
    .replace(PARTICLE, NBSP)
    .replace(THOUSANDS, `$1${NBSP}`)
    .replace(NUMBER_AND_UNIT, `$1${NBSP}`)
    .replace(NUMBER_SIGN, `$1${NBSP}`);
}
