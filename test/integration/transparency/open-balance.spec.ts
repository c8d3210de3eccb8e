import { KEPT_FOR_MS, OpenBalance, openBalanceSql, type BalanceBy, type BalanceItem } from '#transparency';
import { startApi, type TestApi } from '../../support/api.js';
import { openDesk, type Desk } from '../needs/fixture.js';

let desk: Desk;
let balance: OpenBalance;
beforeEach(async () => {
  desk = await openDesk();
  balance = new OpenBalance(desk.source, desk.catalogue, desk.clock);
});
afterEach(() => desk.db.drop());

const of = async (by: BalanceBy, key: string): Promise<BalanceItem | undefined> => {
  desk.clock.forward(KEPT_FOR_MS);
  return (await balance.items(by)).find((item) => item.key === key);
};

test('an empty installation has one item for each of its spheres, categories and municipalities', async () => {
  expect((await balance.items('sphere')).map((item) => item.key)).toEqual(
    desk.catalogue.spheres.map((sphere) => sphere.code),
  );
  expect(await balance.items('category')).toHaveLength(130);
  expect(await balance.items('place')).toHaveLength(29);
  expect(await balance.items('month')).toEqual([]);
});

test('what is asked, promised and received is told by sphere, category, place and month alike', async () => {
  const need = await desk.openNeed({ quantity: '120' });
  const offer = await desk.postOffer();
  await desk.arrive(need, offer, await desk.hold(need, offer, 30), 30);
  await desk.hold(need, offer, 20);
  await desk.needs.draft(desk.coordinator, desk.heaters()); // nobody has seen this one
  const line = { kind: 'goods', unit: 'pcs', required: 120, open: 70, reserved: 20, received: 30 };
  for (const [by, key] of [
    ['sphere', 'relief'],
    ['category', 'relief-household'],
    ['place', 'selemdzhinsky'],
    ['month', '2026-03'],
  ] as const) {
    expect(await of(by, key)).toEqual({ key, needs: 1, share: 250_000, withheld: false, units: [line] });
  }
});

test('of a period only what opened in it is told, and nothing of a private category', async () => {
  const hidden = desk.catalogue.categories.find(
    (category) => category.flags.includes('private') && category.kinds.includes('money'),
  )!;
  await desk.openNeed({ quantity: '120' }); // in March 2026
  desk.clock.forward(40 * 86_400_000); // April: another quarter, the same year
  await desk.openNeed({ quantity: '7' });
  await desk.openNeed({ kind: 'money', category: hidden.code, item: undefined, quantity: '1000', unit: 'rub' });
  const asked = async (period: 'all' | 'year' | 'quarter' | 'month'): Promise<(number | undefined)[]> => {
    desk.clock.forward(KEPT_FOR_MS);
    const items = await balance.items('sphere', period);
    const pieces = items.flatMap(({ units }) => units).find(({ unit }) => unit === 'pcs');
    return [items.reduce((sum, { needs }) => sum + needs, 0), pieces?.required];
  };
  expect(await asked('all')).toEqual([3, 127]);
  expect(await asked('year')).toEqual([2, 127]);
  expect(await asked('quarter')).toEqual([1, 7]);
  expect(await asked('month')).toEqual([1, 7]);
});

test('a need that ends asks for nothing more, and what it received stays', async () => {
  const need = await desk.openNeed({ quantity: '120' });
  const offer = await desk.postOffer();
  await desk.arrive(need, offer, await desk.hold(need, offer, 30), 30);
  await desk.run((tx) => desk.needs.withdraw(tx, desk.coordinator, need));
  expect(await of('category', 'relief-household')).toMatchObject({
    needs: 0,
    share: 0,
    units: [{ required: 30, open: 0, reserved: 0, received: 30 }],
  });
});

test('a few needs of a private category are told by category, and kept from their place', async () => {
  const hidden = desk.catalogue.categories.find(
    (category) => category.flags.includes('private') && category.kinds.includes('money'),
  )!;
  const ask = () =>
    desk.openNeed({ kind: 'money', category: hidden.code, item: undefined, quantity: '1000', unit: 'rub' });
  for (let n = 0; n < 4; n += 1) await ask();
  expect(await of('category', hidden.code)).toMatchObject({ needs: 4, withheld: false });
  expect(await of('place', 'selemdzhinsky')).toMatchObject({ needs: 0, withheld: true, units: [] });
  await ask();
  expect(await of('place', 'selemdzhinsky')).toMatchObject({ needs: 5, withheld: false, units: [{ open: 500_000 }] });
});

test('an answer is kept for some seconds and no longer; many who ask at once ask the database once', async () => {
  const [first, again] = await Promise.all([balance.items('sphere'), balance.items('sphere')]);
  expect(again).toBe(first);
  await desk.openNeed();
  expect(await balance.items('sphere')).toBe(first);
  desk.clock.forward(KEPT_FOR_MS);
  expect((await balance.items('sphere')).find((item) => item.key === 'relief')?.needs).toBe(1);
});

test('needs are read from their index, never their words', async () => {
  await desk.openNeed();
  await desk.source.transaction(async (tx) => {
    await tx.query('SET LOCAL enable_seqscan = off');
    for (const by of ['sphere', 'place', 'category'] as const) {
      const whole = { hidden: [], timeZone: 'UTC', since: null, places: null, categories: null };
      const { sql, params } = openBalanceSql(by, whole);
      const rows: Record<string, string>[] = await tx.query(`EXPLAIN ${sql}`, params);
      expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Index Only Scan using needs_in_balance/);
    }
  });
});

describe('over HTTP', () => {
  let api: TestApi;
  beforeEach(async () => {
    api = await startApi(desk.db);
  });
  afterEach(() => api.close());

  test('the list pages by cursor; by places there are 29', async () => {
    const visitor = api.visitor();
    const whole = (await visitor.get('/balance?by=place&limit=200')).body;
    expect(whole.items).toHaveLength(29);
    expect(whole.nextCursor).toBeNull();
    const keys: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { items: BalanceItem[]; nextCursor: string | null } = (
        await visitor.get(`/balance?by=place&limit=10${cursor && `&cursor=${cursor}`}`)
      ).body;
      keys.push(...page.items.map((item) => item.key));
      cursor = page.nextCursor;
    }
    expect(keys).toEqual(whole.items.map((item: { key: string }) => item.key));
    expect((await visitor.get('/balance')).body.items).toHaveLength(14);
  });

  test('the table has all lines at once, in the language that is asked for, to keep as a file', async () => {
    const answer = await fetch(`${api.url}/api/v1/balance.csv?by=place`, { headers: { 'accept-language': 'en' } });
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([
      200,
      'text/csv; charset=utf-8',
      'attachment; filename="lepta-balance-place.csv"',
    ]);
    const lines = (await answer.text()).trim().split('\r\n');
    expect(lines[0]).toMatch(/^\uFEFF?Code,Name,/);
    expect(lines).toHaveLength(1 + 29);
  });

  test('another way to sort, and a cursor of another list, are refused by name', async () => {
    const visitor = api.visitor();
    expect((await visitor.get('/balance?by=donor')).body.errors).toMatchObject([{ field: 'by' }]);
    const { nextCursor } = (await visitor.get('/balance?by=sphere&limit=1')).body;
    expect((await visitor.get(`/balance?by=place&cursor=${nextCursor}`)).body.errors).toMatchObject([
      { field: 'cursor' },
    ]);
  });
});
