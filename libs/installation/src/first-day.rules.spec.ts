import { existsSync } from 'node:fs';
import { abilities, firstDay, isReady, STEPS, type InstallationFacts, type StepCode } from './first-day.rules.js';
import { STEP_NAMES, STEP_SENTENCES, stepSentence } from './first-day-sentences.rules.js';

const NOW = new Date('2026-11-24T03:00:00Z');
const FINE: InstallationFacts = {
  now: NOW,
  administrators: { all: 1, awake: 1, withSecondFactor: 1 },
  moderators: { all: 2, awake: 2 },
  secondFactorRequired: true,
  mail: { host: 'smtp.example.org:587', lastTry: { at: NOW, ok: true, code: '250', text: '' }, waiting: 0 },
  operator: { name: 'Администрация города', missing: [] },
  backupAt: new Date('2026-11-23T17:00:00Z'),
  publicUrl: 'https://lepta.example',
  cards: { keys: true, heard: true },
  places: { count: 29, timeZone: 'Asia/Yakutsk' },
  categories: 130,
  textsMissing: [],
};
const EMPTY: InstallationFacts = {
  ...FINE,
  administrators: { all: 0, awake: 0, withSecondFactor: 0 },
  moderators: { all: 0, awake: 0 },
  mail: { host: null, lastTry: null, waiting: 0 },
  operator: { name: null, missing: ['name', 'inn', 'address', 'email'] },
  backupAt: null,
  publicUrl: 'http://127.0.0.1:3000',
  cards: { keys: false, heard: false },
  places: { count: 0, timeZone: null },
  categories: 0,
  textsMissing: ['privacy', 'rules'],
};
const refused = { at: NOW, ok: false, code: '535', text: 'authentication failed' };

test.each<[StepCode, Partial<InstallationFacts>, string]>([
  ['administrators', {}, 'done done'],
  ['administrators', { administrators: { all: 0, awake: 0, withSecondFactor: 0 } }, 'missing none'],
  ['administrators', { administrators: { all: 1, awake: 0, withSecondFactor: 0 } }, 'missing asleep'],
  [
    'administrators',
    { administrators: { all: 1, awake: 0, withSecondFactor: 0 }, secondFactorRequired: false },
    'missing unconfirmed',
  ],
  ['administrators', { administrators: { all: 2, awake: 1, withSecondFactor: 1 } }, 'warning no-factor'],
  [
    'administrators',
    { administrators: { all: 1, awake: 1, withSecondFactor: 0 }, secondFactorRequired: false },
    'warning no-factor',
  ],
  ['moderators', {}, 'done done'],
  ['moderators', { moderators: { all: 0, awake: 0 } }, 'missing none'],
  ['moderators', { moderators: { all: 3, awake: 0 } }, 'missing asleep'],
  ['moderators', { moderators: { all: 3, awake: 1 } }, 'warning one'],
  ['mail', {}, 'done done'],
  ['mail', { mail: { host: null, lastTry: null, waiting: 3 } }, 'missing none'],
  ['mail', { mail: { host: 'smtp.example.org:587', lastTry: null, waiting: 0 } }, 'missing not-tried'],
  ['mail', { mail: { host: 'smtp.example.org:587', lastTry: refused, waiting: 3 } }, 'failed refused'],
  ['mail', { mail: { ...FINE.mail, waiting: 3 } }, 'warning waiting'],
  ['operator', {}, 'done done'],
  ['operator', { operator: { name: 'Администрация', missing: ['inn'] } }, 'missing incomplete'],
  ['backup', {}, 'done done'],
  ['backup', { backupAt: null }, 'missing none'],
  ['backup', { backupAt: new Date('2026-11-22T02:00:00Z') }, 'warning old'],
  ['address', {}, 'done done'],
  ['address', { publicUrl: 'http://127.0.0.1:3000' }, 'warning local'],
  ['address', { publicUrl: 'http://lepta.example' }, 'failed plain'],
  ['cards', {}, 'done done'],
  ['cards', { cards: { keys: false, heard: false } }, 'done none'],
  ['cards', { cards: { keys: true, heard: false } }, 'warning silent'],
  ['places', { places: { count: 0, timeZone: null } }, 'missing none'],
  ['catalogue', { categories: 0 }, 'missing none'],
  ['texts', { textsMissing: ['rules'] }, 'missing unpublished'],
  ['texts', { textsMissing: ['rules'], operator: { name: null, missing: ['name'] } }, 'waits waits'],
])('%s with %j: %s', (code, changes, found) => {
  const step = firstDay({ ...FINE, ...changes }).find((one) => one.code === code);
  expect(`${step?.state} ${step?.say.slice(code.length + 1)}`).toBe(found);
});

test('an installation is ready with everything that is required; a missing backup or a warning does not hold it up', () => {
  expect(isReady(firstDay(FINE))).toBe(true);
  expect(isReady(firstDay({ ...FINE, backupAt: null, moderators: { all: 1, awake: 1 } }))).toBe(true);
  expect(isReady(firstDay({ ...FINE, mail: { ...FINE.mail, lastTry: refused } }))).toBe(false);
  expect(isReady(firstDay({ ...FINE, textsMissing: ['privacy'] }))).toBe(false);
});

test('what visitors cannot do yet names the step that stands in the way', () => {
  expect(abilities(firstDay(FINE)).every(({ because }) => because === null)).toBe(true);
  expect(abilities(firstDay(EMPTY))).toEqual([
    { code: 'look', because: 'places' },
    { code: 'draft', because: 'places' },
    { code: 'be-verified', because: 'moderators' },
    { code: 'register', because: 'mail' },
  ]);
});

test('what no page does says which command or setting does it, and where that is told', () => {
  const lacking = firstDay({ ...EMPTY, publicUrl: 'http://lepta.example' }).filter(
    ({ state }) => state === 'missing' || state === 'failed',
  );
  expect(lacking.map(({ code, outside }) => [code, outside?.write ?? null])).toEqual([
    ['administrators', 'lepta create-admin'],
    ['moderators', null],
    ['mail', 'SMTP_URL=smtp://…'],
    ['operator', null],
    ['backup', 'lepta backup'],
    ['address', 'PUBLIC_URL=https://…'],
    ['places', 'lepta seed --region DIR'],
    ['catalogue', 'lepta seed'],
  ]);
  for (const { outside } of lacking) expect(outside === null || existsSync(outside.documentation)).toBe(true);
  expect(firstDay(FINE).filter(({ outside }) => outside !== null)).toEqual([]);
});

test('every step in every state has its sentence in both languages, without a hole', () => {
  for (const facts of [
    FINE,
    EMPTY,
    { ...FINE, mail: { ...FINE.mail, lastTry: refused, waiting: 3 } },
    { ...FINE, cards: { keys: true, heard: false } },
  ]) {
    for (const step of firstDay(facts))
      for (const locale of ['ru', 'en'] as const)
        expect(stepSentence(step, locale, 'Asia/Yakutsk')).not.toMatch(/[{}]|undefined/);
  }
  expect(Object.keys(STEP_NAMES)).toEqual([...STEPS]);
  expect(Object.keys(STEP_SENTENCES).every((say) => STEPS.some((code) => say.startsWith(`${code}.`)))).toBe(true);
  const mail = firstDay({ ...FINE, mail: { ...FINE.mail, lastTry: refused, waiting: 3 } }).find(
    ({ code }) => code === 'mail',
  );
  expect(stepSentence(mail as never, 'ru', null)).toBe(
    'Пробное письмо не ушло: smtp.example.org:587 ответил 535. authentication failed Ждут отправки 3 письма, они не пропадут.',
  );
});
