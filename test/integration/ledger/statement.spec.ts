import { DAY_MS, newId } from '#kernel';
import { Statements, statementCsv, statementSums } from '#ledger';
import { openBooks, refusal, type Books } from './books.js';

let books: Books;
let statements: Statements;
const timeZone = 'Asia/Yakutsk';
beforeEach(async () => {
  books = await openBooks('2026-03-10T05:00:00Z');
  statements = new Statements(books.source, books.clock);
});
afterEach(() => books.db.drop());

async function year() {
  const { ledger, run, context, clock } = books;
  const [donor, organization] = [await books.party(), await books.party('organization')];
  const offer = await books.offer(50, { item: 'heater', donorId: donor });
  const need = await books.need(120, { item: 'heater', organizationId: organization });
  const first = await books.hold(offer, need, 20);
  await run((tx) => ledger.post(tx, { holdId: first, amount: 18, ...context() }));
  clock.set(new Date('2026-03-31T16:00:00Z')); // the first of April in Yakutsk
  const second = await books.hold(offer, need, 10);
  await run((tx) => ledger.post(tx, { holdId: second, amount: 10, ...context() }));
  const third = await books.hold(offer, need, 5);
  return { donor, organization, offer, need, third };
}
const sum = (entries: readonly { state: string; amount: number }[]) =>
  entries.filter((e) => e.state === 'posted').reduce((total, e) => total + e.amount, 0);

test('opening, entries and closing add up, for the one who gave and the one who received', async () => {
  const { donor, organization } = await year();
  for (const [partyId, side] of [
    [donor, 'donor'],
    [organization, 'recipient'],
  ] as const) {
    const march = await statements.issue({ partyId, from: '2026-03-01', to: '2026-03-31', timeZone });
    const april = await statements.issue({ partyId, from: '2026-04-01', to: '2026-04-30', timeZone });
    expect([march.side, march.units.length, april.units.length]).toEqual([side, 1, 1]);
    expect(march.units[0]).toMatchObject({ kind: 'goods', unit: 'pcs', item: 'heater', opening: 0, closing: 18 });
    expect(april.units[0]).toMatchObject({ opening: 18, closing: 28 });
    for (const unit of [...march.units, ...april.units]) expect(unit.closing - unit.opening).toBe(sum(unit.entries));
    expect(april.units[0]!.entries.filter((e) => e.state === 'held').map((e) => e.amount)).toEqual([5]); // listed, not added
  }
});

test('what is held when a period ends is told whenever it was agreed, and stands in no sum', async () => {
  const { donor, third } = await year();
  const wish = { partyId: donor, from: '2026-05-01', to: '2026-05-31', timeZone };
  books.clock.set(new Date('2026-06-02T05:00:00Z'));
  const may = await statements.issue(wish);
  expect(may.held).toEqual([
    expect.objectContaining({ kind: 'goods', unit: 'pcs', item: 'heater', amount: 5, match: expect.any(String) }),
  ]);
  expect(may.sums).toEqual([
    { kind: 'goods', unit: 'pcs', opening: 28, arrived: 0, takenBack: 0, closing: 28, promised: 5 },
  ]);
  await books.run((tx) => books.ledger.post(tx, { holdId: third, amount: 5, ...books.context() }));
  expect((await statements.issue(wish)).held).toHaveLength(1); // as it was when the period ended
  expect((await statements.issue({ ...wish, to: '2026-06-30' })).held).toEqual([]);
});

