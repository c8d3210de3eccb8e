import { HOUR_MS } from '#kernel';
import { loadCatalogue } from '#catalogue-store';
import { CHOICES, Digests, KIND_NAMES, KINDS } from '#notifications';
import { sendMail } from '#platform';
import { openMails, type MailDesk } from './mail-fixture.js';
import { asOwner } from '../../support/database.js';

let desk: MailDesk;
let digests: Digests;
beforeAll(async () => {
  desk = await openMails();
  digests = new Digests(desk.source, desk.clock, await loadCatalogue(desk.source), desk.env);
});
afterAll(() => desk.db.drop());
beforeEach(() => asOwner(desk.db, 'TRUNCATE mails, notifications, notification_choices'));

/** The clock of the region (UTC+9) shows this hour, tomorrow. */
function regionHour(hour: number, days = 1): void {
  const today = new Date();
  desk.clock.set(
    new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate() + days + 1, hour - 9, 0, 30)),
  );
}
const digestOf = async (personId: string) =>
  (await desk.source.query(`SELECT * FROM mails WHERE person_id = $1 AND template = 'digest' ORDER BY created_at`, [
    personId,
  ])) as {
    id: string;
    subject: string;
    parts: { sections: { title: string; items: { text: string; url: string }[] }[] };
    status: string;
  }[];

test('the matrix: every kind with every choice', async () => {
  desk.clock.set(new Date());
  const expected: Record<string, string> = { 'at-once': 'ready', digest: 'digest', off: 'off' };
  for (const kind of KIND_NAMES.filter((one) => one !== 'security' && one !== 'digest')) {
    for (const choice of CHOICES) {
      const person = await desk.person();
      await desk.choose(person.id, kind, choice);
      const id = await desk.write(person.id, { kind });
      await desk.routing.tick();
      expect([kind, choice, await desk.status(id)]).toEqual([kind, choice, expected[choice]]);
    }
    const person = await desk.person();
    const id = await desk.write(person.id, { kind });
    await desk.routing.tick();
    expect([kind, await desk.status(id)]).toEqual([kind, expected[KINDS[kind].choices[0]]]);
  }
});

test('mails about access go to an address that was never confirmed, others do not', async () => {
  desk.clock.set(new Date());
  const person = await desk.person({ confirmed: false });
  const [security, match] = [
    await desk.write(person.id, { kind: 'security' }),
    await desk.write(person.id, { kind: 'match' }),
  ];
  await desk.routing.tick();
  expect([await desk.status(security), await desk.status(match)]).toEqual(['ready', 'off']);
});

test('the sixth mail of an hour waits for the mail of the day, also when all came at once; access mails are not counted', async () => {
  desk.clock.set(new Date());
  const person = await desk.person();
  const ids: string[] = [];
  for (let number = 0; number < 8; number += 1) ids.push(await desk.write(person.id));
  const security = await desk.write(person.id, { kind: 'security' });
  await Promise.all([desk.routing.tick(), desk.routing.tick()]);
  await desk.routing.tick();
  expect(await Promise.all(ids.map((id) => desk.status(id)))).toEqual([
    'ready',
    'ready',
    'ready',
    'ready',
    'ready',
    'digest',
    'digest',
    'digest',
  ]);
  expect(await desk.status(security)).toBe('ready');
  for (const id of ids) await desk.age(id, HOUR_MS + 1);
  const later = await desk.write(person.id);
  await desk.routing.tick();
  expect(await desk.status(later)).toBe('ready');
});

test('a flood of proposals is one mail at eight in the morning of the reader, once a day', async () => {
  const person = await desk.person();
  for (let number = 0; number < 30; number += 1)
    await desk.write(person.id, {
      kind: 'proposal',
      subject: `Есть кому помочь: «${number}»`,
      action: { url: `/offer/${number}`, label: 'Посмотреть' },
    });
  desk.clock.set(new Date());
  await desk.routing.tick();
  regionHour(7);
  await digests.tick();
  expect(await digestOf(person.id)).toEqual([]);
  regionHour(8);
  await Promise.all([digests.tick(), digests.tick()]);
  await digests.tick();
  const [digest, ...more] = await digestOf(person.id);
  expect(more).toEqual([]);
  expect(digest?.subject).toBe('Что нового за день');
  expect(digest?.parts.sections).toHaveLength(1);
  expect(digest?.parts.sections[0]?.items).toHaveLength(20);
  expect(digest?.parts.sections[0]?.items[0]).toEqual({ text: 'Есть кому помочь: «0»', url: '/offer/0' });
  expect(
    await desk.source.query(
      `SELECT status, digest_id, count(*)::int AS n FROM mails WHERE kind = 'proposal' GROUP BY 1, 2`,
    ),
  ).toEqual([{ status: 'in_digest', digest_id: digest?.id, n: 30 }]);
});

test('news of after eight wait for the next morning', async () => {
  const person = await desk.person();
  const first = await desk.write(person.id, { kind: 'proposal' });
  desk.clock.set(new Date());
  await desk.routing.tick();
  regionHour(8);
  await digests.tick();
  const late = await desk.write(person.id, { kind: 'proposal' });
  await desk.source.query('UPDATE mails SET created_at = $2 WHERE id = $1', [late, desk.clock.now()]);
  await desk.routing.tick();
  regionHour(12);
  await digests.tick();
  expect([await desk.status(first), await desk.status(late)]).toEqual(['in_digest', 'digest']);
  regionHour(8, 2);
  await digests.tick();
  expect(await desk.status(late)).toBe('in_digest');
  expect(await digestOf(person.id)).toHaveLength(2);
});

test('who wants no mail of the day gets none: neither the summary nor what would have gone into it', async () => {
  const person = await desk.person();
  await desk.choose(person.id, 'digest', 'off');
  const id = await desk.write(person.id, { kind: 'proposal' });
  desk.clock.set(new Date());
  await desk.routing.tick();
  expect(await desk.status(id)).toBe('off');
});

test('a mail written twice is one, and so is its notification', async () => {
  const person = await desk.person();
  const notice = {
    subjectType: 'offer',
    subjectId: person.id,
    path: '/offer/1',
    ru: 'Есть кому помочь',
    en: 'Somebody could use it',
  };
  const id = await desk.write(person.id, { notice });
  await desk.source.transaction(async (tx) => {
    expect(
      await sendMail(tx, {
        id,
        personId: person.id,
        template: 'test',
        locale: 'ru',
        subject: 'Другое',
        body: 'Другое',
        kind: 'match',
        notice,
      }),
    ).toBe(false);
  });
  expect(await desk.source.query('SELECT id, person_id, kind, ru FROM notifications')).toEqual([
    { id, person_id: person.id, kind: 'match', ru: 'Есть кому помочь' },
  ]);
});
