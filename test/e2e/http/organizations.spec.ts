import { identityEntities, IdentityService } from '#identity';
import { DAY_MS, SetClock } from '#kernel';
import { AccountChanges, organizationEntities } from '#organizations';
import { ReviewOpening } from '#moderation';
import type { Tx } from '#platform';
import { startApi, type Caller, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { readMails } from '../../support/mails.js';
import { ACCOUNT, details, group, OTHER_ACCOUNT } from '../../integration/organizations/fixture.js';

let db: TestDatabase;
let api: TestApi;
const clock = new SetClock(new Date('2026-04-01T00:00:00Z'));
beforeAll(async () => {
  db = await testDatabase([...identityEntities, ...organizationEntities]);
  api = await startApi(db, { clock });
});
afterAll(async () => {
  await api.close();
  await db.drop();
});

async function official(place: string): Promise<Caller> {
  const caller = await api.person();
  await db.source.transaction((tx) =>
    api.app
      .get(IdentityService)
      .grant(tx, { personId: caller.personId, role: 'official', objectType: 'place', objectId: place, by: null }),
  );
  return caller;
}
/** What the worker does: puts it into the queue. Returns the review. */
async function queued(open: (opening: ReviewOpening, tx: Tx) => Promise<void>, subjectId: string): Promise<string> {
  await db.source.transaction((tx) => open(api.app.get(ReviewOpening), tx));
  const [review] = (await db.source.query(`SELECT id FROM reviews WHERE subject_id = $1 AND status = 'open'`, [
    subjectId,
  ])) as { id: string }[];
  return review?.id ?? '';
}
async function verified(founder: Caller, form: object, moderator: Caller): Promise<string> {
  const { body } = await founder.post('/organizations', form);
  await founder.post(`/organizations/${body.id}/submit`);
  const review = await queued((opening, tx) => opening.openOrganization(tx, body.id), body.id);
  expect((await moderator.post(`/reviews/${review}/decision`, { outcome: 'approve' })).status).toBe(200);
  return body.id;
}

test('a residents’ group walks from its yard to the public list', async () => {
  const founder = await api.person();
  const made = await founder.post('/organizations', group());
  expect(made.body).toMatchObject({
    status: 'draft',
    form: 'tos',
    informal: true,
    inn: null,
    account: null,
    trust: { level: 0 },
  });
  const path = `/organizations/${made.body.id}`;
  expect((await founder.post('/organizations', group({ account: ACCOUNT }))).body.errors).toMatchObject([
    { field: 'account', code: 'organization.not-for-a-group' },
  ]);
  await founder.post(`${path}/submit`);
  const review = await queued((opening, tx) => opening.openOrganization(tx, made.body.id), made.body.id);
  const moderator = await api.person('moderator');
  const waits = 'За эту группу ещё не поручился её муниципалитет. Проверить её можно после этого.';
  const shown = async (): Promise<object> => (await moderator.get(`/reviews/${review}`)).body;
  expect(await shown()).toMatchObject({ notYet: waits, can: ['return', 'escalate'] });
  const early = await moderator.post(`/reviews/${review}/decision`, { outcome: 'approve' });
  expect([early.status, early.body.code]).toEqual([409, 'organization.not-vouched']);

  const zeya = await official('zeya');
  const tynda = await official('tynda');
  expect((await zeya.get('/organizations?toVouch=true')).body.items).toMatchObject([
    { id: made.body.id, can: ['vouch', 'decline'] },
  ]);
  expect((await tynda.get('/organizations?toVouch=true')).body.items).toEqual([]);
  expect((await api.visitor().get('/organizations?toVouch=true')).status).toBe(401);
  expect((await tynda.post(`${path}/vouch`, { outcome: 'vouch' })).status).toBe(404);
  expect((await founder.post(`${path}/vouch`, { outcome: 'vouch' })).status).toBe(403);
  expect((await zeya.post(`${path}/vouch`, { outcome: 'maybe' })).body.errors).toMatchObject([{ field: 'outcome' }]);
  expect((await zeya.post(`${path}/vouch`, { outcome: 'decline' })).body.errors).toMatchObject([
    { field: 'reason', code: 'organization.reason-needed' },
  ]);
  expect((await zeya.post(`${path}/vouch`, { outcome: 'vouch' })).body).toMatchObject({
    vouchedAt: '2026-04-01T00:00:00.000Z',
    can: ['decline'],
  });
  expect(await shown()).toMatchObject({ notYet: null, can: ['approve', 'return', 'escalate'] });
  expect((await moderator.post(`/reviews/${review}/decision`, { outcome: 'approve' })).status).toBe(200);
  expect((await api.visitor().get(path)).body).toMatchObject({ status: 'verified', trust: { level: 2 }, inn: null });

  const money = {
    organization: made.body.id,
    kind: 'money',
    category: 'community-tos',
    title: 'Скамейки во двор',
    description: 'Шесть скамеек у подъездов.',
    quantity: '1000',
    unit: 'rub',
    place: 'zeya',
    deadline: '2026-09-01T00:00:00Z',
    urgency: 2,
  };
  expect((await founder.post('/needs', money)).body.errors).toMatchObject([
    { field: 'kind', code: 'need.organization-without-account' },
  ]);
});

test('people come by invitation and go by their own will', async () => {
  const founder = await api.person();
  const { body } = await founder.post('/organizations', details());
  const path = `/organizations/${body.id}`;
  const helper = await api.person();
  const email = (await helper.get('/session')).body.person.email;
  const known = await founder.post(`${path}/invitations`, { email, role: 'coordinator' });
  const unknown = await founder.post(`${path}/invitations`, { email: 'nobody@example.org', role: 'coordinator' });
  expect([known.status, unknown.status, Object.keys(known.body)]).toEqual([201, 201, Object.keys(unknown.body)]);
  expect((await founder.get(`${path}/invitations`)).body.items).toHaveLength(2);
  expect(
    (await founder.post(`${path}/invitations`, { email: 'x', role: 'king' })).body.errors.map(
      (error: { field: string }) => error.field,
    ),
  ).toEqual(['email', 'role']);
  const [mail] = await readMails(db.source, 'm.id = $1', [known.body.id]);
  const token = /invitation#(\S+)/.exec(mail?.body ?? '')?.[1] ?? '';
  expect((await api.visitor().post('/invitations/look', { token })).body).toMatchObject({
    organization: { shortName: 'АНО «Пример помощи»' },
    role: 'coordinator',
    email,
  });
  expect((await api.visitor().post('/invitations/accept', { token })).status).toBe(401);
  expect((await (await api.person()).post('/invitations/accept', { token })).body.code).toBe(
    'organization.invitation-for-another',
  );
  expect((await helper.post('/invitations/accept', { token })).body).toMatchObject({ id: body.id, status: 'draft' });
  expect((await helper.post('/invitations/accept', { token })).status).toBe(422);

  expect(
    (await helper.get(`${path}/members`)).body.items.map((member: { role: string; can: string[] }) => [
      member.role,
      member.can,
    ]),
  ).toEqual([
    ['owner', []],
    ['coordinator', ['leave']],
  ]);
  expect((await helper.patch(`${path}/members/${helper.personId}`, { role: 'owner' })).status).toBe(403);
  expect(
    (await founder.patch(`${path}/members/${helper.personId}`, { role: 'accountant' })).body.items[1],
  ).toMatchObject({ role: 'accountant' });
  expect((await founder.delete(`${path}/members/${founder.personId}`)).body.code).toBe('organization.last-owner');
  expect((await founder.delete(`${path}/invitations/${unknown.body.id}`)).status).toBe(204);
  expect((await founder.delete(`${path}/invitations/${unknown.body.id}`)).status).toBe(404);
  expect((await helper.delete(`${path}/members/${helper.personId}`)).status).toBe(204);
  expect((await helper.get(`${path}/members`)).status).toBe(404);
  expect((await api.visitor().get(`${path}/members`)).status).toBe(401);
});

test('a changed account: two moderators, a day, and the word of an owner who stops it', async () => {
  const founder = await api.person();
  const first = await api.person('moderator');
  const second = await api.person('moderator');
  const id = await verified(founder, details(), first);
  const path = `/organizations/${id}`;
  const etag = (await founder.get(path)).headers.get('etag') ?? '';
  const change = await founder.patch(path, { account: OTHER_ACCOUNT }, { 'if-match': etag });
  expect([change.status, change.body.account, change.body.accountChange]).toMatchObject([
    200,
    ACCOUNT,
    { status: 'submitted', after: OTHER_ACCOUNT },
  ]);
  expect((await api.visitor().get(path)).body.accountChange).toBeUndefined();
  const review = await queued(
    (opening, tx) => opening.openAccountChange(tx, change.body.accountChange.id),
    change.body.accountChange.id,
  );
  expect((await first.get(`/reviews/${review}`)).body).toMatchObject({
    signaturesNeeded: 2,
    subject: { type: 'account_change', accounts: { before: ACCOUNT, after: OTHER_ACCOUNT } },
  });
  await first.post(`/reviews/${review}/decision`, { outcome: 'approve' });
  await second.post(`/reviews/${review}/decision`, { outcome: 'approve' });
  expect((await founder.get(path)).body.accountChange).toMatchObject({
    status: 'approved',
    effectiveAt: new Date(clock.now().getTime() + DAY_MS).toISOString(),
  });
  await db.source.query('UPDATE account_changes SET effective_at = $2 WHERE id = $1', [
    change.body.accountChange.id,
    clock.now(),
  ]); // the day, without the sessions of a day
  await api.app.get(AccountChanges).applyDue();
  expect((await founder.get(path)).body).toMatchObject({
    account: OTHER_ACCOUNT,
    accountChange: null,
    can: ['change-account', 'invite', 'edit-contacts', 'see-papers', 'see-walk-ins'],
  });

  const again = await founder.patch(
    path,
    { account: ACCOUNT },
    { 'if-match': (await founder.get(path)).headers.get('etag') },
  );
  expect(again.body.can).toEqual(['cancel-account-change', 'invite', 'edit-contacts', 'see-papers', 'see-walk-ins']);
  expect((await first.post(`${path}/account-change/cancel`)).status).toBe(403);
  expect((await founder.post(`${path}/account-change/cancel`)).body).toMatchObject({
    account: OTHER_ACCOUNT,
    accountChange: null,
  });
  const pages = await founder.get(`${path}/account-changes?limit=1`);
  expect(pages.body.items).toMatchObject([{ status: 'cancelled' }]);
  expect((await founder.get(`${path}/account-changes?limit=1&cursor=${pages.body.nextCursor}`)).body).toMatchObject({
    items: [{ status: 'applied' }],
    nextCursor: null,
  });
  expect((await (await api.person()).get(`${path}/account-changes`)).status).toBe(403);
});

test('a moderator returns a verified organization; its owner corrects and submits it again', async () => {
  const founder = await api.person();
  const moderator = await api.person('moderator');
  const id = await verified(founder, details(), moderator);
  const path = `/organizations/${id}`;
  expect((await founder.post(`${path}/return`, { reason: 'сам' })).status).toBe(403);
  expect((await moderator.post(`${path}/return`, { reason: ' ' })).status).toBe(422);
  expect((await moderator.post(`${path}/return`, { reason: 'Сменилось название.' })).body).toMatchObject({
    status: 'returned',
    returnReason: 'Сменилось название.',
    can: [],
  });
  expect((await api.visitor().get(path)).status).toBe(404);
  expect((await founder.get(path)).body.can).toEqual([
    'edit',
    'submit',
    'invite',
    'edit-contacts',
    'see-papers',
    'see-walk-ins',
  ]);
  await founder.post(`${path}/submit`);
  expect((await moderator.post(`${path}/return`, { reason: 'Ещё раз.' })).body.code).toBe('organization.in-review');
});
