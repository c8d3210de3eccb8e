import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What speaks of a mail, and so may not be so where an installation sends none. */
const OF_A_MAIL = /письм(о|а|е|ом|ах)(?![а-яё])|напишем|пришл[её]м|присылать/i;

/** Keys, or beginnings of keys, where a mail is spoken of and nothing untrue is said without one. */
const TRUE_ANYHOW = [
  'administration', // an administrator reads mails in the outbox, sent or not
  'moderation letter', // what is written is kept in the outbox, too
  'complaint unanswered', // that there will be none
  'identity noMails',
  'installation runByDemo', // it names the room of the outbox
  'identity sent', // shown where mails leave, `identity:noMails` else
  'identity sentNothing',
  'identity security.eraseText',
  'identity erasing.goes.c',
  'notifications mails', // which are wanted
  'notifications choice.off',
  'notifications kind.digest',
  'notifications newsInDigest',
  'notifications unsubscribe',
  'offers newcomer.sent', // shown where mails leave, `offers:newcomer.noMails` else
  'offers newcomer.noMails',
  'standing link', // where the link of a mail leads
];

function leaves(value: unknown, path = ''): [string, string][] {
  return typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
}

const FOLDER = 'apps/web/src/locales/ru';
const words = readdirSync(FOLDER).flatMap((file) =>
  leaves(JSON.parse(readFileSync(join(FOLDER, file), 'utf8'))).map(
    ([key, text]) => [`${file.replace('.json', '')} ${key}`, text] as const,
  ),
);

test('what a page says of a mail has other words beside it, for an installation that sends none', () => {
  const keys = new Set(words.map(([key]) => key));
  const alone = words.filter(
    ([key, text]) =>
      OF_A_MAIL.test(text) &&
      !key.endsWith('NoMails') &&
      !keys.has(`${key}NoMails`) &&
      !TRUE_ANYHOW.some((one) => key.startsWith(one)),
  );
  expect(alone).toEqual([]);
});

test('no page passes by the choice between the two', () => {
  const features = readdirSync('apps/web/src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tsx?$/.test(file),
  );
  const pairs = words.flatMap(([key]) =>
    key.endsWith('NoMails') ? [key.replace('NoMails', '').replace(' ', ':')] : [],
  );
  const past = features.flatMap((file) => {
    const source = readFileSync(join('apps/web/src', file), 'utf8');
    return pairs.filter((pair) => new RegExp(`\\bt\\('${pair}'`).test(source)).map((pair) => `${file} ${pair}`);
  });
  expect(pairs.length).toBeGreaterThan(20);
  expect(past).toEqual([]);
});
