import { DAY_MS, HOUR_MS, MINUTE_MS } from '#kernel';
import { log } from '#platform';
import { poison } from '../../support/poison.js';
import { answerOf } from '../needs/fixture.js';
import { ACCOUNT, OTHER_ACCOUNT, openHouse, type House } from './fixture.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.db.drop());

type Made = Awaited<ReturnType<House['verified']>> & { changeId: string };

async function asked(): Promise<Made> {
  const made = await house.verified();
  await house.organizations.edit(made.owner, made.id, await house.version(made.id), { account: OTHER_ACCOUNT });
  const view = await house.queries.byId(made.owner, made.id, 'ru');
  return { ...made, changeId: view.accountChange?.id ?? '' };
}
const approve = ({ moderator, changeId }: Made): Promise<void> =>
  house.db.source.transaction((tx) => house.accounts.approve(tx, moderator, changeId));
const account = async ({ id, owner }: Made): Promise<unknown> => (await house.queries.byId(owner, id, 'ru')).account;

test('the old account stays until a day after the approval; then the new one is the organization’s, and owners heard of each step', async () => {
  const made = await asked();
  expect(await house.queries.byId(made.owner, made.id, 'ru')).toMatchObject({
    account: ACCOUNT,
    accountChange: { status: 'submitted', before: ACCOUNT, after: OTHER_ACCOUNT, effectiveAt: null },
    can: ['cancel-account-change', 'invite', 'edit-contacts', 'see-papers', 'see-walk-ins'],
  });
  await approve(made);
  house.clock.forward(23 * HOUR_MS);
  await house.accounts.applyDue();
  expect(await account(made)).toEqual(ACCOUNT);
  house.clock.forward(HOUR_MS);
  expect(
    (await Promise.all([house.accounts.applyDue(), house.accounts.applyDue()])).reduce((sum, one) => sum + one),
  ).toBe(1);
  expect(await account(made)).toEqual(OTHER_ACCOUNT);
  expect((await house.mails(made.owner.personId)).sort()).toEqual([
    'account-change-applied',
    'account-change-approved',
    'account-change-requested',
  ]);
  expect(await house.actions(made.id)).toEqual([
    'organization.account-change-requested',
    'organization.account-change-approved',
    'organization.account-change-applied',
  ]);
  expect((await house.queries.accountChanges(made.owner, made.id, 20, null)).items).toMatchObject([
    { status: 'applied' },
  ]);
});

test('a verified company without an account asks for its first one; a group without registration may not', async () => {
  const made = await house.verified();
  await house.db.source.query(`UPDATE organizations SET account = NULL, form = 'ooo' WHERE id = $1`, [made.id]);
  const ask = async (): Promise<unknown> =>
    answerOf(house.organizations.edit(made.owner, made.id, await house.version(made.id), { account: ACCOUNT }));
  expect(await ask()).toBe('done');
  const view = await house.queries.byId(made.owner, made.id, 'ru');
  expect(view).toMatchObject({ account: null, accountChange: { before: null, after: ACCOUNT } });
  await approve({ ...made, changeId: view.accountChange?.id ?? '' });
  house.clock.forward(DAY_MS);
  await house.accounts.applyDue();
  expect(await account({ ...made, changeId: '' })).toEqual(ACCOUNT);
  const mails: { subject: string; body: string }[] = await house.db.source.query(
    `SELECT subject, body FROM mails WHERE person_id = $1`,
    [made.owner.personId],
  );
  expect(mails.map(({ body, subject }) => subject + body).join()).not.toMatch(/null|undefined|[Пп]режний|old/);
  await house.db.source.query(`UPDATE organizations SET account = NULL, form = 'informal' WHERE id = $1`, [made.id]);
  expect(await ask()).toMatch(/organization.not-for-a-group/);
});

test('mails name accounts by their last digits only', async () => {
  const made = await asked();
  const mails: { body: string }[] = await house.db.source.query(`SELECT body FROM mails WHERE person_id = $1`, [
    made.owner.personId,
  ]);
  expect(mails.map((mail) => mail.body).join()).toContain('•••• 0002');
  expect(mails.map((mail) => mail.body).join()).not.toMatch(/\d{10}/);
});

test('the mail tells the hour on the clock of the organization’s place, and leads where the change is cancelled', async () => {
  const made = await asked();
  await approve(made);
  const [mail]: Record<string, unknown>[] = await house.db.source.query(
    `SELECT * FROM mails WHERE person_id = $1 AND template = 'account-change-approved'`,
    [made.owner.personId],
  );
  expect(mail?.['body']).toMatch(/\d\d:\d\d \(UTC\+9\)/);
  expect(JSON.stringify(mail)).toContain(`/desk/${made.id}/account`);
});

