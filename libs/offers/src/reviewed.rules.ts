import type { Catalogue } from '#catalogue';

/** Why a moderator looks at an offer before it enters any plan. */
export const REVIEW_REASONS = ['licensed', 'baby-food', 'hazard', 'unlisted', 'amount'] as const;
export type ReviewReason = (typeof REVIEW_REASONS)[number];

/** Attributes of goods, and flags of categories, that ask for a look. */
const OF_GOODS: Readonly<Record<string, ReviewReason>> = {
  licensed: 'licensed',
  child: 'baby-food',
  hazard: 'hazard',
  review: 'unlisted',
};

/** Medicine, medical devices, baby food, fuel and what is in no list, by the flags of the catalogue. Money and time need no such look. */
export function reviewReasons(
  catalogue: Catalogue,
  offer: { readonly kind: string; readonly category: string | null; readonly item: string | null },
): ReviewReason[] {
  if (offer.kind !== 'goods') return [];
  const attributes = (offer.item === null ? undefined : catalogue.item(offer.item))?.attributes ?? [];
  const flags =
    (offer.category === null ? undefined : catalogue.category(offer.category))?.flags.filter(
      (flag) => flag === 'licensed',
    ) ?? [];
  return REVIEW_REASONS.filter((reason) => [...attributes, ...flags].some((word) => OF_GOODS[word] === reason));
}

/** What the giver reads. */
const SENTENCES: Readonly<Record<ReviewReason, { readonly ru: string; readonly en: string }>> = {
  licensed: {
    ru: 'Медицинские изделия смотрит модератор: часть из них передают только с документами.',
    en: 'A moderator looks at medical goods: some of them may only change hands with papers.',
  },
  'baby-food': {
    ru: 'Детское питание смотрит модератор: важны срок годности и целая упаковка.',
    en: 'A moderator looks at baby food: its date and a whole package matter.',
  },
  hazard: {
    ru: 'Топливо смотрит модератор: его нужно правильно хранить и везти.',
    en: 'A moderator looks at fuel: it has to be kept and carried safely.',
  },
  unlisted: {
    ru: 'Этого нет в справочнике: модератор посмотрит, что это и кому пригодится.',
    en: 'This is not in the catalogue: a moderator looks at what it is and whom it helps.',
  },
  amount: {
    ru: 'Это очень много: модератор свяжется или посмотрит, прежде чем вклад попадёт в расчёт.',
    en: 'This is very much: a moderator has a look before the offer enters any plan.',
  },
};

export const reviewSentence = (reason: ReviewReason, locale: 'ru' | 'en'): string => SENTENCES[reason][locale];

/** The status in which an offer begins. Without a confirmed address it is in no plan, and nobody looks at it before its giver has proved to be one. */
export function firstStatus(
  giver: { readonly confirmed: boolean },
  reasons: readonly ReviewReason[],
): 'unconfirmed' | 'in_review' | 'open' {
  if (!giver.confirmed) return 'unconfirmed';
  return reasons.length > 0 ? 'in_review' : 'open';
}
