import type { Locale, MatchMail, MatchMailParams } from './mail-texts.rules.js';

/** What the button of each mail says: what can be done there. */
const ACTIONS: Readonly<Record<MatchMail, Readonly<Record<Locale, string>>>> = {
  'asked-organization': { ru: 'Ответить', en: 'Answer' },
  'asked-donor': { ru: 'Ответить', en: 'Answer' },
  'accepted-donor': { ru: 'Договориться о встрече', en: 'Arrange to meet' },
  'accepted-organization': { ru: 'Договориться о встрече', en: 'Arrange to meet' },
  delivered: { ru: 'Подтвердить получение', en: 'Confirm the receipt' },
  confirmed: { ru: 'Посмотреть выписку', en: 'See the statement' },
  declined: { ru: 'Посмотреть, что дальше', en: 'See what is next' },
  expired: { ru: 'Посмотреть, что дальше', en: 'See what is next' },
  cancelled: { ru: 'Посмотреть, что дальше', en: 'See what is next' },
  disputed: { ru: 'Открыть', en: 'Open' },
  'remind-answer': { ru: 'Ответить', en: 'Answer' },
  'remind-hand-over': { ru: 'Открыть встречу', en: 'Open the meeting' },
  'hand-over-proposed': { ru: 'Ответить', en: 'Answer' },
  'hand-over-agreed': { ru: 'Открыть встречу', en: 'Open the meeting' },
  'hand-over-ended': { ru: 'Открыть', en: 'Open' },
  'remind-meeting': { ru: 'Открыть встречу', en: 'Open the meeting' },
  'remind-receipt': { ru: 'Подтвердить получение', en: 'Confirm the receipt' },
};

/** Where money is sent, in place of what is said of a meeting. */
const MONEY_ACTIONS: Readonly<Partial<Record<MatchMail, Readonly<Record<Locale, string>>>>> = {
  'accepted-donor': { ru: 'Реквизиты и код', en: 'Bank details and code' },
  'accepted-organization': { ru: 'Открыть договорённость', en: 'Open the agreement' },
  'remind-hand-over': { ru: 'Реквизиты и код', en: 'Bank details and code' },
};

export function matchMailAction(mail: MatchMail, locale: Locale, kind: MatchMailParams['kind']): string {
  return ((kind === 'money' ? MONEY_ACTIONS[mail] : undefined) ?? ACTIONS[mail])[locale];
}
