const BROKEN = { ru: 'У нас сломалось', en: 'Something broke on our side' };
const titles: Readonly<Record<number, { ru: string; en: string }>> = {
  400: { ru: 'Запрос не прочитан', en: 'The request could not be read' },
  401: { ru: 'Нужен вход', en: 'Sign-in needed' },
  403: { ru: 'Нет права', en: 'Not allowed' },
  404: { ru: 'Не найдено', en: 'Not found' },
  405: { ru: 'Метод не подходит', en: 'Method not allowed' },
  408: { ru: 'Слишком долго', en: 'Too slow' },
  409: { ru: 'Сейчас так нельзя', en: 'Not possible now' },
  412: { ru: 'Уже изменено', en: 'Changed meanwhile' },
  413: { ru: 'Слишком большой запрос', en: 'Too large' },
  415: { ru: 'Не тот формат', en: 'Wrong format' },
  417: { ru: 'Так не получится', en: 'Expectation not met' },
  422: { ru: 'Проверьте поля', en: 'Check the fields' },
  428: { ru: 'Нужна версия', en: 'A version is needed' },
  429: { ru: 'Слишком часто', en: 'Too often' },
  431: { ru: 'Слишком большие заголовки', en: 'Headers too large' },
  499: { ru: 'Соединение прервалось', en: 'The connection ended' },
  503: { ru: 'Сервис недоступен', en: 'Not available' },
};

export function problemTitle(status: number, locale: 'ru' | 'en'): string {
  return (titles[status] ?? BROKEN)[locale];
}

/** What is said about a failure that is ours: the code leads an administrator to the log line. */
export function brokenSentence(supportCode: string, locale: 'ru' | 'en'): string {
  return locale === 'ru'
    ? `Это наша ошибка, мы уже видим её в журнале. Если напишете нам, назовите код ${supportCode}.`
    : `This is our fault and it is in our log. If you write to us, give the code ${supportCode}.`;
}
