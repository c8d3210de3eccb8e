/** What can be given and needed. */
export type Kind = 'money' | 'goods' | 'time';
export const KINDS: readonly Kind[] = ['money', 'goods', 'time'];

/** The languages in which everything is said. */
export type Locale = 'ru' | 'en';

/** A need that was met is reported on within so many days; without a report trust in its organization fades. */
export const REPORT_WITHIN_DAYS = 60;
