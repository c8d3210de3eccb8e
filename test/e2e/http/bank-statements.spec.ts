import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { SetClock } from '#kernel';
import { BankRecognition } from '#payments';
import { startApi, type Caller, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { ACCOUNT, People } from '../../integration/needs/fixture.js';

const clock = new SetClock(new Date());
const MIB = 1024 * 1024;
let db: TestDatabase;
let api: TestApi;
let organization: string;
let company: string;
let accountant: Caller;
let owner: Caller;
beforeAll(async () => {
  db = await testDatabase();
  api = await startApi(db, { clock });
  const people = new People(db.source);
  const { personId } = await people.person('Мария Орлова');
  organization = await people.organization(personId, 'verified', 1);
  company = await people.organization(personId, 'verified', 2);
  accountant = await api.person([organization, 'accountant']);
  owner = await api.person([company, 'owner']);
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

const document = (number: number, purpose: string): string =>
  [
    'СекцияДокумент=Платежное поручение',
    `Номер=${number}`,
    'Дата=10.03.2026',
    'Сумма=150.00',
    'ПлательщикСчет=40817810000000000001',
    `ПолучательСчет=${ACCOUNT.number}`,
    `НазначениеПлатежа=${purpose}`,
    'КонецДокумента',
    '',
  ].join('\r\n');
const statement = (documents: readonly string[]): Blob =>
  new Blob(['1CClientBankExchange\r\nВерсияФормата=1.03\r\n', ...documents, 'КонецФайла\r\n']);

async function send(
  file: Blob,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: Record<string, unknown> }> {
  const form = new FormData();
  form.append('file', file, 'Выписка за март.txt');
  const answer = await fetch(`${api.url}/api/v1/organizations/${organization}/bank-statements`, {
    method: 'POST',
    headers: { ...(accountant.cookie ? { cookie: accountant.cookie } : {}), ...headers },
    body: form,
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}
const left = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('lepta-upload-'));

test('a statement larger than other files is taken, read by the clock while its page says how far it is, and leaves nothing on the disk', async () => {
  const file = statement(Array.from({ length: 2_600 }, (_, at) => document(at, 'Взнос без кода '.repeat(160))));
  expect(file.size).toBeGreaterThan(10 * MIB);
  const key = { 'idempotency-key': 'large-1' };
  const taken = await send(file, key);
  expect(taken).toMatchObject({ status: 201, body: { status: 'reading', rows: 2_600, left: 2_600, toDecide: [] } });
  expect((await send(file, key)).body.id).toBe(taken.body.id);
  expect(await api.app.get(BankRecognition, { strict: false }).lookDue()).toBe(2_600);
  const { body } = await accountant.get(`/organizations/${organization}/bank-statements`);
  expect(body).toMatchObject({
    items: [
      { id: taken.body.id, status: 'done', left: 0, recognised: 0, fileName: 'Выписка за март.txt', encoding: 'UTF-8' },
    ],
    nextCursor: null,
  });
  expect((await accountant.get(`/bank-statements/${taken.body.id as string}`)).body.toDecide).toHaveLength(200);
  const cancelled = await accountant.post(`/bank-statements/${taken.body.id as string}/cancel`);
  expect(cancelled).toMatchObject({ status: 200, body: { status: 'cancelled', toDecide: [], can: [] } });
  expect(left()).toEqual([]);
});

test('a file of more than 50 MiB, or a broken one, is refused, and nothing of it stays', async () => {
  const large = await send(new Blob([new Uint8Array(51 * MIB)]));
  expect([large.status, large.body.code]).toEqual([413, 'http.file-too-large']);
  const broken = await send(statement([document(9_001, 'целая'), document(9_002, 'нет').replace('150.00', 'сто')]));
  expect([broken.status, broken.body.code]).toEqual([422, 'bank.not-an-amount']);
  expect(await db.source.query(`SELECT 1 FROM bank_rows WHERE number = '9001'`)).toEqual([]);
  expect(left()).toEqual([]);
});

test('a company pledges, puts its transfers together, and has a contract on paper', async () => {
  const coordinator = await api.person([organization, 'coordinator']);
  const need = (
    await coordinator.post('/needs', {
      organization,
      kind: 'money',
      category: 'elderly-veterans',
      title: 'Дрова на зиму',
      description: 'Дрова для четырнадцати дворов, с доставкой.',
      quantity: '5000',
      unit: 'rub',
      place: 'zeya',
      deadline: new Date(clock.now().getTime() + 100 * 86_400_000).toISOString(),
      urgency: 3,
      autoAccept: true,
    })
  ).body as { id: string };
  await db.source.query(
    `UPDATE needs SET status = 'open', opened_at = now(), fresh_until = now() + interval '60 days' WHERE id = $1`,
    [need.id],
  );
  const made = await owner.post(`/organizations/${company}/pledges`, {
    ceiling: '3000',
    only: [organization],
    until: new Date(clock.now().getTime() + 200 * 86_400_000).toISOString().slice(0, 10),
    day: 28,
  });
  expect(made).toMatchObject({ status: 201, body: { free: 300_000, can: ['change', 'pause', 'end', 'settle'] } });
  const settled = await owner.post(`/pledges/${made.body.id}/settle`, {});
  expect(settled).toMatchObject({
    status: 200,
    body: { due: 300_000, free: 0, transfers: [{ status: 'due', parts: [{ need: need.id, needLeft: 200_000 }] }] },
  });
  const [transfer] = settled.body.transfers as [{ id: string; parts: [{ gift: string }] }];
  const paper = await fetch(`${api.url}/api/v1/pledge-transfers/${transfer.id}/contract.pdf`, {
    headers: { cookie: owner.cookie ?? '' },
  });
  expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect((await paper.text()).slice(0, 5)).toBe('%PDF-');
  const order = (): Promise<Response> =>
    fetch(`${api.url}/api/v1/pledge-transfers/${transfer.id}/payment-order.txt`, {
      headers: { cookie: owner.cookie ?? '' },
    });
  const file = await order();
  expect([file.status, file.headers.get('content-type')]).toEqual([200, 'text/plain; charset=windows-1251']);
  expect(new TextDecoder('windows-1251').decode(await file.arrayBuffer())).toMatch(
    /Сумма=3000\.00\r\n[^]*НазначениеПлатежа=.*LP-/,
  );
  const removed = await owner.post(`/pledge-transfers/${transfer.id}/remove`, { gift: transfer.parts[0].gift });
  expect(removed.body).toMatchObject({ due: 0, free: 300_000, transfers: [{ status: 'lapsed' }] });
  expect((await owner.get(`/pledge-transfers/${transfer.id}/contract.pdf`)).body.code).toBe('pledge.no-contract');
  expect((await owner.get(`/pledge-transfers/${transfer.id}/payment-order.txt`)).body.code).toBe('pledge.nothing-due');
});
