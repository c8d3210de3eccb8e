import { firstDay, STEPS, type InstallationFacts } from './first-day.rules.js';
import { STEP_NAMES, STEP_SENTENCES, stepSentence } from './first-day-sentences.rules.js';

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const say = (code: string, params: Record<string, string | number>, locale: 'ru' | 'en'): string =>
  plain(stepSentence({ say: code, params }, locale, 'Asia/Yakutsk'));
const everything = {
  count: 3,
  host: 'smtp.example.org:587',
  code: '535',
  text: 'no',
  waiting: 2,
  name: 'Администрация',
  days: 4,
  at: '2026-11-23T17:00:00Z',
  url: 'https://lepta.example',
  events: 'charge.*',
  timeZone: 'Asia/Yakutsk',
};

test.each(Object.keys(STEP_SENTENCES))('%s is said in both languages, with everything it speaks of', (code) => {
  for (const locale of ['ru', 'en'] as const) {
    expect(say(code, everything, locale)).toMatch(/\.$/);
    expect(say(code, everything, locale)).not.toMatch(/[{}]|undefined/);
  }
  expect(STEPS).toContain(code.split('.')[0]);
});

test('every step has a name in both languages', () => {
  for (const step of STEPS) {
    expect(STEP_NAMES[step].ru).toMatch(/^[А-ЯЁ]/);
    expect(STEP_NAMES[step].en).toMatch(/^[A-Z]/);
  }
});

test.each<[string, Record<string, number | string>, string, string]>([
  [
    'administrators.no-factor',
    { count: 1 },
    'Без второго фактора 1 администратор: одного пароля для этой роли мало.',
    '1 administrator has no second factor: a password alone is too little for this role.',
  ],
  [
    'administrators.done',
    { count: 5 },
    '5 администраторов, второй фактор есть у всех.',
    '5 administrators, each with a second factor.',
  ],
  [
    'backup.old',
    { days: 21 },
    'Последней копии 21 день: lepta backup.',
    'The last backup is 21 days old: lepta backup.',
  ],
  [
    'mail.refused',
    { host: 'h', code: '535', text: 'no', waiting: 0 },
    'Пробное письмо не ушло: h ответил 535. no',
    'The test mail did not leave: h answered 535. no',
  ],
  [
    'mail.refused',
    { host: 'h', code: '535', text: 'no.', waiting: 1 },
    'Пробное письмо не ушло: h ответил 535. no. Ждёт отправки 1 письмо, оно не пропадёт.',
    'The test mail did not leave: h answered 535. no. 1 mail waits and is not lost.',
  ],
  [
    'mail.waiting',
    { host: 'h', waiting: 5 },
    'Пробное письмо ушло через h, но 5 писем ждут отправки дольше обычного.',
    'The test mail left by h, but 5 mails wait longer than usual.',
  ],
  [
    'places.done',
    { count: 29, timeZone: 'Asia/Yakutsk' },
    '29 муниципалитетов, время Asia/Yakutsk.',
    '29 municipalities, time Asia/Yakutsk.',
  ],
  [
    'texts.unpublished',
    { count: 2 },
    'Не опубликовано: 2 текста. Образцы готовы, их можно править.',
    '2 texts are not published. Drafts are ready and can be edited.',
  ],
])('%s %j', (code, params, ru, en) => {
  expect([say(code, params, 'ru'), say(code, params, 'en')]).toEqual([ru, en]);
});

test('times are those of the region; before there is one, UTC', () => {
  const step = { say: 'backup.done', params: { at: '2026-11-23T17:30:00Z' } };
  expect(plain(stepSentence(step, 'en', 'Asia/Yakutsk'))).toMatch(/24 Nov 2026.*02:30/);
  expect(plain(stepSentence(step, 'en', null))).toMatch(/23 Nov 2026.*17:30/);
});

test('what a mail server answers is words, and a sentence that is none is an error', () => {
  expect(say('mail.refused', { host: 'h', code: '535', text: `<b>{x}</b> 'y'`, waiting: 0 }, 'en')).toContain(
    `<b>{x}</b> 'y'`,
  );
  expect(() => stepSentence({ say: 'mail.gone', params: {} }, 'ru', null)).toThrow('there is no sentence mail.gone');
});

test('whatever is so with an installation, there is a sentence with everything in it', () => {
  const facts: InstallationFacts = {
    now: new Date('2026-11-24T03:00:00Z'),
    administrators: { all: 1, awake: 1, withSecondFactor: 1 },
    moderators: { all: 2, awake: 2 },
    secondFactorRequired: true,
    mail: { host: 'h', lastTry: null, waiting: 0 },
    operator: { name: 'А', missing: [] },
    backupAt: null,
    publicUrl: 'https://lepta.example',
    cards: { keys: true, heard: false },
    places: { count: 0, timeZone: null },
    categories: 0,
    textsMissing: ['rules'],
  };
  for (const step of firstDay(facts))
    for (const locale of ['ru', 'en'] as const) expect(stepSentence(step, locale, null)).not.toMatch(/[{}]|undefined/);
});
