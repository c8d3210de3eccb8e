import { defineRefusals } from '#kernel';

/** What the HTTP door itself refuses, before or beside any noun. */
export const { refuse: refuseHttp } = defineRefusals({
  'http.bad-request': { status: 400, ru: 'Запрос не удалось прочитать.', en: 'The request could not be read.' },
  'http.not-json': { status: 400, ru: 'Тело запроса не похоже на JSON.', en: 'The body of the request is not JSON.' },
  'http.not-utf8': { status: 400, ru: 'Текст запроса — не UTF-8.', en: 'The text of the request is not UTF-8.' },
  'http.bad-address': {
    status: 400,
    ru: 'Адрес испорчен: его знаки — не UTF-8.',
    en: 'The address is broken: its characters are not UTF-8.',
  },
  'http.bad-headers': {
    status: 400,
    ru: 'Заголовки запроса не удалось прочитать.',
    en: 'The headers of the request could not be read.',
  },
  'http.too-slow': {
    status: 408,
    ru: 'Запрос пришёл не целиком за отведённое время.',
    en: 'The request did not arrive whole in time.',
  },
  'http.unmet-expectation': {
    status: 417,
    ru: 'Из ожиданий (Expect) выполняем только 100-continue.',
    en: 'The only expectation (Expect) that is met is 100-continue.',
  },
  'http.headers-too-large': {
    status: 431,
    ru: 'Заголовки запроса слишком большие.',
    en: 'The headers of the request are too large.',
  },
  'http.gone-away': {
    status: 499,
    log: 'info',
    ru: 'Соединение прервалось, пока шёл запрос. Ничего не изменилось.',
    en: 'The connection ended while the request was on its way. Nothing has changed.',
  },
  'http.cross-site': {
    status: 403,
    log: 'warn',
    ru: 'Запрос пришёл с другого сайта и не выполнен.',
    en: 'The request came from another site and was not carried out.',
  },
  'http.not-found': { status: 404, ru: 'Здесь ничего нет.', en: 'There is nothing here.' },
  'http.method-not-allowed': {
    status: 405,
    ru: 'Этот адрес так не отвечает: какие методы у него есть, сказано в заголовке Allow.',
    en: 'This address does not take this method; the header Allow names those that it takes.',
  },
  'http.administrators-only': {
    status: 403,
    ru: 'Это может только администратор.',
    en: 'Only an administrator may do this.',
  },
  'http.still-running': {
    status: 409,
    ru: 'Первый запрос с этим ключом ещё выполняется. Повторите через секунду.',
    en: 'The first request with this key is still running. Try again in a second.',
  },
  'http.too-large': { status: 413, ru: 'Запрос слишком большой.', en: 'The request is too large.' },
  'http.file-too-large': {
    status: 413,
    ru: 'Файл слишком большой: принимаем до 10 МБ.',
    en: 'The file is too large: we take up to 10 MB.',
  },
  'http.one-file': {
    status: 413,
    ru: 'Пришлите один файл за раз, в поле file.',
    en: 'Send one file at a time, in the field “file”.',
  },
  'http.bad-upload': {
    status: 400,
    ru: 'Файл дошёл не целиком или форма испорчена. Отправьте ещё раз.',
    en: 'The file did not arrive whole, or the form is broken. Please send it again.',
  },
  'http.not-multipart': {
    status: 415,
    ru: 'Файлы принимаем в формате multipart/form-data.',
    en: 'Send files as multipart/form-data.',
  },
  'http.too-many-uploads': {
    status: 503,
    log: 'warn',
    ru: 'Сейчас загружают слишком много файлов. Повторите через минуту.',
    en: 'Too many files are being sent right now. Try again in a minute.',
  },
  'http.wrong-content-type': {
    status: 415,
    ru: 'Тело запроса должно быть в формате application/json.',
    en: 'Send the body as application/json.',
  },
  'http.bad-cursor': {
    status: 422,
    ru: 'Это не указатель страницы, который выдал этот список.',
    en: 'This is not a cursor that this list gave.',
  },
  'http.too-deep': { status: 422, ru: 'Слишком много вложенных уровней.', en: 'Nested too deeply.' },
  'http.too-many-values': {
    status: 422,
    ru: 'В запросе слишком много значений или полей.',
    en: 'The request has too many values or fields.',
  },
  'http.bad-idempotency-key': {
    status: 422,
    ru: 'Idempotency-Key — от 1 до 200 видимых знаков ASCII.',
    en: 'An Idempotency-Key has 1 to 200 visible ASCII characters.',
  },
  'http.key-with-other-request': {
    status: 422,
    ru: 'Этот Idempotency-Key уже использован для другого запроса.',
    en: 'This Idempotency-Key was used for another request.',
  },
  'http.if-match-missing': {
    status: 428,
    ru: 'Укажите в If-Match версию, которую вы видели (ETag).',
    en: 'Say in If-Match which version you saw (its ETag).',
  },
  'http.too-many-requests': {
    status: 429,
    log: 'warn',
    ru: 'Слишком много запросов. Повторите через {seconds, plural, one {# секунду} few {# секунды} many {# секунд} other {# секунды}}.',
    en: 'Too many requests. Try again in {seconds, plural, one {# second} other {# seconds}}.',
  },
  'http.too-many-streams': {
    status: 429,
    log: 'warn',
    ru: 'Открыто слишком много вкладок, которые ждут новостей. Закройте лишние.',
    en: 'Too many open tabs are waiting for news. Close some of them.',
  },
  'http.no-room': {
    status: 503,
    log: 'error',
    ru: 'На сервере кончилось место, записать это некуда. Ничего не изменилось; повторите позже.',
    en: 'The server has no room left to write this down. Nothing has changed; try again later.',
  },
  'http.unavailable': {
    status: 503,
    log: 'error',
    ru: 'Сервис сейчас недоступен. Повторите чуть позже.',
    en: 'The service is not available right now. Try again a little later.',
  },
});
