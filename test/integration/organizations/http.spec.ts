import { newId } from '#kernel';
import { identityEntities, IdentityService, type Actor } from '#identity';
import { organizationEntities, OrganizationsService } from '#organizations';
import { startApi, type Caller, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { freshNumbers, heaters, wish } from '../../support/region.js';
import { OrganizationsApiModule } from '../../../apps/api/src/organizations/organizations.controller.js';

let db: TestDatabase;
let api: TestApi;
beforeAll(async () => {
  db = await testDatabase([...identityEntities, ...organizationEntities]);
  api = await startApi(db, { modules: [OrganizationsApiModule] });
});
afterAll(async () => {
  await api.close();
  await db.drop();
});

const account = {
  bik: '041012999',
  number: '40703810900000000001',
  bankName: 'ДЕМО-БАНК',
  correspondent: '30101810600000000999',
};
const form = {
  name: 'Автономная некоммерческая организация «Пример помощи»',
  shortName: 'АНО «Пример помощи»',
  form: 'АНО',
  inn: '2899000017',
  ogrn: '1992800000015',
  kpp: '289901001',
  place: 'blagoveshchensk',
  account,
};

async function verify(id: string): Promise<Caller> {
  const moderator = await api.person('moderator');
  const actor = (await api.app.get(IdentityService).actorOf(moderator.personId, 'web')) as Actor;
  await db.source.transaction((tx) => api.app.get(OrganizationsService).approve(tx, actor, id));
  return moderator;
}

test('an organization comes into being, is corrected, submitted, verified, suspended and reinstated', async () => {
  const founder = await api.person();
  const made = await founder.post('/organizations', form);
  expect([made.status, made.headers.get('etag'), made.headers.get('location')]).toEqual([
    201,
    '"v1"',
    `/api/v1/organizations/${made.body.id}`,
  ]);
  expect(made.body).toMatchObject({
    status: 'draft',
    form: 'ano',
    can: ['edit', 'submit', 'invite', 'edit-contacts', 'see-papers', 'see-walk-ins'],
    account,
    warnings: [],
  });
  const path = `/organizations/${made.body.id}`;

  expect((await api.visitor().get(path)).status).toBe(404);
  expect((await founder.patch(path, { shortName: 'АНО «Пример»' })).status).toBe(428);
  const edited = await founder.patch(
    path,
    { shortName: 'АНО «Пример»', account: { ...account, number: '40702810200000000001' } },
    { 'if-match': '"v1"' },
  );
  expect([edited.status, edited.body.errors]).toEqual([
    422,
    [expect.objectContaining({ field: 'account.number', code: 'organization.account-key' })],
  ]);
  const renamed = await founder.patch(path, { shortName: 'АНО «Пример»' }, { 'if-match': '"v1"' });
  expect([renamed.status, renamed.body.shortName, renamed.headers.get('etag')]).toEqual([200, 'АНО «Пример»', '"v2"']);
  expect((await founder.patch(path, { shortName: 'АНО' }, { 'if-match': '"v1"' })).status).toBe(412);

  expect((await founder.post(`${path}/submit`)).body).toMatchObject({
    status: 'submitted',
    can: ['invite', 'edit-contacts', 'see-papers', 'see-walk-ins'],
  });
  const moderator = await verify(made.body.id);
  const shown = await api.visitor().get(path, { 'accept-language': 'en' });
  expect(shown.body).toMatchObject({ status: 'verified', formName: 'Autonomous non-profit organization' });
  expect(shown.body.account).toBeUndefined();
  expect((await moderator.get(path)).body).toMatchObject({ account, can: ['return', 'suspend'] });
  expect(
    (await api.visitor().get('/organizations?place=amur-oblast&q=пример')).body.items.map(
      (item: { id: string }) => item.id,
    ),
  ).toEqual([made.body.id]);

  expect((await founder.post(`${path}/suspend`, { reason: 'сам' })).status).toBe(403);
  expect((await moderator.post(`${path}/suspend`, { reason: 'Нет отчётов' })).body).toMatchObject({
    status: 'suspended',
    can: ['return', 'reinstate'],
  });
  expect((await founder.get('/organizations?mine=true')).body.items).toMatchObject([
    { id: made.body.id, status: 'suspended', returnReason: 'Нет отчётов' },
  ]);
  expect((await moderator.post(`${path}/reinstate`, { reason: 'Отчёты пришли' })).body).toMatchObject({
    status: 'verified',
  });

  const twin = await (await api.person()).post('/organizations', form);
  expect([twin.status, twin.body.code]).toEqual([409, 'organization.inn-taken']);
});

test('a company gives in its own name with several people, has a page once checked, and cannot ask', async () => {
  const [owner, colleague, stranger] = [await api.person(), await api.person(), await api.person()];
  for (let used = 0; used < 20; used += 1) freshNumbers(); // those of other records here
  const { account: _account, ...numbers } = { ...form, ...freshNumbers() };
  const made = await owner.post('/organizations', {
    ...numbers,
    name: 'ООО «Амурский склад»',
    shortName: '«Амурский склад»',
    form: 'ООО',
    kpp: '289901001',
  });
  expect([made.status, made.body.form, made.body.gives, made.body.account]).toEqual([201, 'ooo', true, null]);
  const { id } = made.body;
  expect((await stranger.get(`/organizations/${id}`)).status).toBe(404); // anybody could take another company's name: the page waits for a moderator
  expect((await owner.post(`/organizations/${id}/submit`)).status).toBe(200);
  await verify(id);
  expect((await stranger.get(`/organizations/${id}`)).body).toMatchObject({
    gives: true,
    shortName: '«Амурский склад»',
    formName: 'Общество с ограниченной ответственностью',
  });
  await db.source.query(
    `INSERT INTO grants (id, person_id, role, object_type, object_id) VALUES ($1, $2, 'coordinator', 'organization', $3)`,
    [newId(), colleague.personId, id],
  );
  const offer = await colleague.post('/offers', wish({ onBehalfOf: id, quantity: '5' }));
  expect([offer.status, offer.body.status, offer.body.onBehalfOf]).toEqual([201, 'open', id]);
  const asked = await owner.post('/needs', heaters(id));
  expect([asked.status, asked.body.code]).toEqual([409, 'need.organization-gives']);
});

test('the sentence under a wrong number is one that helps', async () => {
  const answer = await (
    await api.person()
  ).post('/organizations', { ...form, inn: '2899000071', form: 'ИП' }, { 'accept-language': 'ru' });
  expect(answer.status).toBe(422);
  expect(answer.body.errors).toEqual([
    expect.objectContaining({ field: 'inn', code: 'organization.number-wrong-length' }),
    expect.objectContaining({ field: 'ogrn', code: 'organization.number-wrong-length' }),
    { field: 'kpp', code: 'organization.no-kpp', message: 'У предпринимателя нет КПП.' },
  ]);
});

test.each([
  ['no account', { account: undefined }, 'account'],
  ['an account that is a list', { account: [account] }, 'account'],
  ['an account that is null', { account: null }, 'account'],
  ['an account with a surprise', { account: { ...account, pin: '1' } }, 'account.pin'],
  ['a number where a text belongs', { inn: 2899000017 }, 'inn'],
  ['a null byte', { name: 'имя\u0000' }, 'name'],
  ['a name without end', { name: 'я'.repeat(301) }, 'name'],
  ['an unknown field', { verified: true }, 'verified'],
])('refused with the field named: %s', async (_name, changed, field) => {
  const caller = await api.person();
  const answer = await caller.post('/organizations', { ...form, ...changed });
  expect([answer.status, answer.body.errors?.map((error: { field: string }) => error.field)]).toEqual([422, [field]]);
});

test('an edit cannot empty what must be there', async () => {
  const founder = await api.person();
  const { body } = await founder.post('/organizations', { ...form, inn: '2899000024', ogrn: '1992800000026' });
  for (const changed of [{ name: null }, { account: null }, { inn: null }, { place: '' }]) {
    expect((await founder.patch(`/organizations/${body.id}`, changed, { 'if-match': '"v1"' })).status).toBe(422);
  }
  expect((await founder.patch(`/organizations/${body.id}`, { kpp: null }, { 'if-match': '"v1"' })).body).toMatchObject({
    kpp: null,
    version: 2,
  });
});

test('visitors and strangers', async () => {
  const visitor = api.visitor();
  expect((await visitor.post('/organizations', { nonsense: true })).status).toBe(401);
  expect((await visitor.get('/organizations?mine=true')).status).toBe(401);
  expect((await visitor.get('/organizations/not-an-id')).body.code).toBe('organization.not-found');
  expect((await visitor.get('/organizations?place=atlantis')).status).toBe(422);
  expect((await visitor.get('/organizations?mine=perhaps')).status).toBe(422);
  expect((await visitor.get('/organizations?cursor=x')).status).toBe(422);
  expect((await visitor.get('/organization-forms')).body.items[0]).toMatchObject({
    code: 'ano',
    name: 'Автономная некоммерческая организация',
    nameRu: 'Автономная некоммерческая организация',
    nameEn: 'Autonomous non-profit organization',
    informal: false,
  });
});

test('what is taken and what is not needed now is said by a coordinator, read by everybody, and told as a fact', async () => {
  const founder = await api.person();
  for (let used = 0; used < 40; used += 1) freshNumbers(); // those of other records here
  const made = await founder.post('/organizations', { ...form, ...freshNumbers(), account });
  expect(made.status).toBe(201);
  const { id } = made.body;
  const coordinator = await api.person([id, 'coordinator']);
  await founder.post(`/organizations/${id}/submit`);
  await verify(id);
  const path = `/organizations/${id}`;
  const say = async (who: Caller, accepts: unknown) => {
    const { version } = (await who.get(path)).body;
    return who.patch(path, { accepts }, { 'if-match': `"v${version}"` });
  };
  expect((await api.visitor().get(path)).body.accepts).toBeNull();
  const accepts = { conditions: ['new', 'good'], notNow: ['toys'] };
  const said = await say(coordinator, accepts);
  expect([said.status, said.body.accepts]).toEqual([200, accepts]);
  expect((await api.visitor().get(path)).body.accepts).toEqual(accepts);
  expect((await say(await api.person(), accepts)).status).toBe(403);
  const wrong = await say(coordinator, { notNow: ['toys', 'unicorns'] });
  expect([wrong.status, wrong.body.errors]).toEqual([
    422,
    [expect.objectContaining({ field: 'accepts.notNow.1', code: 'form.not-in-list' })],
  ]);
  expect((await say(coordinator, { conditions: [], notNow: [] })).body.accepts).toBeNull();
  const facts = await db.source.query(
    `SELECT payload FROM facts WHERE type = 'organization.accepts-changed' AND payload->>'organizationId' = $1`,
    [id],
  );
  expect(facts).toHaveLength(2);
});
