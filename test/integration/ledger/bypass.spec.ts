import { newId } from '#kernel';
import { needAccountId, offerAccountId } from '#ledger';
import { databaseSays, openBooks, type Books } from './books.js';
import { asOwner } from '../../support/database.js';

let books: Books;
beforeAll(async () => {
  books = await openBooks();
});
afterAll(() => books.db.drop());

interface Row {
  id: string;
  debit: string;
  credit: string;
  amount: number;
  kind: string;
  phase: string;
  unit: string;
  item: string | null;
  resolves: string | null;
  mirrors: string | null;
  subject: string;
  subjectType: string;
  reason: string | null;
}

/** A transfer written past the service, as a person with SQL at hand would. */
function insert(row: Partial<Row> & Pick<Row, 'debit' | 'credit' | 'amount'>): Promise<unknown> {
  const r = {
    id: newId(),
    kind: 'delivery',
    phase: 'held',
    unit: 'pcs',
    item: null,
    resolves: null,
    mirrors: null,
    subject: newId(),
    subjectType: 'match',
    reason: null,
    ...row,
  };
  return books.source.query(
    `INSERT INTO transfers (id, debit, credit, amount, kind, phase, unit, item, resolves, mirrors, subject_type, subject_id, reason, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, '2026-03-01T00:00:00Z')`,
    [
      r.id,
      r.debit,
      r.credit,
      r.amount,
      r.kind,
      r.phase,
      r.unit,
      r.item,
      r.resolves,
      r.mirrors,
      r.subjectType,
      r.subject,
      r.reason,
    ],
  );
}

async function pair(pledged: number, required: number) {
  const offer = await books.offer(pledged);
  const need = await books.need(required);
  return { offer, need, debit: offerAccountId(offer), credit: needAccountId(need) };
}

test('more than an offer has, and more than a need asks for, is refused by the database itself', async () => {
  const { offer, need, debit, credit } = await pair(10, 8);
  expect(await databaseSays(insert({ debit, credit, amount: 9 }))).toBe('account_need_limit');
  expect(await databaseSays(insert({ debit, credit, amount: 8, phase: 'posted' }))).toBe('done');
  const other = await books.need(100);
  expect(await databaseSays(insert({ debit, credit: needAccountId(other), amount: 3 }))).toBe('account_offer_limit');
  expect(await books.offerBalance(offer)).toEqual([10, 2, 0, 8, 0]); // the effect came with the row, without the service
  expect(await books.needBalance(need)).toEqual([8, 0, 0, 8]);
  const used = await books.source.query(
    `INSERT INTO accounts (id, kind, holder_type, holder_id, party_id, unit) SELECT $1, 'used', 'need', holder_id, party_id, unit FROM accounts WHERE id = $2 RETURNING id`,
    [newId(), credit],
  );
  expect(
    await databaseSays(insert({ debit: credit, credit: used[0].id, amount: 9, kind: 'use', phase: 'posted' })),
  ).toBe('account_used_limit');
});

test('amounts outside 1..10^13 are refused', async () => {
  const { debit, credit } = await pair(10, 10);
  for (const amount of [0, -1, 10_000_000_000_001])
    expect(await databaseSays(insert({ debit, credit, amount }))).toBe('transfers_amount_check');
  expect(await databaseSays(insert({ debit, credit: debit, amount: 1 }))).toBe('transfers_check');
});

test('a transfer that fits neither its way, its unit nor its item is refused', async () => {
  const { debit, credit } = await pair(10, 10);
  expect(await databaseSays(insert({ debit: credit, credit: debit, amount: 1 }))).toMatch(
    /a delivery does not go from need to offer/,
  );
  expect(await databaseSays(insert({ debit, credit, amount: 1, kind: 'pledge', phase: 'posted' }))).toMatch(
    /a pledge does not go/,
  );
  expect(await databaseSays(insert({ debit, credit, amount: 1, unit: 'set' }))).toMatch(/count the unit/);
  const heaters = offerAccountId(await books.offer(5, { item: 'heater' }));
  expect(await databaseSays(insert({ debit: heaters, credit, amount: 1 }))).toMatch(/takes that item only/);
});

test('a hold ends once and exactly', async () => {
  const { need, debit, credit } = await pair(10, 10);
  const [hold, subject] = [newId(), newId()];
  await insert({ id: hold, subject, debit, credit, amount: 5 });
  const end = (phase: string, amount: number, more: Partial<Row> = {}) =>
    databaseSays(insert({ debit, credit, amount, phase, resolves: hold, subject, ...more }));
  expect(await end('post', 3)).toMatch(/does not end exactly/);
  expect(await end('post', 6)).toMatch(/account_parts_in_range|does not end exactly/);
  expect(await end('void', 5, { subject: newId() })).toMatch(/between its own accounts/);
  expect(await end('post', 5)).toBe('done');
  expect(await end('post', 5)).toBe('transfers_resolve_once');
  await insert({ debit, credit, amount: 5 }); // another hold, so that the sums alone would allow it
  expect(await end('void', 5)).toMatch(/does not end exactly/);
  expect(await books.needBalance(need)).toEqual([10, 0, 5, 5]);
});

