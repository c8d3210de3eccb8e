/** Russian typography for a text that people wrote: short words, dashes, thousands and units never part from their neighbour. */
export function typograph(text: string): string {
  let before: string;
  let now = text;
  do {
    before = now;
    now = now.replace(/(^|[\s\u00a0(«„])([А-Яа-яёЁ]{1,2}) (?=\S)/g, '$1$2\u00a0');
  } while (before !== now);
  return now
    .replace(/ ([—·]) /g, '\u00a0$1 ')
    .replace(/(\d) (?=\d{3}(?!\d))/g, '$1\u00a0')
    .replace(/(\d) (₽|ч|шт|кг|м³|км|%|мин|т|дн)(?![а-яё])/g, '$1\u00a0$2')
    .replace(/№ /g, '№\u00a0');
}
