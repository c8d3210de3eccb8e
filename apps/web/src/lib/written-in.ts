import type { Locale } from './locale.js';

/** The language of a text that people wrote, by its letters. */
export const writtenIn = (text: string): Locale => (/[а-яё]/i.test(text) ? 'ru' : 'en');
