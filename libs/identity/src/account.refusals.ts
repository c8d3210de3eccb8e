import { defineRefusals } from '#kernel';

/** What can be refused about one's own account. */
export const { refuse: refuseAccount } = defineRefusals({
  'identity.only-in-person': {
    status: 403,
    ru: 'Это может сделать только человек, который вошёл сам: программе с ключом нельзя.',
    en: 'Only a person who signed in can do this, not a program with a key.',
  },
  'identity.too-often': {
    status: 429,
    log: 'warn',
    ru: 'Слишком много попыток. Повторите через {minutes, plural, one {# минуту} few {# минуты} many {# минут} other {# минуты}}.',
    en: 'Too many attempts. Try again in {minutes, plural, one {# minute} other {# minutes}}.',
  },
  'identity.wrong-own-password': { status: 422, ru: 'Пароль не подходит.', en: 'The password is wrong.' },
  'identity.same-email': { status: 422, ru: 'Это и есть ваш адрес.', en: 'This is your address already.' },
  'identity.not-your-change': {
    status: 403,
    log: 'info',
    ru: 'Войдите в ту учётную запись, у которой меняется почта, и откройте ссылку из письма ещё раз. Если вы этого не просили, ничего не делайте.',
    en: 'Sign in to the account whose address is to change and open the link of the mail again. If you did not ask for it, do nothing.',
  },
  'identity.session-not-found': { status: 404, ru: 'Такого входа нет.', en: 'There is no such session.' },
  'identity.no-second-step': {
    status: 401,
    ru: 'Сначала войдите с паролем. Если это было давно, начните заново.',
    en: 'Sign in with your password first. If that was a while ago, begin again.',
  },
  'identity.wrong-second-factor': {
    status: 401,
    log: 'info',
    ru: 'Код или ключ не подходит. Каждый код действует один раз.',
    en: 'The code or passkey is wrong. Each code works once.',
  },
  'identity.one-proof': {
    status: 422,
    ru: 'Пришлите что-то одно: code, recoveryCode или passkey.',
    en: 'Send one of code, recoveryCode and passkey.',
  },
  'identity.prove-again': {
    status: 403,
    ru: 'Подтвердите ещё раз, что это вы: вторым фактором.',
    en: 'Prove once more that it is you, with your second factor.',
  },
  'identity.totp-enrolled': {
    status: 409,
    ru: 'Приложение с кодами уже подключено. Сначала отключите его.',
    en: 'An authenticator app is connected already. Remove it first.',
  },
  'identity.totp-not-begun': {
    status: 409,
    ru: 'Сначала начните подключение приложения с кодами.',
    en: 'Begin to connect an authenticator app first.',
  },
  'identity.totp-not-found': {
    status: 404,
    ru: 'Приложение с кодами не подключено.',
    en: 'No authenticator app is connected.',
  },
  'identity.wrong-code': {
    status: 422,
    ru: 'Код не подходит. Проверьте время на телефоне и попробуйте следующий.',
    en: 'The code is wrong. Check the clock of your phone and try the next one.',
  },
  'identity.no-second-factor': { status: 409, ru: 'Второй фактор не подключён.', en: 'No second factor is set up.' },
  'identity.passkey-not-found': { status: 404, ru: 'Такого ключа входа нет.', en: 'There is no such passkey.' },
  'identity.passkey-not-valid': {
    status: 422,
    log: 'info',
    ru: 'Ключ входа не удалось проверить. Попробуйте ещё раз.',
    en: 'The passkey could not be checked. Try again.',
  },
  'identity.passkey-known': {
    status: 409,
    ru: 'Этот ключ входа уже подключён.',
    en: 'This passkey is connected already.',
  },
  'identity.too-many-passkeys': {
    status: 409,
    ru: 'У вас уже {max} ключей входа. Удалите лишние.',
    en: 'You already have {max} passkeys. Remove some of them.',
  },
  'identity.passkeys-need-a-name': {
    status: 409,
    ru: 'Ключи входа работают только там, где у сервиса есть имя: по IP-адресу браузеры их не дают.',
    en: 'Passkeys work only where the service has a name: browsers do not give them to an IP address.',
  },
  'identity.matches-under-way': {
    status: 409,
    ru: 'Сначала завершите, отмените или дождитесь подтверждения того, что обещано: {count, plural, one {# совпадение} few {# совпадения} many {# совпадений} other {# совпадения}}.',
    en: 'First finish, cancel or wait for the confirmation of what is promised: {count, plural, one {# match} other {# matches}}.',
  },
  'identity.only-owner': {
    status: 409,
    ru: 'Вы единственный владелец организации «{organization}». Сначала передайте её другому.',
    en: 'You are the only owner of {organization}. Hand it over to somebody else first.',
  },
  'identity.erasure-raced': {
    status: 409,
    ru: 'Пока мы удаляли, что-то изменилось. Повторите.',
    en: 'Something changed while we were erasing. Try again.',
  },
});
