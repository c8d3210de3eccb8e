import type { Locale } from '../lib/locale.js';

/** They stand here because the words of the pages are among what may not have come. */
const WORDS: Readonly<Record<Locale, readonly [said: string, again: string]>> = {
  ru: ['Страница не\u00a0загрузилась до\u00a0конца: связь прервалась.', 'Загрузить ещё раз'],
  en: ['The page did not load to its end: the connection broke off.', 'Load it again'],
};

/** Says that files of the page did not come, and asks for them again at a press. What the server has drawn stays: it is read, and its forms are sent, without them. */
export function sayNotLoaded(place: HTMLElement, locale: Locale): void {
  const [said, again] = WORDS[locale];
  const notice = document.createElement('div');
  notice.className = 'wrap pad-l stack';
  notice.setAttribute('role', 'alert');
  const words = document.createElement('p');
  words.textContent = said;
  const button = document.createElement('button');
  button.className = 'btn btn-main';
  button.textContent = again;
  button.onclick = () => location.reload();
  notice.append(words, button);
  place.prepend(notice);
}
