import { statementTurns } from '#exchange';
import { DAY_MS, newId } from '#kernel';
import { closeDays, sealLedger } from '#ledger';
import { verifyExport } from '#seals';
import { LedgerApiModule } from '../../../apps/api/src/ledger/ledger.controller.js';
import { StatementsApiModule } from '../../../apps/api/src/ledger/statements/statements.controller.js';
import { checkDay } from '../../../apps/web/src/features/transparency/check-day.js';
import { periodAround, periodNamed } from '../../../apps/web/src/features/ledger/periods.js';
import { startApi, type Caller, type TestApi } from '../../support/api.js';
import { openBooks, type Books } from './books.js';

let books: Books;
let api: TestApi;
let donor: Caller;
let accountant: Caller;
let organization: string;
beforeAll(async () => {
  books = await openBooks('2026-03-10T05:00:00Z');
  api = await startApi(books.db, { modules: [StatementsApiModule, LedgerApiModule], clock: books.clock });
  organization = await books.party('organization');
  donor = await api.person();
  accountant = await api.person([organization, 'accountant']);
  const offer = await books.offer(50, { item: 'heater', donorId: donor.personId });
  const need = await books.need(120, { item: 'heater', organizationId: organization });
  const hold = await books.hold(offer, need, 50);
  await books.run((tx) => books.ledger.post(tx, { holdId: hold, amount: 48, ...books.context() }));
  await sealLedger(books.source, books.clock);
});
afterAll(async () => {
  await api?.close();
  await books?.db.drop();
});

test('a donor sees what was given, a member of the organization what was received, nobody sees the other', async () => {
  const mine = await donor.get('/me/statement?from=2026-03-01&to=2026-03-31');
  expect(mine.status).toBe(200);
  expect(mine.body).toMatchObject({
    side: 'donor',
    timeZone: 'Asia/Yakutsk',
    units: [{ kind: 'goods', unit: 'pcs', item: 'heater', opening: 0, closing: 48 }],
  });
  const received = await accountant.get(`/me/statement?organization=${organization}`);
  expect(received.body).toMatchObject({ side: 'recipient', from: '2026-01-01', units: [{ closing: 48 }] });
  expect((await accountant.get('/me/statement')).body.units).toEqual([]);
  expect(await donor.get(`/me/statement?organization=${organization}`)).toMatchObject({
    status: 404,
    body: { code: 'statement.no-such-account' },
  });
  expect((await api.visitor().get('/me/statement')).status).toBe(401);
});

test('a year of an organization is told to its own people, as a table and as a file for Excel', async () => {
  const year = await accountant.get(`/me/statement/year?organization=${organization}`);
  expect(year.body).toMatchObject({
    side: 'recipient',
    year: 2026,
    sums: [{ kind: 'goods', unit: 'pcs', opening: 0, arrived: 48, closing: 48, promised: 0 }],
    parts: [{ grain: 'month', from: '2026-01-01' }, {}, { to: '2026-03-10', units: [{ arrived: 48, takenBack: 0 }] }],
    spheres: [{ sphere: null, units: [{ arrived: 48 }] }],
    free: [],
  });
  const file = await fetch(`${api.url}/api/v1/me/statement/year.csv?organization=${organization}`, {
    headers: { ...accountant.credentials, 'accept-language': 'ru' },
  });
  expect([file.status, file.headers.get('content-type'), file.headers.get('content-disposition')]).toEqual([
    200,
    'text/csv; charset=utf-8',
    'attachment; filename="lepta-year-2026.csv"',
  ]);
  expect(await file.text()).toContain('Итого дошло;01.01.2026;31.12.2026;;штука;48;0;48');
  expect((await donor.get(`/me/statement/year?organization=${organization}`)).status).toBe(404);
  expect((await accountant.get('/me/statement/year?year=2027')).body.errors).toMatchObject([
    { field: 'year', code: 'statement.no-such-year' },
  ]);
});

