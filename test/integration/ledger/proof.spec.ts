import { DAY_MS, newId } from '#kernel';
import { closeDays, exportDay, readDigests, sealLedger, verifyLedger } from '#ledger';
import { verifyExport } from '#seals';
import { asOwner } from '../../support/database.js';
import { openBooks, refusal, type Books } from './books.js';

let books: Books;
beforeEach(async () => {
  books = await openBooks('2026-03-10T23:00:00Z');
});
afterEach(() => books.db.drop());

/** Past the guards, as a person who owns the database could. */
async function tamper(table: string, sql: string): Promise<void> {
  await (
    await books.db.owner()
  ).transaction(async (tx) => {
    await tx.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    await tx.query(sql);
    await tx.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  });
}

async function someDays(): Promise<void> {
  const { ledger, run, context, clock, source } = books;
  const [offer, need] = [await books.offer(50, { item: 'heater' }), await books.need(120, { item: 'heater' })];
  const hold = await books.hold(offer, need, 50);
  await sealLedger(source, clock, { batch: 2 });
  clock.forward(2 * DAY_MS); // a day without anything between
  await run((tx) => ledger.post(tx, { holdId: hold, amount: 48, ...context() }));
  await run((tx) => ledger.release(tx, { offerId: offer, reason: 'withdrawn by Ivan', ...context() }));
  await sealLedger(source, clock, { batch: 2 });
  clock.forward(DAY_MS);
  await closeDays(source, clock);
}

async function exported(day: string): Promise<string> {
  let text = '';
  for await (const line of await exportDay(books.source, day)) text += line;
  return text;
}
const verify = (text: string, published?: Map<string, string>) =>
  verifyExport(
    (async function* () {
      yield text;
    })(),
    { published },
  );

test('numbers have no gap, days close in turn, empty ones too, and a second run adds nothing', async () => {
  await someDays();
  const seals = await books.source.query('SELECT position FROM seals ORDER BY position');
  expect(seals.map((s: { position: number }) => s.position)).toEqual([1, 2, 3, 4, 5]);
  const digests = await readDigests(books.source, { limit: 10 });
  expect(digests.map((d) => [d.day, d.transfers, d.lastPosition])).toEqual([
    ['2026-03-12', 3, 5],
    ['2026-03-11', 0, 2],
    ['2026-03-10', 2, 2],
  ]);
  expect(await sealLedger(books.source, books.clock)).toBe(0);
  expect(await closeDays(books.source, books.clock)).toEqual([]);
  const said: string[] = [];
  expect(await verifyLedger(books.source, { onLine: (line) => said.push(line) })).toMatchObject({
    ok: true,
    alarms: [],
    transfers: 5,
    sealed: 5,
    days: 3,
  });
  expect(said.at(-1)).toMatch(/clean/);
});

test('several sealers and writers at once leave one chain', async () => {
  const need = await books.need(1000);
  const offers = await Promise.all(Array.from({ length: 6 }, () => books.offer(100)));
  await Promise.all([
    ...offers.map(async (offer) => {
      for (let i = 0; i < 5; i += 1) await books.hold(offer, need, 1);
    }),
    ...Array.from({ length: 4 }, () => sealLedger(books.source, books.clock, { batch: 3 })),
  ]);
  await sealLedger(books.source, books.clock);
  const [{ n, last }] = await books.source.query('SELECT count(*) AS n, max(position) AS last FROM seals');
  expect([n, last]).toEqual([36, 36]);
  expect(await books.alarms()).toEqual([]);
});

test('what is sealed late never falls into a closed day, even if a clock runs behind', async () => {
  await someDays();
  await books.offer(3);
  books.clock.forward(-3 * DAY_MS);
  await sealLedger(books.source, books.clock);
  const [{ day }] = await books.source.query(
    `SELECT (max(sealed_at) AT TIME ZONE 'UTC')::date::text AS day FROM seals`,
  );
  expect(day).toBe('2026-03-13');
  expect(await books.alarms()).toEqual([]);
});

test('an export tells pseudonyms, no person and no free text, and verifies with nothing else at hand', async () => {
  await someDays();
  const parties: { id: string; pseudonym: string }[] = await books.source.query(
    `SELECT id, pseudonym FROM parties WHERE kind = 'person'`,
  );
  const days = [await exported('2026-03-10'), await exported('2026-03-11'), await exported('2026-03-12')];
  const whole = days.join('');
  for (const { id } of parties) expect(whole).not.toContain(id);
  expect(parties.some(({ pseudonym }) => whole.includes(pseudonym))).toBe(true);
  expect(whole).not.toContain('Ivan');

  const published = new Map((await readDigests(books.source, { limit: 10 })).map((d) => [d.day, d.digest]));
  expect(await verify(whole, published)).toMatchObject({ ok: true, alarms: [] });
  for (const day of days) expect(await verify(day, published)).toMatchObject({ ok: true }); // each alone as well
  expect(await refusal(exportDay(books.source, '2026-03-13'))).toBe('ledger.day-not-closed');
  expect(await refusal(exportDay(books.source, 'yesterday'))).toBe('ledger.day-not-closed');
});

