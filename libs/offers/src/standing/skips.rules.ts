/** Why a date opened no offer, with what its owner can do; literal, since it is kept for ever and shown years later. */
export const SKIPS = {
  missed: {
    ru: 'Сервис в этот день не работал. Пропущенные даты не открываются все разом.',
    en: 'The service was down on that day. Missed dates do not all open at once.',
  },
  paused: { ru: 'В этот день повторение стояло на паузе.', en: 'On that day it was paused.' },
  'too-many-open': {
    ru: 'У вас было слишком много открытых вкладов. Отзовите те, что больше не нужны: следующая дата откроется.',
    en: 'You had too many open offers. Take back those that no longer stand, and the next date opens.',
  },
  'organization-suspended': {
    ru: 'Организация была приостановлена и не могла предлагать помощь.',
    en: 'The organization was suspended and could not offer help.',
  },
  outdated: {
    ru: 'Чего-то из этого вклада больше нет в справочнике или среди организаций. Поправьте его до следующей даты.',
    en: 'Something in this offer is no longer in the catalogue or among the organizations. Edit it before the next date.',
  },
  'nothing-fits': {
    ru: 'Там, куда вы даёте, сейчас нет нужды, которой можно перевести сразу. Мы остановились и спросили вас.',
    en: 'Where you give no need takes a transfer at once now. We stopped and asked you.',
  },
  refused: { ru: 'Вклад нельзя было открыть.', en: 'The offer could not be opened.' },
} as const satisfies Record<string, { readonly ru: string; readonly en: string }>;

export type Skip = keyof typeof SKIPS;
export const SKIP_CODES = Object.keys(SKIPS) as Skip[];

const OF_REFUSAL: Readonly<Record<string, Skip>> = {
  'offer.too-many-open': 'too-many-open',
  'offer.organization-suspended': 'organization-suspended',
  'form.invalid': 'outdated',
};

/** What a refusal to open an offer means to the person who set it up. */
export function skipOf(refusalCode: string): Skip {
  return OF_REFUSAL[refusalCode] ?? 'refused';
}
