import { DAY_MS, HOUR_MS, MINUTE_MS } from '#kernel';
import { MailRouting, unsubscribeToken, type MailSender } from '#notifications';
import { log, SealedText } from '#platform';
import { FakeSmtp } from './fake-smtp.js';
import { openMails, PUBLIC_URL, SECRET, type MailDesk } from './mail-fixture.js';
import { asOwner } from '../../support/database.js';

let desk: MailDesk;
let smtp: FakeSmtp;
let url: string;
const senders: MailSender[] = [];

function sender(timeoutMs = 10_000): MailSender {
  const made = desk.sender(url, timeoutMs, new MailRouting(desk.source, desk.clock));
  senders.push(made);
  return made;
}

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
});
afterEach(async () => {
  for (const made of senders.splice(0)) made.stop();
  await smtp.close();
});

test('a mail arrives with text and HTML that say the same, in its language, with a way out', async () => {
  const anna = await desk.person();
  const id = await desk.write(anna.id, {
    kind: 'reminder',
    subject: 'Ждут ответа: 48 шт для «Обогреватели»',
    body: 'Ответьте до 27 ноября о <48 шт> & «Обогреватели».\n\nСпасибо.',
    action: { url: '/offer/1', label: 'Ответить' },
    preheader: 'Осталось два дня',
  });
  expect(await sender().tick()).toBe(1);
  const [mail] = smtp.to(anna.email);
  const token = unsubscribeToken({ personId: anna.id, kind: 'reminder' }, SECRET);
  expect(mail?.subject).toBe('Ждут ответа: 48 шт для «Обогреватели»');
  expect(mail?.messageId).toBe(`<${id}@lepta.example>`);
  expect(mail?.from?.text).toBe('no-reply@lepta.example');
  expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
  expect(mail?.headers.get('list')).toMatchObject({
    unsubscribe: { url: `${PUBLIC_URL}/api/v1/unsubscribe/${token}` },
  });
  expect(mail?.headerLines.find((line) => line.key === 'list-unsubscribe-post')?.line).toBe(
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
  );
  for (const said of [
    'Ответьте до 27 ноября о <48 шт> & «Обогреватели».',
    'Спасибо.',
    `Ответить:\n${PUBLIC_URL}/offer/1`,
    `${PUBLIC_URL}/unsubscribe#${token}`,
  ])
    expect(mail?.text).toContain(said);
  const html = String(mail?.html);
  expect(html).toMatch(/^<!doctype html>\n<html lang="ru" dir="ltr">/);
  expect(html).toContain('<meta name="color-scheme" content="light dark">');
  expect(html).toContain('Осталось два дня');
  expect(html).toContain('о &lt;48 шт&gt; &amp; «Обогреватели».');
  expect(html).toContain(`href="${PUBLIC_URL}/offer/1"`);
  expect(html).toContain(`href="${PUBLIC_URL}/unsubscribe#${token}"`);
  expect(html).not.toMatch(/<script|<img|<link/i);
  expect(await desk.row(id)).toMatchObject({ status: 'sent', tries: 1, failed_reason: null });
});