test('an export in which anything was changed does not verify', async () => {
  await someDays();
  const text = await exported('2026-03-12');
  const lines = text.trimEnd().split('\n');
  const published = new Map((await readDigests(books.source, { limit: 10 })).map((d) => [d.day, d.digest]));
  const wrong = async (changed: string[]) => (await verify(changed.join('\n'), published)).alarms;
  expect(await wrong(lines)).toEqual([]);
  expect(await wrong(lines.map((line) => line.replace('"amount":48', '"amount":49')))).toEqual([
    'line 2: the hash does not fit what the line says',
  ]);
  expect((await wrong(lines.filter((_, i) => i !== 2))).join()).toMatch(/position 4 was expected/); // a line is missing
  expect((await wrong([lines[0]!, lines[2]!, lines[1]!, ...lines.slice(3)])).join()).toMatch(/was expected/); // two are swapped
  expect((await wrong(lines.slice(0, -1))).join()).toMatch(/ends before/);
  expect((await wrong(lines.map((line) => line.replace('"transfers":3', '"transfers":4')))).join()).toMatch(
    /has 3 transfers/,
  );
  expect((await wrong([...lines.slice(0, 2), 'not json', ...lines.slice(2)])).join()).toMatch(
    /line 3 is not a JSON object/,
  );
  expect(
    (await wrong(lines.map((line) => line.replace('"sealedAt":"2026-03-12', '"sealedAt":"2026-03-11')))).join(),
  ).toMatch(/not sealed on/);
  const forged = lines.map((line) =>
    line.replace(/"previousDigest":"."/, '"previousDigest":"0"').replace(/("previousDigest":")[0-9a-f]{4}/, '$1dead'),
  );
  expect((await wrong(forged)).join()).toMatch(/digest/);
});

test('a stored balance changed by hand is found', async () => {
  await someDays();
  await tamper('accounts', `UPDATE accounts SET posted_in = posted_in + 1 WHERE kind = 'offer'`);
  const alarms = (await books.alarms()).join('\n');
  expect(alarms).toMatch(/Every stored balance is the sum of its transfers/);
  expect(alarms).toMatch(/In every unit all accounts together are zero/);
});

test('a reserve changed by hand is found', async () => {
  const [offer, need] = [await books.offer(5), await books.need(5)];
  await books.hold(offer, need, 2);
  await tamper('accounts', `UPDATE accounts SET held_out = 1 WHERE kind = 'offer'`);
  expect((await books.alarms()).join()).toMatch(/What is reserved is exactly what is held/);
});

test('a changed amount, a deleted seal, a changed digest and a lost change of what is asked for are found', async () => {
  await someDays();
  await tamper('transfers', `UPDATE transfers SET amount = 47 WHERE phase = 'post'`);
  expect((await books.alarms()).join('\n')).toMatch(/Every seal follows.*position 3/);
  await tamper('transfers', `UPDATE transfers SET amount = 48 WHERE phase = 'post'`);
  expect(await books.alarms()).toEqual([]);

  await tamper('day_digests', `UPDATE day_digests SET transfers = 1 WHERE day = '2026-03-11'`);
  expect((await books.alarms()).join()).toMatch(/not so on 2026-03-11/);
  await tamper('day_digests', `UPDATE day_digests SET transfers = 0 WHERE day = '2026-03-11'`);

  await tamper('required_changes', `DELETE FROM required_changes`);
  expect((await books.alarms()).join()).toMatch(/sum of its logged changes/);

  await tamper('seals', `DELETE FROM seals WHERE position = 4`);
  const alarms = (await books.alarms()).join('\n');
  expect(alarms).toMatch(/numbered from 1 without a gap/);
  expect(alarms).toMatch(/sealed or waits/);
  expect(alarms).toMatch(/not so on 2026-03-12/);
});

test('a deleted first day is found', async () => {
  await someDays();
  await tamper('day_digests', `DELETE FROM day_digests WHERE day <= '2026-03-11'`);
  expect((await books.alarms()).join()).toMatch(/2026-03-10 has seals and no digest/);
});

test('erasing a person leaves the books whole', async () => {
  const donor = await books.party();
  await books.source.query(
    `INSERT INTO people (id, email, password_hash, name, locale) VALUES ($1, 'a@example.org', 'x', 'Пример', 'ru')`,
    [donor],
  );
  const offerId = newId();
  await books.run((tx) =>
    books.ledger.openOffer(tx, {
      offerId,
      donorId: donor,
      unit: 'kopeck',
      item: null,
      amount: 100,
      ...books.context(),
    }),
  );
  await sealLedger(books.source, books.clock);
  await asOwner(books.db, 'DELETE FROM people WHERE id = $1', [donor]);
  expect(await books.alarms()).toEqual([]);
});