test('what is asked wrongly is refused with the field named', async () => {
  for (const [query, field] of [
    ['from=2026-02-30', 'from'],
    ['to=x', 'to'],
    ['from=2026-05-01&to=2026-04-01', 'to'],
    ['from=2000-01-01&to=2026-04-01', 'to'],
    ['organization=x', 'organization'],
    ['side=both', 'side'],
    ['surprise=1', 'surprise'],
    ['from=a%00', 'from'],
  ]) {
    const answer = await donor.get(`/me/statement?${query}`);
    expect([answer.status, answer.body.errors?.[0]?.field]).toEqual([422, field]);
  }
});

test('as CSV', async () => {
  const answer = await donor.get('/me/statement.csv', { 'accept-language': 'en' });
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toMatch(
    /attachment; filename="lepta-statement-2026-01-01-2026-12-31.csv"/,
  );
  expect(answer.text).toMatch(/Unit,Item,At \(UTC\)/);
});

test('as CSV for Excel in Russian: semicolons, local dates, names of units, and nothing that runs', async () => {
  const answer = await donor.get('/me/statement.csv', { 'accept-language': 'ru' });
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const { body } = await donor.get('/me/statement');
  const lines = answer.text.split('\r\n');
  expect(answer.text).toMatch(/Выписка о переданном/);
  expect(lines).toContain('Дата;Время;На что;Кому;Запись;Состояние;Вещь;Количество;Единица;Номер записи');
  expect(lines).toContain(`Код проверки;${body.verificationCode}`);
  const entries = body.units.flatMap((unit: { entries: { id: string }[] }) => unit.entries);
  expect(
    entries.every(({ id }: { id: string }) =>
      lines.some((line) => /^\d\d\.\d\d\.\d{4};\d\d:\d\d;/.test(line) && line.endsWith(`;штука;${id}`)),
    ),
  ).toBe(true);
  expect(lines.some((line) => /^[=+@-]/.test(line))).toBe(false);
});

test('the periods that the page offers are whole calendar months, quarters and years; other days are one’s own', () => {
  for (const [today, name, from, to] of [
    ['2026-11-24', 'month', '2026-11-01', '2026-11-30'],
    ['2026-12-31', 'month', '2026-12-01', '2026-12-31'],
    ['2028-02-10', 'month', '2028-02-01', '2028-02-29'],
    ['2026-01-01', 'quarter', '2026-01-01', '2026-03-31'],
    ['2026-06-30', 'quarter', '2026-04-01', '2026-06-30'],
    ['2026-11-24', 'year', '2026-01-01', '2026-12-31'],
  ] as const) {
    expect(periodAround(today, name)).toEqual({ from, to });
    expect(periodNamed({ from, to }, today)).toBe(name);
  }
  expect(periodNamed({ from: '2026-09-01', to: '2026-11-24' }, '2026-11-24')).toBeNull();
  expect(periodNamed(periodAround('2025-11-24', 'year'), '2026-11-24')).toBeNull();
});

test('the sums of the page are those of its file, and the check says them in the same order', async () => {
  const { body } = await donor.get('/me/statement?from=2026-03-01&to=2026-03-31');
  expect(body).toMatchObject({
    sums: [{ kind: 'goods', unit: 'pcs', opening: 0, arrived: 48, takenBack: 0, closing: 48, promised: 0 }],
    held: [],
    matches: expect.any(Array),
  });
  const file = await donor.get('/me/statement.csv?from=2026-03-01&to=2026-03-31', { 'accept-language': 'ru' });
  const rows = file.text.split('\r\n').map((line) => line.split(';'));
  const ofGoods = (begins: string): string => rows.find(([name]) => name!.startsWith(begins))![2]!;
  for (const [row, key] of [
    ['Было на', 'opening'],
    ['Дошло за период', 'arrived'],
    ['Стало на', 'closing'],
    ['Обещано', 'promised'],
  ] as const) {
    expect([row, ofGoods(row).replace(/\D/g, '')]).toEqual([row, String(body.sums[0][key])]);
  }
  expect((await api.visitor().get(`/statements/${body.verificationCode}`)).body.sums).toEqual(body.sums);
  const entry = body.units[0].entries.find(({ state }: { state: string }) => state === 'posted');
  const told = await donor.get(`/me/statement/matches/${entry.match}`);
  expect(told.body.items.map(({ state }: { state: string }) => state)).toEqual(['held', 'posted', 'voided']);
  expect(await donor.get(`/me/statement/matches/${entry.match}?organization=${organization}`)).toMatchObject({
    status: 404,
    body: { code: 'statement.no-such-account' },
  });
  expect(
    (await accountant.get(`/me/statement/matches/${entry.match}?organization=${organization}`)).body.items,
  ).toHaveLength(3);
  expect((await accountant.get(`/me/statement/matches/${entry.match}`)).status).toBe(404);
});