test('two who end one hold at once, one with a post and one with a void: one of them', async () => {
  const { need, debit, credit } = await pair(20, 20);
  for (let round = 0; round < 10; round += 1) {
    const [hold, subject] = [newId(), newId()];
    await insert({ id: hold, subject, debit, credit, amount: 1 });
    const ends = await Promise.all(
      ['post', 'void'].map((phase) =>
        databaseSays(insert({ debit, credit, amount: 1, phase, resolves: hold, subject })),
      ),
    );
    expect(ends.filter((end) => end === 'done')).toHaveLength(1);
  }
  expect((await books.needBalance(need))[2]).toBe(0);
});

test('reversals never exceed what they take back, also at once', async () => {
  const { offer, debit, credit } = await pair(10, 10);
  const [moved, subject] = [newId(), newId()];
  await insert({ id: moved, subject, debit, credit, amount: 6, phase: 'posted' });
  const reversal = (amount: number) =>
    databaseSays(
      insert({
        debit: credit,
        credit: debit,
        amount,
        kind: 'mirror',
        phase: 'posted',
        mirrors: moved,
        subjectType: 'correction',
        reason: 'mistake',
      }),
    );
  const at = await Promise.all([reversal(4), reversal(4), reversal(4)]);
  expect(at.filter((said) => said === 'done')).toHaveLength(1);
  expect(at.filter((said) => /never exceed/.test(said))).toHaveLength(2);
  expect(await reversal(2)).toBe('done');
  expect(await books.offerBalance(offer)).toEqual([10, 10, 0, 0, 0]);
});

test('many transfers of one statement are applied as each of them alone, and all or none', async () => {
  const [first, second] = [await pair(10, 30), await pair(20, 5)];
  const many = (amounts: readonly [debit: string, credit: string, amount: number][], unit = 'pcs') =>
    databaseSays(
      books.source.query(
        `INSERT INTO transfers (id, debit, credit, amount, kind, phase, unit, subject_type, subject_id, at)
         SELECT r.id, r.debit, r.credit, r.amount, 'delivery', 'held', $2, 'match', r.id, '2026-03-01T00:00:00Z' FROM json_to_recordset($1) AS r(id uuid, debit uuid, credit uuid, amount bigint)`,
        [JSON.stringify(amounts.map(([debit, credit, amount]) => ({ id: newId(), debit, credit, amount }))), unit],
      ),
    );
  const toFirst = (amount: number, from = second): [string, string, number] => [from.debit, first.credit, amount];
  expect(await many([toFirst(4), toFirst(5), toFirst(6, first), [second.debit, second.credit, 5]])).toBe('done');
  expect(await books.needBalance(first.need)).toEqual([30, 15, 15, 0]);
  expect(await books.needBalance(second.need)).toEqual([5, 0, 5, 0]);
  expect(await books.offerBalance(second.offer)).toEqual([20, 6, 14, 0, 0]);
  expect(await many([toFirst(1), toFirst(6)])).toBe('account_offer_limit'); // each of the two would have its place
  expect(await many([toFirst(1), [second.debit, second.credit, 1]])).toBe('account_need_limit');
  expect(await many([toFirst(1), [first.credit, second.debit, 1]])).toMatch(/does not go from need to offer/);
  expect(await many([toFirst(1), toFirst(1)], 'set')).toMatch(/count the unit/);
  expect(await books.offerBalance(second.offer)).toEqual([20, 6, 14, 0, 0]);
  const [unsealed]: { count: number }[] = await books.source.query(
    'SELECT count(*)::int AS count FROM transfers t WHERE t.credit = $1 AND NOT EXISTS (SELECT 1 FROM unsealed u WHERE u.transfer = t.id)',
    [first.credit],
  );
  expect(unsealed?.count).toBe(0);
});

test('nothing is changed, deleted, or born with a balance', async () => {
  const { debit } = await pair(10, 10);
  const says = (sql: string) => databaseSays(asOwner(books.db, sql, sql.includes('$1') ? [debit] : []));
  expect(await says('UPDATE transfers SET amount = amount + 1 WHERE credit = $1')).toMatch(/append-only/);
  expect(await says('DELETE FROM transfers WHERE credit = $1')).toMatch(/append-only/);
  expect(await says('TRUNCATE transfers CASCADE')).toMatch(/append-only/);
  expect(await says('UPDATE required_changes SET after = after')).toMatch(/append-only/);
  expect(await says('UPDATE accounts SET posted_in = posted_in + 1 WHERE id = $1')).toMatch(/by a transfer only/);
  expect(await says('DELETE FROM accounts WHERE id = $1')).toMatch(/by a transfer only/);
  expect(
    await databaseSays(
      books.source.query(
        `INSERT INTO accounts (id, kind, holder_type, holder_id, party_id, unit, posted_in, posted_back, posted_out, held_in, held_out) SELECT $1, kind, holder_type, $1, party_id, unit, 5, 0, 0, 0, 0 FROM accounts WHERE id = $2`,
        [newId(), debit],
      ),
    ),
  ).toMatch(/born empty/);
});

test('the books are clean after all attempts', async () => {
  expect(await books.alarms()).toEqual([]);
});
