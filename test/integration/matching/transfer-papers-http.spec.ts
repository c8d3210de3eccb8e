import { extractText, getDocumentProxy } from 'unpdf';
import { newId } from '#kernel';
import { ProcessPhoto } from '#photos';
import { jpeg, png } from '../../factories/pictures.js';
import { startApi, type Answer, type Caller, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { alarms, ok, Region, verifiedOrganization } from '../../support/region.js';

let db: TestDatabase;
let api: TestApi;
let region: Region;
let company: string;
let giver: Caller;
beforeAll(async () => {
  db = await testDatabase();
  api = await startApi(db);
  region = await Region.of(api, db.source);
  company = await verifiedOrganization(db.source, (await api.person()).personId);
  giver = await api.person([company, 'coordinator']);
});
afterAll(async () => {
  expect(await alarms(db.source)).toEqual([]);
  await api?.close();
  await db?.drop();
});

const said = (answer: Answer): [number, string] => [answer.status, answer.body?.code];

/** A company gives forty of what is asked for, and both have said yes. */
async function agreed(who = giver, offer: object = { onBehalfOf: company }): Promise<{ match: string; need: string }> {
  const need = await region.openNeed({ autoAccept: false, quantity: '100' });
  const match = await region.propose(await region.postOffer({ quantity: '40', ...offer }, who), need, 40);
  ok(await who.post(`/matches/${match}/accept`));
  ok(await region.coordinator.post(`/matches/${match}/accept`));
  return { match, need };
}

async function words(who: Caller, path: string): Promise<string> {
  const answer = await fetch(`${api.url}/api/v1${path}`, { headers: who.credentials });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await answer.arrayBuffer())), {
    mergePages: true,
  });
  return text.replace(/\s+/g, ' ');
}

test('a company with forty things has contract and act in ten minutes, and their numbers are those of the books', async () => {
  const { match, need } = await agreed();
  expect(ok(await giver.get(`/matches/${match}/papers`)).body).toEqual({
    act: false,
    contract: 'may',
    value: null,
    can: ['state-value'],
  });
  expect(said(await giver.get(`/matches/${match}/act.pdf`))).toEqual([409, 'papers.no-act']);
  const stated = ok(
    await giver.call('PUT', `/matches/${match}/value`, { quantity: '96 000,50', paper: 'накладная № 14' }),
  ).body;
  expect(stated).toMatchObject({ contract: 'must', value: { amount: 9_600_050, paper: 'накладная № 14' } });
  expect((await giver.call('PUT', `/matches/${match}/value`, { quantity: 'много' })).body.errors).toMatchObject([
    { field: 'quantity', code: 'papers.not-a-sum' },
  ]);
  const contract = await words(giver, `/matches/${match}/contract.pdf`);
  for (const text of ['Договор пожертвования № 1/', '40 шт', '96 000,50', 'накладная № 14'])
    expect(contract).toContain(text);

  const { code } = ok(await giver.get(`/matches/${match}`)).body.code;
  ok(
    await region.coordinator.post(`/matches/${match}/hand-over/entry`, {
      id: newId(),
      code,
      quantity: '37',
      refused: '1',
      refusedReason: 'broken',
      lost: '2',
      lostReason: 'damaged',
    }),
  );
  const act = await words(region.coordinator, `/matches/${match}/act.pdf`);
  const [entries] = [
    ok(await region.coordinator.get(`/needs/${need}/entries`)).body.items as { state: string; amount: number }[],
  ];
  const received = entries.filter(({ state }) => state === 'posted').reduce((sum, { amount }) => sum + amount, 0);
  expect(ok(await giver.get(`/needs/${need}`)).body.balance.received).toBe(received);
  for (const text of [
    'Акт приёма-передачи № 1/',
    `принято ${received} шт, не взято 1 шт (сломано)`,
    'потеряно 2 шт (испортилось в дороге)',
    '96 000,50',
  ])
    expect(act).toContain(text);
  expect(await words(giver, `/matches/${match}/act.pdf`)).toContain('Акт приёма-передачи № 1/'); // asked again it is the same one

  const list = await words(region.coordinator, `/needs/${need}/distribution.pdf`);
  expect(list).toContain(`Пришло ${received} шт, роздано 0 шт, осталось ${received} шт.`);
  expect(said(await giver.get(`/needs/${need}/distribution.pdf`))).toEqual([403, 'match.not-yours']);
});

