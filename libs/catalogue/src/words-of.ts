import type { Words } from '#engine';
import type { Catalogue } from './catalogue.js';
import { formatAmount } from './format.rules.js';

/** The catalogue as the engine speaks of it: a code that the catalogue does not know is its own name. */
export function wordsOf(catalogue: Catalogue): Words {
  return {
    name(code) {
      const entry =
        catalogue.category(code) ??
        catalogue.sphere(code) ??
        catalogue.place(code) ??
        catalogue.item(code) ??
        catalogue.skill(code);
      return entry ? { ru: entry.nameRu, en: entry.nameEn } : { ru: code, en: code };
    },
    amount: (amount, baseUnit) => ({
      ru: formatAmount(amount, baseUnit, 'ru', catalogue),
      en: formatAmount(amount, baseUnit, 'en', catalogue),
    }),
  };
}
