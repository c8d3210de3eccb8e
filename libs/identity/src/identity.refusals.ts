import { defineRefusals } from '#kernel';

export const { refuse: refuseIdentity } = defineRefusals({
  'identity.sign-in-first': { status: 401, ru: 'Сначала войдите.', en: 'Sign in first.' },
  'identity.wrong-sign-in': {
    status: 401,
    log: 'info',
    ru: 'Адрес или пароль не подходят.',
    en: 'The address or the password is wrong.',
  },
  'identity.bad-key': {
    status: 401,
    log: 'info',
    ru: 'Этот ключ программы не действует.',
    en: 'This API key is not valid.',
  },
  'identity.too-many-attempts': {
    status: 429,
    log: 'warn',
    ru: 'Слишком много попыток входа. Повторите через {minutes, plural, one {# минуту} few {# минуты} many {# минут} other {# минуты}}.',
    en: 'Too many attempts to sign in. Try again in {minutes, plural, one {# minute} other {# minutes}}.',
  },
  'identity.too-many-guesses': {
    status: 429,
    log: 'warn',
    ru: 'Этот вход пытаются подобрать: слишком много неверных паролей или кодов. С устройства, с которого вы уже входили, войти можно и сейчас; с нового — через {minutes, plural, one {# минуту} few {# минуты} many {# минут} other {# минуты}} или сразу после смены пароля по письму.',
    en: 'Somebody is guessing: too many wrong passwords or codes. From a device on which you have signed in before you can sign in now; from a new one in {minutes, plural, one {# minute} other {# minutes}}, or as soon as you have set a new password by mail.',
  },
  'identity.too-many-registrations': {
    status: 429,
    log: 'warn',
    ru: 'Слишком много регистраций с вашего адреса. Повторите через {minutes, plural, one {# минуту} few {# минуты} many {# минут} other {# минуты}}.',
    en: 'Too many registrations from your network. Try again in {minutes, plural, one {# minute} other {# minutes}}.',
  },
  'identity.not-with-a-key': {
    status: 403,
    ru: 'Ключами программ управляет только человек, который вошёл сам.',
    en: 'Only a person who signed in can manage API keys.',
  },
  'identity.too-many-keys': {
    status: 409,
    ru: 'У вас уже {max} действующих ключей. Отзовите лишние.',
    en: 'You already have {max} valid keys. Revoke some of them.',
  },
  'identity.key-not-found': { status: 404, ru: 'Такого ключа нет.', en: 'There is no such key.' },
  'identity.consent-not-found': { status: 404, ru: 'Такого согласия нет.', en: 'There is no such consent.' },
  'identity.unknown-consent': {
    status: 422,
    ru: 'Такого текста согласия нет.',
    en: 'There is no such text of consent.',
  },
  'identity.consent-needed': {
    status: 422,
    ru: 'Без согласия на обработку персональных данных зарегистрировать вас нельзя.',
    en: 'Without your consent to the processing of personal data you cannot be registered.',
  },
  'text.not-published': { status: 404, ru: 'Этот текст ещё не опубликован.', en: 'This text is not published yet.' },
  'text.changed-meanwhile': {
    status: 409,
    ru: 'Пока вы писали, опубликовали другую редакцию. Посмотрите её и повторите.',
    en: 'Another version was published while you were writing. Look at it, then try again.',
  },
  'identity.link-not-valid': {
    status: 422,
    ru: 'Ссылка устарела или уже использована.',
    en: 'The link has expired or was used already.',
  },
  'identity.password-needed': {
    status: 422,
    ru: 'Напишите пароль, с которым будете входить.',
    en: 'Say the password with which you will sign in.',
  },
  'identity.password-too-easy': {
    status: 422,
    ru: 'Такой пароль легко угадать.',
    en: 'This password is easy to guess.',
  },
  'identity.grant-not-found': {
    status: 404,
    ru: 'Такой роли у этого человека нет.',
    en: 'This person does not have this role.',
  },
  'identity.administrators-only': {
    status: 403,
    ru: 'Роли даёт и снимает только администратор.',
    en: 'Only an administrator gives and takes roles.',
  },
  'identity.last-administrator': {
    status: 409,
    ru: 'Это последний действующий администратор. Сначала назначьте другого: он должен подтвердить адрес и, где это нужно, подключить второй фактор.',
    en: 'This is the last administrator whose role works. Appoint another one first: they have to confirm their address and, where it is required, set up a second factor.',
  },
  'identity.place-needed': {
    status: 422,
    ru: 'Представитель власти говорит за одно место: выберите какое.',
    en: 'An official speaks for one place: say which.',
  },
  'identity.place-not-wanted': {
    status: 422,
    ru: 'Место бывает только у представителя власти.',
    en: 'Only an official has a place.',
  },
  'identity.unknown-place': { status: 422, ru: 'Такого места нет.', en: 'There is no such place.' },
  'person.unconfirmed': {
    status: 409,
    log: 'info',
    ru: 'Сначала подтвердите адрес почты: откройте ссылку для подтверждения и повторите. Пока адрес не подтверждён, за вами ничего не закрепляется.',
    en: 'Confirm your e-mail address first: open the link for it, then try again. Until then nothing is held in your name.',
  },
  'identity.person-not-found': { status: 404, ru: 'Такого человека нет.', en: 'There is no such person.' },
});
