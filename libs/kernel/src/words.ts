/** What can be given and needed. */
export type Kind = 'money' | 'goods' | 'time';
export const KINDS: readonly Kind[] = ['money', 'goods', 'time'];

/** The languages in which everything is said. */
export type Locale = 'ru' | 'en';