test('a list for handing out adds up what came in several receipts', async () => {
  const need = await region.openNeed({ autoAccept: false, quantity: '100' });
  for (const amount of [14, 3]) {
    const match = await region.propose(await region.postOffer({ quantity: String(amount) }), need, amount);
    ok(await region.donor.post(`/matches/${match}/accept`));
    ok(await region.coordinator.post(`/matches/${match}/accept`));
    ok(await region.coordinator.post(`/matches/${match}/confirm`));
  }
  const list = await words(region.coordinator, `/needs/${need}/distribution.pdf`);
  expect(list).toContain('Пришло 17 шт, роздано 0 шт, осталось 17 шт.');
});

test('a company lists its acts: what waits first, amounts of the books, the number once the act was asked for', async () => {
  const own = await verifiedOrganization(db.source, (await api.person()).personId);
  const who = await api.person([own, 'coordinator']);
  const came = await agreed(who, { onBehalfOf: own });
  const carried = await agreed(who, { onBehalfOf: own });
  const waits = await agreed(who, { onBehalfOf: own });
  await agreed(await api.person(), {}); // a person's, in no list of a company
  ok(await region.coordinator.post(`/matches/${came.match}/confirm`, { quantity: '37' }));
  ok(await who.post(`/matches/${carried.match}/deliver`));
  ok(await who.call('PUT', `/matches/${waits.match}/value`, { quantity: '9000' }));
  await words(who, `/matches/${came.match}/act.pdf`);
  const { items } = ok(await who.get(`/organizations/${own}/transfer-papers`)).body;
  expect(items.at(-1)).toMatchObject({
    match: came.match,
    state: 'ready',
    amount: 37,
    act: { number: expect.any(Number) },
  });
  expect(
    new Map(
      items.map((one: { match: string; state: string; amount: number; act: null; contract: string }) => [
        one.match,
        [one.state, one.amount, one.act === null, one.contract],
      ]),
    ),
  ).toEqual(
    new Map([
      [waits.match, ['hand-over', 40, true, 'must']],
      [carried.match, ['receiver', 40, true, 'may']],
      [came.match, ['ready', 37, false, 'may']],
    ]),
  );
  const accountant = await api.person([own, 'accountant']);
  const opens = async (reader: typeof who): Promise<unknown[]> =>
    ok(await reader.get(`/organizations/${own}/transfer-papers`)).body.items.map(
      ({ opensMatch }: { opensMatch: boolean }) => opensMatch,
    );
  expect([await opens(who), await opens(accountant)]).toEqual([
    [true, true, true],
    [false, false, false],
  ]);
  expect(said(await accountant.get(`/matches/${waits.match}`))).toEqual([404, 'match.not-found']);
  expect(said(await region.coordinator.get(`/organizations/${own}/transfer-papers`))).toEqual([404, 'match.not-found']);
});

test('papers that are asked for at the same moment never have one number', async () => {
  const matches = await Promise.all([agreed(), agreed(), agreed()]);
  for (const { match } of matches) ok(await region.coordinator.post(`/matches/${match}/confirm`));
  await Promise.all([...matches, ...matches].map(({ match }) => region.coordinator.get(`/matches/${match}/act.pdf`)));
  const rows = (await db.source.query(
    `SELECT number FROM transfer_papers WHERE kind = 'act' AND match_id = ANY($1) ORDER BY number`,
    [matches.map(({ match }) => match)],
  )) as { number: number }[];
  expect(new Set(rows.map(({ number }) => number)).size).toBe(3);
});