test.each<[string, (made: Made) => Promise<unknown>]>([
  ['before the approval', async () => undefined],
  ['after it', approve],
])('an owner cancels %s: nothing changes any more', async (_name, step) => {
  const made = await asked();
  await step(made);
  await house.accounts.cancel(made.owner, made.id);
  house.clock.forward(2 * DAY_MS);
  await house.accounts.applyDue();
  expect(await account(made)).toEqual(ACCOUNT);
  expect(await answerOf(house.accounts.cancel(made.owner, made.id))).toBe('organization.account-change-not-found');
  expect(await answerOf(approve(made))).toBe('organization.account-change-not-open');
  expect(await house.mails(made.owner.personId)).toContain('account-change-cancelled');
});

test('returned by a moderator with a reason: the old account stays, another change may be asked for', async () => {
  const made = await asked();
  await house.db.source.transaction((tx) =>
    house.accounts.giveBack(tx, made.moderator, made.changeId, 'Банк не подтвердил.'),
  );
  expect((await house.queries.accountChanges(made.owner, made.id, 20, null)).items).toMatchObject([
    { status: 'returned', reason: 'Банк не подтвердил.' },
  ]);
  expect(
    await answerOf(
      house.organizations.edit(made.owner, made.id, await house.version(made.id), { account: OTHER_ACCOUNT }),
    ),
  ).toBe('done');
});

test.each(['suspended', 'returned'] as const)('%s meanwhile: the change has ended', async (how) => {
  const made = await asked();
  await approve(made);
  const verb = how === 'returned' ? 'returnVerified' : 'suspend';
  await house.db.source.transaction((tx) => house.organizations[verb](tx, made.moderator, made.id, 'Проверяем.'));
  house.clock.forward(2 * DAY_MS);
  expect(await house.accounts.applyDue()).toBe(0);
  expect(await account(made)).toEqual(ACCOUNT);
});

test('a thief who throws the other owners out first is seen by them', async () => {
  const made = await house.verified();
  const second = await house.person({ role: 'owner', objectType: 'organization', objectId: made.id });
  await house.members.remove(second, made.id, made.owner.personId);
  await house.organizations.edit(await house.actor(second.personId), made.id, await house.version(made.id), {
    account: OTHER_ACCOUNT,
  });
  expect(await house.mails(made.owner.personId)).toEqual(['account-change-requested']);
});

test('what is refused', async () => {
  const { id, owner } = await house.verified();
  const edit = async (changes: object): Promise<string> =>
    answerOf(house.organizations.edit(owner, id, await house.version(id), changes));
  expect(await edit({ account: ACCOUNT })).toBe('form.invalid: account organization.account-is-the-same');
  expect(await edit({ account: { ...OTHER_ACCOUNT, number: '40703810200000000003' } })).toBe(
    'form.invalid: account.number organization.account-key',
  );
  expect(await edit({ account: OTHER_ACCOUNT, shortName: 'Другое' })).toBe('organization.only-the-account');
  expect(await edit({ shortName: 'Другое' })).toBe('organization.not-editable');
  expect(await answerOf(house.organizations.edit(owner, id, 99, { account: OTHER_ACCOUNT }))).toBe(
    'organization.stale',
  );
  const coordinator = await house.person({ role: 'coordinator', objectType: 'organization', objectId: id });
  expect(
    await answerOf(house.organizations.edit(coordinator, id, await house.version(id), { account: OTHER_ACCOUNT })),
  ).toBe('organization.not-yours');
  expect(await edit({ account: OTHER_ACCOUNT })).toBe('done');
  expect(await edit({ account: { ...OTHER_ACCOUNT, number: '40703810500000000003' } })).toBe(
    'organization.account-change-open',
  );
  expect(await answerOf(house.accounts.cancel(coordinator, id))).toBe('organization.not-yours');
});

test('the clock finds what is due by its index', async () => {
  const rows: Record<string, string>[] = await house.run(async (tx) => {
    await tx.query('SET LOCAL enable_seqscan = off');
    return tx.query(
      `EXPLAIN SELECT id FROM account_changes WHERE status = 'approved' AND effective_at <= now() ORDER BY effective_at, id LIMIT 500`,
    );
  });
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/account_changes_due/);
});

test('a change that cannot be put in force keeps no other organization from its new account, and is tried again', async () => {
  log.level = 'silent'; // a failure is part of this scenario
  const all = [await asked(), await asked(), await asked()];
  for (const one of all) {
    await approve(one);
    house.clock.forward(1);
  }
  const mend = await poison(house.db, 'account_changes', all[1]!.changeId);
  house.clock.forward(DAY_MS);
  expect(await house.accounts.applyDue()).toBe(2);
  expect(await Promise.all(all.map(account))).toEqual([OTHER_ACCOUNT, ACCOUNT, OTHER_ACCOUNT]);
  await mend();
  expect(await house.accounts.applyDue()).toBe(0);
  house.clock.forward(MINUTE_MS);
  expect(await house.accounts.applyDue()).toBe(1);
  expect(await account(all[1]!)).toEqual(OTHER_ACCOUNT);
});