test('a match is told from its first entry to its last, a correction as an entry of its own, and only to its parties', async () => {
  const { ledger, run, context, source } = books;
  const { donor, organization } = await year();
  const [{ id, match }] = (await source.query(
    `SELECT id, subject_id AS match FROM transfers WHERE phase = 'post' AND amount = 18`,
  )) as [{ id: string; match: string }];
  const wish = { partyId: donor, from: '2026-03-01', to: '2026-03-31', timeZone };
  const issued = await statements.issue(wish);
  expect(await statements.check(issued.verificationCode)).toMatchObject({
    status: 'matches',
    corrections: [],
    sums: issued.sums,
  });
  books.clock.forward(3 * DAY_MS);
  await run((tx) =>
    ledger.reverse(tx, { id: newId(), transferId: id, amount: 6, reason: 'counted again', ...context() }),
  );
  const told = await statements.thread(donor, match);
  expect(told.map(({ kind, state, amount }) => [kind, state, amount])).toEqual([
    ['delivery', 'held', 20],
    ['delivery', 'posted', 18],
    ['delivery', 'voided', 2],
    ['mirror', 'posted', -6],
  ]);
  expect((await statements.thread(organization, match)).at(-1)).toMatchObject({
    kind: 'mirror',
    state: 'posted',
    amount: -6,
  });
  expect(await refusal(statements.thread(await books.party(), match))).toBe('statement.no-such-match');
  expect(await refusal(statements.thread(donor, newId()))).toBe('statement.no-such-match');

  const check = await statements.check(issued.verificationCode); // genuine, and corrected after its period
  expect(check).toMatchObject({
    status: 'matches',
    newerEntries: false,
    sums: issued.sums,
    corrections: [{ unit: 'pcs', amount: 6, of: told[1]!.at }],
  });
  const all = await statements.issue({ partyId: donor, timeZone });
  expect(all.sums).toEqual([
    { kind: 'goods', unit: 'pcs', opening: 0, arrived: 28, takenBack: 6, closing: 22, promised: 5 },
  ]);
  expect(all.sums).toEqual(statementSums(all.units, all.held));
});

test('what is promised is listed and not added', async () => {
  const { donor, offer } = await year();
  await books.run((tx) => books.ledger.release(tx, { offerId: offer, ...books.context() }));
  const { units } = await statements.issue({ partyId: donor, timeZone });
  expect(units[0]!.entries.filter((e) => e.state === 'promised').map((e) => [e.kind, e.amount])).toEqual([
    ['pledge', 50],
    ['release', -17],
  ]);
  expect(units[0]!.closing).toBe(28);
});

test('a reversal and a loss are told to the donor, and what is used stays received', async () => {
  const { ledger, run, context, source } = books;
  const { donor, organization, offer, need, third } = await year();
  await run((tx) => ledger.use(tx, { id: newId(), needId: need, amount: 6, ...context() }));
  await run((tx) =>
    ledger.lose(tx, {
      id: newId(),
      offerId: offer,
      holderId: organization,
      amount: 3,
      matchId: third,
      reason: 'flood',
      ...context(),
    }),
  );
  const [{ id }] = await source.query(`SELECT id FROM transfers WHERE phase = 'post' AND amount = 10`);
  await run((tx) => ledger.reverse(tx, { id: newId(), transferId: id, reason: 'mistake', ...context() }));
  const given = await statements.issue({ partyId: donor, timeZone });
  expect(given.units[0]!.closing).toBe(18 + 10 - 10);
  const received = await statements.issue({ partyId: organization, timeZone });
  expect(received.units[0]!.closing).toBe(18);
  expect(received.units[0]!.entries.find((e) => e.kind === 'mirror')).toMatchObject({
    amount: -10,
    state: 'posted',
    match: expect.any(String),
  });
});

test('units stand apart and are never added to each other', async () => {
  const { ledger, run, context } = books;
  const donor = await books.party();
  for (const [unit, amount] of [
    ['kopeck', 150000],
    ['minute', 90],
    ['gram', 12000],
  ] as const) {
    const [offer, need] = [await books.offer(amount, { unit, donorId: donor }), await books.need(amount, { unit })];
    const hold = await books.hold(offer, need, amount);
    await run((tx) => ledger.post(tx, { holdId: hold, amount, ...context() }));
  }
  const { units } = await statements.issue({ partyId: donor, timeZone });
  expect(units.map((u) => [u.kind, u.unit, u.closing])).toEqual([
    ['goods', 'gram', 12000],
    ['money', 'kopeck', 150000],
    ['time', 'minute', 90],
  ]);
});