test('on paper: the text of the PDF says what the ledger says, and its code', async () => {
  const { body } = await donor.get('/me/statement');
  const answer = await fetch(`${api.url}/api/v1/me/statement`, {
    headers: { ...donor.credentials, accept: 'application/pdf', 'accept-language': 'ru' },
  });
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('vary')]).toEqual([
    200,
    'application/pdf',
    expect.stringContaining('Accept, Accept-Language'),
  ]);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const raw = Buffer.from(bytes).toString('latin1');
  expect(raw).toMatch(/\/Marked true/);
  expect(raw).toMatch(/ru-RU/);
  const { extractText, getDocumentProxy } = await import('unpdf');
  const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
  const plain = text.replace(/\s+/g, ' ');
  expect(plain).toContain(body.verificationCode);
  expect(plain).toContain('Выписка о переданном');
  const [unit] = body.units as { closing: number; opening: number }[];
  expect(plain).toMatch(new RegExp(`Дошло за период 0 ${unit!.closing - unit!.opening} шт 0`));
  expect(plain).toMatch(new RegExp(`Стало на .+? 0 ${unit!.closing} шт 0`));
});

test('as a workbook; a format that is not there is refused, and each asks for the same as its address', async () => {
  const book = await fetch(`${api.url}/api/v1/me/statement?format=xlsx`, { headers: donor.credentials });
  expect([
    book.status,
    Buffer.from(await book.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ]).toEqual([200, 'PK']);
  expect((await donor.get('/me/statement?format=doc')).status).toBe(422);
  expect((await donor.get('/me/statement?format=csv')).text).toBe((await donor.get('/me/statement.csv')).text);
  expect((await api.visitor().get('/me/statement.pdf')).status).toBe(401);
});

test('a rush of papers: some are made, some wait, and whoever comes then hears at once when to come again', async () => {
  let release = (): void => undefined;
  const gate = new Promise<void>((open) => (release = open));
  const taken: Promise<void>[] = [];
  for (let turn = statementTurns.take(() => gate); turn !== null; turn = statementTurns.take(() => gate))
    taken.push(turn);
  expect(taken).toHaveLength(22);
  const issued = async (): Promise<number> =>
    (await books.source.query('SELECT count(*)::int AS count FROM statement_codes'))[0].count;
  const before = await issued();
  for (const format of ['pdf', 'xlsx']) {
    const away = await donor.get(`/me/statement.${format}?from=2026-01-02`, { 'accept-language': 'en' });
    expect([away.status, away.headers.get('retry-after'), away.body.code, away.body.detail]).toEqual([
      503,
      '10',
      'statement.too-many-at-once',
      expect.stringContaining('10 seconds'),
    ]);
  }
  expect(await issued()).toBe(before); // nothing was begun
  release();
  await Promise.all(taken);
  expect((await donor.get('/me/statement.pdf')).status).toBe(200);
});

test('anybody who holds a statement can ask whether it still stands, and learns no name', async () => {
  const { body } = await donor.get('/me/statement');
  const page = await api.visitor().get(`/statements/${body.verificationCode}`);
  expect(page.body).toMatchObject({
    status: 'matches',
    units: [{ unit: 'pcs', closing: 48, entries: expect.any(Number) }],
  });
  expect(page.text).not.toContain(donor.personId);
  for (const code of ['nonsense', newId(), '%00', encodeURIComponent('*~$=')])
    expect((await api.visitor().get(`/statements/${code}`)).status).toBe(404);
});

test('the public books: digests in pages, a closed day as a file that verifies, an open one not', async () => {
  expect((await api.visitor().get('/ledger/export?day=2026-03-10')).status).toBe(404);
  books.clock.forward(3 * DAY_MS);
  await closeDays(books.source, books.clock);
  const first = await api.visitor().get('/ledger/digests?limit=2');
  expect(first.body.items.map((d: { day: string }) => d.day)).toEqual(['2026-03-12', '2026-03-11']);
  const second = await api.visitor().get(`/ledger/digests?limit=2&cursor=${first.body.nextCursor}`);
  expect(second.body).toMatchObject({ items: [{ day: '2026-03-10', transfers: 4 }], nextCursor: null });
  expect((await api.visitor().get('/ledger/digests?cursor=x')).status).toBe(422);

  const file = await fetch(`${api.url}/api/v1/ledger/export?day=2026-03-10`);
  expect(file.headers.get('content-type')).toBe('application/x-ndjson');
  const text = await file.text();
  const verdict = await verifyExport(
    (async function* () {
      yield text;
    })(),
    { published: new Map([['2026-03-10', second.body.items[0].digest]]) },
  );
  expect(verdict).toMatchObject({ ok: true, days: [{ day: '2026-03-10', transfers: 4 }] });
  const published = second.body.items[0] as { day: string; digest: string };
  expect(await checkDay(text, published, null)).toEqual({
    transfers: 4,
    digest: published.digest,
    previousDigest: '0'.repeat(64),
    comparedBefore: false,
    faults: [],
  });
  const next = first.body.items[1] as { day: string; digest: string };
  const empty = await (await fetch(`${api.url}/api/v1/ledger/export?day=${next.day}`)).text();
  expect(await checkDay(empty, next, published)).toMatchObject({
    transfers: 0,
    digest: next.digest,
    comparedBefore: true,
    faults: [],
  });
  expect((await checkDay(empty, next, { ...published, digest: next.digest })).faults).toEqual([
    { code: 'day-before', line: 1 },
  ]);
  const line = (at: number, change: (text: string) => string): string =>
    text
      .split('\n')
      .map((one, n) => (n === at ? change(one) : one))
      .join('\n');
  const changed: [string, string, object[]][] = [
    ['an amount', line(2, (one) => one.replace(/"amount":\d+/, '"amount":7')), [{ code: 'hash', line: 3 }]],
    [
      'a line left out',
      text
        .split('\n')
        .filter((_, n) => n !== 2)
        .join('\n'),
      [
        { code: 'position', line: 3 },
        { code: 'hash', line: 3 },
        { code: 'count', line: 5 },
        { code: 'digest', line: 5 },
        { code: 'published', line: 5 },
      ],
    ],
    ['the end missing', text.split('\n').slice(0, -2).join('\n'), [{ code: 'cut-off', line: 5 }]],
    ['no JSON', line(1, () => '{'), expect.arrayContaining([{ code: 'not-json', line: 2 }]) as object[]],
    [
      'an amount that no integer holds',
      line(2, (one) => one.replace(/"amount":\d+/, '"amount":1.5')),
      [{ code: 'hash', line: 3 }],
    ],
    ['another day', text.replace('"day":"2026-03-10"', '"day":"2026-03-09"'), [{ code: 'order', line: 1 }]],
  ];
  for (const [what, file, faults] of changed)
    expect([what, (await checkDay(file, published, null)).faults]).toEqual([what, faults]);
  expect((await checkDay(text, { ...published, digest: next.digest }, null)).faults).toEqual([
    { code: 'published', line: 6 },
  ]);
  for (const query of ['', 'day=2026-03-13', 'day=x', 'day=2026-03-10&day=2026-03-11'])
    expect([404, 422]).toContain((await api.visitor().get(`/ledger/export?${query}`)).status);
});
