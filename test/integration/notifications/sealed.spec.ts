import { DAY_MS, HOUR_MS, MINUTE_MS, newId } from '#kernel';
import { loadCatalogue } from '#catalogue-store';
import { Digests, MailSender, UnsealedMails } from '#notifications';
import { Env } from '#host';
import { LinkToken, log, Smtp } from '#platform';
import { asOwner } from '../../support/database.js';
import { readMails } from '../../support/mails.js';
import { FakeSmtp } from './fake-smtp.js';
import { openMails, PUBLIC_URL, SECRET, type MailDesk } from './mail-fixture.js';

let desk: MailDesk;
let smtp: FakeSmtp;
let url: string;
let sender: MailSender;
beforeAll(async () => {
  log.level = 'silent'; // refusals are part of these scenarios
  desk = await openMails();
});
afterAll(() => desk.db.drop());
beforeEach(async () => {
  await asOwner(desk.db, 'TRUNCATE mails, notification_choices');
  desk.clock.set(new Date());
  smtp = new FakeSmtp();
  url = await smtp.listen();
  sender = desk.sender(url);
});
afterEach(async () => {
  sender.stop();
  await smtp.close();
});

const token = (ms = HOUR_MS): LinkToken => new LinkToken(SECRET, new Date(desk.clock.now().getTime() + ms));
const tokenIn = (text: string | undefined): string => /#([\w-]{43})(?![\w-])/.exec(text ?? '')?.[1] ?? '';
/** The whole table as text, with what bytea columns hold. */
const stored = async (): Promise<string> =>
  JSON.stringify(await desk.source.query(`SELECT m::text AS row, encode(sealed, 'escape') AS sealed FROM mails m`));
const state = async (id: string) =>
  (
    await desk.source.query(
      'SELECT status, failed_reason AS reason, sealed IS NOT NULL AS sealed FROM mails WHERE id = $1',
      [id],
    )
  )[0] as { status: string; reason: string | null; sealed: boolean };
async function reset(personId: string, ms?: number): Promise<string> {
  const link = token(ms);
  return desk.write(personId, {
    kind: 'security',
    template: 'reset-password',
    body: `Здравствуйте.\n\n${PUBLIC_URL}/reset-password#${String(link)}\n\nЧас.`,
    tokens: [link],
  });
}

test('a token is nowhere in the row, stands in the mail that leaves, and is gone with it', async () => {
  const anna = await desk.person();
  const id = await reset(anna.id);
  const [mail] = await readMails(desk.source, 'm.id = $1', [id], SECRET);
  const secret = tokenIn(mail?.body);
  expect(secret).not.toBe('');
  expect(await stored()).not.toContain(secret);
  expect(await sender.tick()).toBe(1);
  const sent = smtp.to(anna.email)[0];
  expect(sent?.text).toContain(`${PUBLIC_URL}/reset-password#${secret}`);
  expect(String(sent?.html)).toContain(`href="${PUBLIC_URL}/reset-password#${secret}"`);
  expect(await state(id)).toEqual({ status: 'sent', reason: null, sealed: false });
});

test('a token is text nowhere: not in a template, not as JSON, not in a log', () => {
  const link = token();
  const shown = [String(link), JSON.stringify({ link }), `${PUBLIC_URL}#${String(link)}`].join();
  expect(shown.match(/token-[0-9a-f]{32}/g)).toHaveLength(3);
  expect(shown).not.toMatch(/[\w-]{43}(?![\w-])/);
  expect(Object.values(link).map(String).join()).not.toMatch(/(?<![\w-])[\w-]{43}(?![\w-])/);
});

test('given up: by the server, as too old, or for nobody: the token goes too', async () => {
  const [gone, late, off] = [await desk.person(), await desk.person(), await desk.person({ confirmed: false })];
  const refused = await reset(gone.id);
  smtp.verdict = (to) => (to === gone.email ? 'no-reader' : 'take');
  const unwanted = token();
  const unread = await desk.write(off.id, {
    kind: 'reminder',
    body: `${PUBLIC_URL}/renew-need#${String(unwanted)}`,
    tokens: [unwanted],
  });
  await sender.tick();
  expect(await state(refused)).toMatchObject({ status: 'failed', sealed: false });
  expect(await state(unread)).toMatchObject({ status: 'off', sealed: false });
  const old = await reset(late.id, 30 * DAY_MS);
  await desk.routing.tick();
  desk.clock.forward(20 * DAY_MS);
  await sender.tick();
  expect(await state(old)).toEqual({ status: 'failed', reason: 'too-old', sealed: false });
});

test('a link that has run out is erased where no server is, too, and never sent', async () => {
  const anna = await desk.person();
  const id = await reset(anna.id);
  const without = new MailSender(desk.source, desk.clock, desk.env, desk.routing, null);
  await without.tick();
  expect(await state(id)).toEqual({ status: 'ready', reason: null, sealed: true });
  desk.clock.forward(HOUR_MS + 1);
  await without.tick();
  expect(await state(id)).toEqual({ status: 'failed', reason: 'link-expired', sealed: false });
  await sender.tick();
  expect(smtp.taken).toEqual([]);
});