test('a person needs no contract, and whoever is no side reads no paper', async () => {
  const donor = await api.person();
  const { match, need } = await agreed(donor, {});
  expect(said(await donor.get(`/matches/${match}/contract.pdf`))).toEqual([409, 'papers.no-contract']);
  expect(said(await region.coordinator.get(`/needs/${need}/distribution.pdf`))).toEqual([409, 'papers.nothing-came']);
  ok(await region.coordinator.post(`/matches/${match}/confirm`));
  expect(said(await region.coordinator.call('PUT', `/matches/${match}/value`, { quantity: '500' }))).toEqual([
    403,
    'match.not-yours',
  ]);
  ok(await donor.call('PUT', `/matches/${match}/value`, { quantity: '500', paper: 'чек из магазина' }));
  expect((await donor.get('/me/export')).body.matches).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ id: match, statedValue: 50_000, statedPaper: 'чек из магазина' }),
    ]),
  );
  ok(await donor.call('PUT', `/matches/${match}/value`, { quantity: null }));
  expect(ok(await region.coordinator.get(`/matches/${match}/papers`)).body).toMatchObject({
    act: true,
    value: null,
    can: [],
  });
  for (const [who, status] of [
    [region.moderator, 403],
    [await api.person(), 404],
    [api.visitor(), 401],
  ] as const)
    expect((await who.get(`/matches/${match}/act.pdf`)).status).toBe(status);
});

/** One picture of a hand-over, as a form sends it. */
function sent(who: Caller, match: string, file: Buffer, type: string, fields: Record<string, string>): Promise<Answer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new Blob([new Uint8Array(file)], { type }), 'x');
  return who.post(`/matches/${match}/photos`, form);
}

test('a photo of what came and a signature are of the two sides alone, made anew, and stand on the act', async () => {
  const anna = await api.person();
  const { match } = await agreed(anna, { quantity: '40' });
  const plain = async (): Promise<number> => {
    const act = await fetch(`${api.url}/api/v1/matches/${match}/act.pdf`, { headers: anna.credentials });
    expect(act.status).toBe(200);
    return (await act.arrayBuffer()).byteLength;
  };
  expect(said(await sent(await api.person(), match, await jpeg(8, 8), 'image/jpeg', {}))).toEqual([
    404,
    'match.not-found',
  ]);
  const { code } = ok(await anna.get(`/matches/${match}`)).body.code;
  ok(await region.coordinator.post(`/matches/${match}/hand-over/entry`, { id: newId(), code }));
  const before = await plain();

  const photo = ok(
    await sent(region.coordinator, match, await jpeg(800, 600), 'image/jpeg', {
      what: 'result',
      alt: 'Коробки у входа',
    }),
    201,
  ).body;
  expect(photo).toMatchObject({ status: 'waiting', what: 'result', own: true });
  expect(
    (await sent(region.coordinator, match, await png(60, 20), 'image/png', { what: 'signature' })).body.errors,
  ).toMatchObject([{ field: 'alt', code: 'hand-over.signer-needed' }]);
  const signed = ok(
    await sent(region.coordinator, match, await png(60, 20), 'image/png', { what: 'signature', alt: 'Анна К.' }),
    201,
  ).body;
  for (const { id } of [photo, signed]) await api.app.get(ProcessPhoto).process(id as string);

  const items = ok(await anna.get(`/matches/${match}/photos`)).body.items as {
    id: string;
    what: string;
    own: boolean;
    urls: { small: string };
  }[];
  expect(items.map(({ what, own }) => [what, own])).toEqual([
    ['result', false],
    ['signature', false],
  ]);
  const statuses = async (who: Caller): Promise<number> => (await who.get(items[0]!.urls.small)).status;
  expect([await statuses(anna), await statuses(region.coordinator)]).toEqual([200, 200]);
  expect([await statuses(await api.person()), await statuses(api.visitor())]).toEqual([404, 404]);
  expect(await plain()).toBeGreaterThan(before + 2_000);
  const act = await words(anna, `/matches/${match}/act.pdf`);
  for (const text of ['Коробки у входа', 'Подпись на экране: Анна К.']) expect(act).toContain(text);

  expect(said(await anna.delete(`/matches/${match}/photos/${items[0]!.id}`))).toEqual([404, 'photo.not-found']);
  expect((await region.coordinator.delete(`/matches/${match}/photos/${items[0]!.id}`)).status).toBe(204);
  expect(ok(await anna.get(`/matches/${match}/photos`)).body.items).toHaveLength(1);
});