test('mails about access cannot be switched off, have no way out, and their address is a button', async () => {
  const anna = await desk.person({ confirmed: false, locale: 'en' });
  await desk.write(anna.id, {
    kind: undefined,
    locale: 'en',
    template: 'confirm-email',
    subject: 'Confirm your address',
    body: `Hello.\n\n${PUBLIC_URL}/en/confirm-email#abc\n\nIt works for 3 days.`,
  });
  await sender().tick();
  const [mail] = smtp.to(anna.email);
  expect(mail?.headers.has('list')).toBe(false);
  expect(mail?.text).not.toContain('unsubscribe');
  expect(mail?.text?.match(/confirm-email#abc/g)).toHaveLength(1);
  expect(String(mail?.html)).toContain(`<a href="${PUBLIC_URL}/en/confirm-email#abc"`);
  expect(String(mail?.html)).toContain('lang="en"');
});

test('greylisting: the mail comes a little later, once', async () => {
  const anna = await desk.person();
  const id = await desk.write(anna.id);
  smtp.verdict = (_to, before) => (before === 0 ? 'grey' : 'take');
  const one = sender();
  expect(await one.tick()).toBe(0);
  expect(await desk.row(id)).toMatchObject({
    status: 'ready',
    tries: 1,
    failed_reason: expect.stringMatching(/^450: /),
  });
  expect(await one.tick()).toBe(0); // not before its time
  expect(smtp.taken).toHaveLength(0);
  desk.clock.forward(MINUTE_MS);
  expect(await one.tick()).toBe(1);
  expect(await desk.row(id)).toMatchObject({ status: 'sent', tries: 2, failed_reason: null });
  desk.clock.forward(HOUR_MS);
  expect(await one.tick()).toBe(0);
  expect(smtp.to(anna.email)).toHaveLength(1);
});

test.each(['no-reader', 'no-text'] as const)(
  'refused for good (%s): marked with the reason, not tried again, the others go out',
  async (verdict) => {
    const [gone, anna] = [await desk.person(), await desk.person()];
    const [bad, good] = [await desk.write(gone.id), await desk.write(anna.id)];
    smtp.verdict = (to) => (to === gone.email ? verdict : 'take');
    const one = sender();
    await one.tick();
    desk.clock.forward(DAY_MS);
    await one.tick();
    expect(await desk.row(bad)).toMatchObject({
      status: 'failed',
      tries: 1,
      next_try_at: null,
      failed_reason: expect.stringMatching(/^55[04]: /),
    });
    expect(await desk.status(good)).toBe('sent');
  },
);

test('a server that never answers after the text: the mail is tried again and arrives', async () => {
  const anna = await desk.person();
  const id = await desk.write(anna.id);
  smtp.verdict = () => 'hang';
  expect(await sender(400).tick()).toBe(0);
  smtp.verdict = () => 'take';
  expect(await desk.row(id)).toMatchObject({ status: 'ready', tries: 1 });
  desk.clock.forward(MINUTE_MS);
  expect(await sender().tick()).toBe(1); // a patient one: on a crowded machine 400 ms are no time
  expect(smtp.to(anna.email)).toHaveLength(1);
});

test('the line breaks before the answer of a server that has kept the mail: it comes twice, and is known as one', async () => {
  const anna = await desk.person();
  const id = await desk.write(anna.id);
  smtp.verdict = (_to, before) => (before === 0 ? 'keep-and-drop' : 'take');
  const one = sender();
  await one.tick();
  expect(await desk.status(id)).toBe('ready');
  desk.clock.forward(MINUTE_MS);
  await one.tick();
  expect(smtp.to(anna.email).map((mail) => mail.messageId)).toEqual([`<${id}@lepta.example>`, `<${id}@lepta.example>`]);
  expect(await desk.status(id)).toBe('sent');
});

test('a process that died with mails in its hands: they come by themselves after its time is over', async () => {
  const anna = await desk.person();
  const id = await desk.write(anna.id);
  const one = sender();
  await desk.routing.tick();
  await desk.source.query(`UPDATE mails SET tries = 1, next_try_at = $2 WHERE id = $1`, [
    id,
    new Date(desk.clock.now().getTime() + 5 * MINUTE_MS),
  ]);
  expect(await one.tick()).toBe(0);
  desk.clock.forward(6 * MINUTE_MS);
  expect(await one.tick()).toBe(1);
});

test('two workers at once: every mail once', async () => {
  const readers = await Promise.all(Array.from({ length: 20 }, () => desk.person()));
  for (const reader of readers) for (let number = 0; number < 3; number += 1) await desk.write(reader.id);
  const workers = [sender(), sender(), sender()];
  for (let round = 0; round < 3; round += 1) await Promise.all(workers.map((worker) => worker.tick()));
  const ids = smtp.taken.map((one) => one.mail.messageId);
  expect(ids).toHaveLength(60);
  expect(new Set(ids).size).toBe(60);
  expect(await desk.source.query(`SELECT DISTINCT status FROM mails`)).toEqual([{ status: 'sent' }]);
});

test('no server at all: nothing is lost, and mails that waited too long are given up with a reason', async () => {
  const anna = await desk.person();
  const id = await desk.write(anna.id);
  await smtp.close();
  const one = sender();
  await one.tick();
  expect(await desk.row(id)).toMatchObject({ status: 'ready', tries: 1 });
  for (let hours = 0; hours < 80; hours += 4) {
    desk.clock.forward(4 * HOUR_MS);
    await one.tick();
  }
  expect(await desk.row(id)).toMatchObject({
    status: 'failed',
    failed_reason: expect.stringMatching(/^given up after /),
  });
  smtp = new FakeSmtp();
  await smtp.listen();
});

test('what was kept for weeks without a server is not sent when one comes', async () => {
  const anna = await desk.person();
  const id = await desk.write(anna.id);
  await desk.routing.tick();
  desk.clock.forward(20 * DAY_MS);
  await sender().tick();
  expect(smtp.taken).toEqual([]);
  expect(await desk.row(id)).toMatchObject({ status: 'failed', failed_reason: 'too-old' });
});

test('a stop in the middle gives the mail back at once', async () => {
  const anna = await desk.person();
  const id = await desk.write(anna.id);
  smtp.verdict = (_to, before) => (before === 0 ? 'hang' : 'take');
  const one = sender(60_000);
  const hung = smtp.hung;
  const ticking = one.tick();
  while (smtp.hung === hung) await new Promise((done) => setTimeout(done, 10));
  one.stop();
  await ticking;
  expect(await desk.status(id)).toBe('ready');
  expect(await sender().tick()).toBe(1);
});

test('a wrong password of ours blames no mail', async () => {
  const anna = await desk.person();
  const id = await desk.write(anna.id);
  const closed = new FakeSmtp({ user: 'lepta', pass: 'right' });
  const address = (await closed.listen()).replace(':right@', ':wrong@');
  const one = desk.sender(address, 1_500);
  await one.tick();
  one.stop();
  await closed.close();
  expect(await desk.row(id)).toMatchObject({
    status: 'ready',
    tries: 1,
    failed_reason: expect.stringMatching(/^535: /),
  });
});

test('a mail that was written for another address goes there', async () => {
  const anna = await desk.person();
  const id = await desk.write(anna.id, { kind: 'security', address: 'old@example.org' });
  await sender().tick();
  expect([smtp.to('old@example.org').length, smtp.to(anna.email).length, await desk.status(id)]).toEqual([
    1,
    0,
    'sent',
  ]);
});

test('an erased account gets nothing', async () => {
  const anna = await desk.person();
  const id = await desk.write(anna.id, { kind: 'security' });
  await desk.source.query(`UPDATE people SET email = 'x@erased.invalid' WHERE id = $1`, [anna.id]);
  await sender().tick();
  expect(smtp.taken).toEqual([]);
  expect(await desk.row(id)).toMatchObject({ status: 'failed', failed_reason: 'no-address' });
});

test('words for the reader alone and an entry for the calendar leave with the mail, and nothing keeps them', async () => {
  const anna = await desk.person();
  const later = new Date(Date.now() + DAY_MS);
  const words = new SealedText(SECRET, '"Склад"\n+7 914 000-00-17', later);
  const text = 'BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nSUMMARY:"Встреча"\\, 6 шт\r\nEND:VCALENDAR';
  const id = await desk.write(anna.id, {
    body: `Где:\n${words.toString()}`,
    tokens: [words],
    calendar: { method: 'CANCEL', text: new SealedText(SECRET, text, later) },
  });
  const stored = async (): Promise<string> =>
    ((await desk.source.query('SELECT (m.*)::text AS row FROM mails m WHERE id = $1', [id])) as { row: string }[])[0]
      ?.row ?? '';
  expect(await stored()).not.toMatch(/7 914|Склад|VCALENDAR/);
  expect(await sender().tick()).toBe(1);
  const [mail] = smtp.to(anna.email);
  expect(mail?.text).toContain('"Склад"\n+7 914 000-00-17');
  const calendar = mail?.attachments.find(
    ({ contentType }) => contentType.startsWith('text/calendar') || contentType === 'application/ics',
  );
  expect(calendar?.content.toString()).toBe(text);
  expect(JSON.stringify([...(mail?.headers ?? [])])).not.toMatch(/914|Склад/);
  expect(await desk.row(id)).toMatchObject({ status: 'sent', sealed: null });
});
