import { DataSource } from 'typeorm';
import { OFFERS_AGES, offerChecks, VisitorOffers } from '#offers';
import type { Fact } from '#kernel';
import { AGREED } from '../../support/api.js';
import { readMails } from '../../support/mails.js';
import { openRegion, type OpenRegion } from '../../support/open-region.js';
import { inDays, ok, wish } from '../../support/region.js';

let { db, api, close } = {} as OpenRegion;
beforeAll(async () => {
  ({ db, api, close } = await openRegion());
});
afterEach(async () => {
  for (const { sentence, sql } of offerChecks) expect([sentence, await db.source.query(sql)]).toEqual([sentence, []]);
});
afterAll(() => close?.());

const PASSWORD = 'сливовый пирог на семерых';
const fresh = (): string => `v${Math.random().toString(36).slice(2)}@example.org`;
const form = (email: string, changes: object = {}): object => ({
  ...wish(),
  email,
  name: 'Вера',
  consents: AGREED,
  ...changes,
});
const offer = (email: string, changes: object = {}) =>
  api.visitor().post('/visitor-offers', form(email, changes), { 'accept-language': 'ru' });
const mails = (email: string) => readMails(db.source, 'coalesce(m.address, p.email) = $1', [email]);
const tokens = async (email: string): Promise<string[]> =>
  (await mails(email)).map(({ body }) => /#([\w-]{43})/.exec(body)?.[1] ?? '');
const confirm = (token: string) => api.visitor().post('/email-confirmations', { token, password: PASSWORD });
const waiting = async (): Promise<number> =>
  (await db.source.query('SELECT count(*)::int AS n FROM visitor_offers'))[0].n as number;
const faults = ({ body }: { body: { errors?: { field: string; code: string }[] } }): string[] =>
  (body.errors ?? []).map(({ field, code }) => `${field} ${code}`);

/** What the worker does once an address is confirmed, as often as it is told. */
async function enter(times = 2): Promise<void> {
  const facts: { payload: Fact<'person.confirmed'>['payload'] }[] = await db.source.query(
    `SELECT payload FROM facts WHERE type = 'person.confirmed'`,
  );
  for (let turn = 0; turn < times; turn += 1)
    for (const fact of facts)
      await api.app
        .get(DataSource)
        .transaction(
          (tx) => api.app.get(VisitorOffers).enterJob.apply?.(tx, fact as Fact<'person.confirmed'>) as Promise<void>,
        );
}
const offersOf = async (email: string): Promise<{ status: string; quantity?: number }[]> =>
  ok(await (await api.signIn(email, PASSWORD)).get('/offers')).body.items;

test('without an account: the form first, a mail after, and the offer once its link was opened', async () => {
  const email = fresh();
  expect((await offer(email)).status).toBe(202);
  expect(
    (await mails(email)).map(({ template, body }) => [
      template,
      body.includes('вклада, который отправили вместе с адресом'),
    ]),
  ).toEqual([['confirm-email', true]]);
  expect(
    await db.source.query('SELECT 1 FROM offers o JOIN people p ON p.id = o.created_by WHERE p.email = $1', [email]),
  ).toEqual([]); // in no book
  ok(await confirm((await tokens(email))[0]!));
  await enter();
  const items = await offersOf(email);
  expect(items).toMatchObject([{ status: 'open', balance: { pledged: 50, available: 50 } }]);
  expect(await waiting()).toBe(0);
});

test('what a stranger offers under an address does not ride on the link of its owner', async () => {
  const email = fresh();
  await offer(email, { quantity: '7' }); // the stranger's
  ok(
    await api.visitor().post('/people', { email, password: PASSWORD, name: 'Вера', locale: 'ru', consents: AGREED }),
    201,
  ); // the owner's
  const [, own] = await tokens(email);
  ok(await confirm(own!));
  await enter();
  expect(await offersOf(email)).toEqual([]);
});

test('an address that has an account hears so by mail; the answer and what is kept are the same', async () => {
  const known = fresh();
  await offer(known);
  ok(await confirm((await tokens(known))[0]!));
  await enter();
  const [again, other] = [await offer(known), await offer(fresh())];
  expect([again.status, Object.keys(again.body)]).toEqual([other.status, Object.keys(other.body)]);
  expect((await mails(known)).map(({ template }) => template).sort()).toEqual(['already-registered', 'confirm-email']);
  expect(await offersOf(known)).toHaveLength(1);
});

test('it is refused at its fields as any offer is, and as a registration', async () => {
  const email = fresh();
  const before = await waiting();
  expect(faults(await offer(email, { quantity: '0', name: ' ', email: 'nobody', consents: [] }))).toEqual([
    'quantity quantity.not-positive',
    'email form.not-an-email',
    'name form.required',
    'consents identity.consent-needed',
  ]);
  expect(faults(await offer(email, { quantity: '0' }))).toEqual(['quantity quantity.not-positive']);
  expect(faults(await offer(email, { consents: [] }))).toEqual(['consents identity.consent-needed']);
  expect(faults(await offer(email, { quantity: '2000' }))).toEqual(['amountConfirmed offer.confirm-amount']);
  expect(faults(await offer(email, { only: ['0198a6a0-0000-7000-8000-000000000001'] }))).toEqual([
    'only.0 offer.bound-to-unknown',
  ]);
  expect(faults(await offer(email, { onBehalfOf: '0198a6a0-0000-7000-8000-000000000001' }))).toEqual([
    'onBehalfOf form.unknown-field',
  ]);
  expect([await mails(email), await waiting()]).toEqual([[], before]);
  expect((await offer(email, { quantity: '2000', amountConfirmed: true })).status).toBe(202);
});

test('it waits as long as its link works; what cannot be opened any more is not', async () => {
  const [late, over] = [fresh(), fresh()];
  await offer(late);
  await offer(over, { until: inDays(1) });
  await db.source.query(
    `UPDATE visitor_offers SET created_at = now() - interval '73 hours', form = form || '{"quantity": "3"}' WHERE form ->> 'until' > $1`,
    [inDays(30)],
  );
  await db.source.query(
    `UPDATE visitor_offers SET form = form || '{"until": "2020-01-01T00:00:00.000Z"}' WHERE form ->> 'until' < $1`,
    [inDays(30)],
  );
  for (const email of [late, over]) ok(await confirm((await tokens(email))[0]!));
  await enter();
  for (const email of [late, over]) expect(await offersOf(email)).toEqual([]);
  expect(OFFERS_AGES).toContainEqual({ table: 'visitor_offers', key: 'id', days: 3, gone: 'created_at < $1' });
});