test('with another SESSION_SECRET no dead link is sent: the mail fails with the reason', async () => {
  const anna = await desk.person();
  const id = await reset(anna.id);
  const other = new MailSender(
    desk.source,
    desk.clock,
    new Env({ PUBLIC_URL, SESSION_SECRET: `${SECRET} but another` }),
    desk.routing,
    new Smtp({ url, from: 'no-reply@lepta.example' }),
  );
  await other.tick();
  other.stop();
  expect(smtp.taken).toEqual([]);
  expect(await state(id)).toEqual({ status: 'failed', reason: 'other-secret', sealed: false });
});

test('the mail of the day takes tokens along, sealed as its own; a link that ran out is told without', async () => {
  const person = await desk.person();
  await desk.choose(person.id, 'reminder', 'digest');
  const [good, dead] = [token(30 * DAY_MS), token(MINUTE_MS)];
  const ids: string[] = [];
  for (const [subject, link] of [
    ['Ещё нужна?', good],
    ['Уже поздно', dead],
  ] as const) {
    ids.push(
      await desk.write(person.id, {
        kind: 'reminder',
        subject,
        action: { url: `${PUBLIC_URL}/renew-need#${String(link)}`, label: 'Продлить' },
        tokens: [link],
      }),
    );
  }
  const secret = tokenIn((await readMails(desk.source, 'm.id = $1', [ids[0]], SECRET))[0]?.whole);
  await desk.routing.tick();
  const now = new Date();
  desk.clock.set(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 2, 0, 0, 30))); // nine in the morning of the region
  await sender.tick();
  await new Digests(desk.source, desk.clock, await loadCatalogue(desk.source), desk.env).tick();
  expect(await Promise.all(ids.map(async (id) => (await state(id)).sealed))).toEqual([false, false]);
  expect(await stored()).not.toContain(secret);
  await sender.tick();
  const [digest] = smtp.to(person.email);
  expect(digest?.text).toContain(`${PUBLIC_URL}/renew-need#${secret}`);
  expect(digest?.text).toContain('• Уже поздно');
  expect(digest?.text).not.toContain('token-');
});

test('mails that an older version wrote: of those that wait the token is sealed and still arrives, of the others it is gone', async () => {
  const anna = await desk.person();
  const secrets: Record<string, string> = {};
  for (const status of ['ready', 'sent', 'failed', 'off', 'in_digest']) {
    const id = newId();
    secrets[status] = `${status}-`.padEnd(43, 'xY_9');
    const link = `${PUBLIC_URL}/en/reset-password#${secrets[status]}`;
    await desk.source.query(
      `INSERT INTO mails (id, person_id, template, locale, subject, body, parts, status, next_try_at) VALUES ($1, $2, 'reset-password', 'ru', 'Новый пароль', $3, $4, $5, now() - interval '1 minute')`,
      [
        id,
        anna.id,
        `Здравствуйте.\n\n${link}\n\nЧас.`,
        JSON.stringify({ action: { url: link, label: 'Открыть' } }),
        status,
      ],
    );
  }
  const plain = await desk.write(anna.id, { body: 'Откройте https://example.org/#короткое и всё.' });
  const job = new UnsealedMails(desk.source, desk.env);
  expect(await job.tick()).toBe(5);
  expect(await job.tick()).toBe(0);
  const rows = await stored();
  for (const secret of Object.values(secrets)) expect(rows).not.toContain(secret);
  expect(rows.match(/reset-password#••••••/g)).toHaveLength(8);
  expect((await readMails(desk.source, 'm.id = $1', [plain], SECRET))[0]?.body).toBe(
    'Откройте https://example.org/#короткое и всё.',
  );
  await sender.tick();
  expect(smtp.to(anna.email).some((mail) => mail.text?.includes(`#${String(secrets.ready)}`))).toBe(true);
  expect(await desk.source.query('SELECT 1 FROM mails WHERE sealed IS NOT NULL')).toEqual([]);
});

test('of two that take tokens out at once each mail is done once', async () => {
  const anna = await desk.person();
  await desk.source.query(
    `INSERT INTO mails (id, person_id, template, locale, subject, body, status) SELECT gen_random_uuid(), $1, 'reset-password', 'ru', 's', 'https://lepta.example/reset-password#' || rpad(n::text, 43, 'x'), 'sent' FROM generate_series(1, 700) n`,
    [anna.id],
  );
  const jobs = [new UnsealedMails(desk.source, desk.env), new UnsealedMails(desk.source, desk.env)];
  const hidden = await Promise.all(jobs.map((job) => job.tick()));
  expect((hidden[0] ?? 0) + (hidden[1] ?? 0)).toBe(700);
  expect(await desk.source.query(`SELECT 1 FROM mails WHERE NOT searched OR body ~ '#[A-Za-z0-9_-]{43}'`)).toEqual([]);
});