test('the same period gives the same code while the books say the same, and the page behind it answers', async () => {
  const { ledger, run, context, clock } = books;
  const { donor, third } = await year();
  const wish = { partyId: donor, from: '2026-01-01', to: '2026-12-31', timeZone };
  const first = await statements.issue(wish);
  clock.forward(DAY_MS);
  expect((await statements.issue(wish)).verificationCode).toBe(first.verificationCode);
  const check = await statements.check(first.verificationCode.toLowerCase().replaceAll('-', ''));
  expect(check).toMatchObject({
    status: 'matches',
    newerEntries: false,
    from: '2026-01-01',
    to: '2026-12-31',
    units: [{ unit: 'pcs', opening: 0, closing: 28 }],
  });
  expect(JSON.stringify(check)).not.toContain(donor);

  await run((tx) => ledger.post(tx, { holdId: third, amount: 5, ...context() }));
  const later = await statements.issue(wish);
  expect(later.verificationCode).not.toBe(first.verificationCode);
  expect(await statements.check(first.verificationCode)).toMatchObject({
    status: 'matches',
    newerEntries: true,
    units: [{ closing: 28 }],
  });
  expect(await statements.check(later.verificationCode)).toMatchObject({ status: 'matches', units: [{ closing: 33 }] });

  await (
    await books.db.owner()
  ).transaction(async (tx) => {
    await tx.query('ALTER TABLE transfers DISABLE TRIGGER transfers_append_only');
    await tx.query(`UPDATE transfers SET amount = 17 WHERE phase = 'post' AND amount = 18`);
    await tx.query('ALTER TABLE transfers ENABLE TRIGGER transfers_append_only');
  });
  expect(await statements.check(first.verificationCode)).toMatchObject({ status: 'changed', units: [] });
});

test('a code whose last character does not fit is told from one that was never issued', async () => {
  const { donor } = await year();
  const { verificationCode } = await statements.issue({ partyId: donor, timeZone });
  const flipped = (verificationCode[0] === '0' ? '1' : '0') + verificationCode.slice(1);
  for (const code of [flipped, 'nonsense', '', `${verificationCode}0`, '\0'])
    expect(await refusal(statements.check(code))).toBe('statement.mistyped');
  await (await books.db.owner()).query('DELETE FROM statement_codes');
  expect(await refusal(statements.check(verificationCode))).toBe('statement.not-found');
});

test('periods that are none are refused with the field named', async () => {
  const partyId = await books.party();
  for (const wish of [
    { from: '2026-02-30' },
    { to: 'tomorrow' },
    { from: '0000-01-01' },
    { from: '2026-05-01', to: '2026-04-30' },
  ]) {
    await expect(statements.issue({ partyId, timeZone, ...wish })).rejects.toMatchObject({
      code: 'form.invalid',
      status: 422,
      errors: [{ field: expect.stringMatching(/from|to/) }],
    });
  }
  expect(await statements.issue({ partyId, timeZone })).toMatchObject({
    side: 'donor',
    from: '2026-01-01',
    to: '2026-12-31',
    units: [],
    verificationCode: expect.any(String),
  });
});

test('as CSV it opens in a spreadsheet and runs nothing there', async () => {
  const { donor } = await year();
  const csv = statementCsv(await statements.issue({ partyId: donor, timeZone }), 'ru');
  expect(csv.startsWith('\uFEFFЕдиница,Предмет,')).toBe(true);
  const rows = csv
    .trimEnd()
    .split('\r\n')
    .map((row) => row.split(','));
  expect(rows.every((row) => row.length === 8)).toBe(true);
  expect(rows.at(-2)!.slice(0, 6)).toEqual(['pcs', 'heater', '2026-12-31', 'Остаток на конец', '', '28']);
});
