import { DAY_MS } from '#kernel';
import { moderationChecks } from '#moderation';
import { organizationChecks, organizationEntities, OrganizationsQueries } from '#organizations';
import { answerOf } from '../needs/fixture.js';
import { ACCOUNT, OTHER_ACCOUNT } from '../organizations/fixture.js';
import { openModeration, type ModerationDesk } from './moderation-fixture.js';

let desk: ModerationDesk;
let organizations: OrganizationsQueries;
beforeAll(async () => {
  desk = await openModeration();
  organizations = new OrganizationsQueries(desk.source, desk.catalogue, desk.clock);
  expect(organizationEntities.length).toBeGreaterThan(1);
});
afterAll(() => desk.db.drop());

/** A verified organization whose owner asks for another account. Returns the change and its review. */
async function asked(
  number: number,
): Promise<{ id: string; owner: ModerationDesk['donor']; changeId: string; reviewId: string }> {
  const founder = await desk.people.person('Олег Владелец');
  const id = await desk.people.organization(founder.personId, 'verified', 500 + number);
  await desk.source.query('UPDATE organizations SET account = $2, verified_at = now() WHERE id = $1', [id, ACCOUNT]);
  await desk.run((tx) =>
    desk.identity.grant(tx, {
      personId: founder.personId,
      role: 'owner',
      objectType: 'organization',
      objectId: id,
      by: null,
    }),
  );
  const owner = desk.as(founder, id, 'owner');
  await desk.organizations.edit(owner, id, 1, { account: OTHER_ACCOUNT });
  const [change] = (await desk.source.query('SELECT id FROM account_changes WHERE organization_id = $1', [id])) as {
    id: string;
  }[];
  const changeId = change?.id ?? '';
  await desk.run((tx) => desk.opening.openAccountChange(tx, changeId));
  await desk.run((tx) => desk.opening.openAccountChange(tx, changeId));
  const [review] = (await desk.source.query('SELECT id FROM reviews WHERE subject_id = $1', [changeId])) as {
    id: string;
  }[];
  return { id, owner, changeId, reviewId: review?.id ?? '' };
}
const statusOf = async (changeId: string): Promise<string> =>
  ((await desk.source.query('SELECT status FROM account_changes WHERE id = $1', [changeId])) as { status: string }[])[0]
    ?.status ?? '';

/** As the moderator who signed reads it among the own decisions. */
const stands = async (changeId: string): Promise<string | null | undefined> =>
  (await desk.ownDecisions.page(desk.moderator, 50, null)).items.find(({ subject }) => subject.id === changeId)
    ?.accountChange;

test('two different people approve; the queue shows which account becomes which, and why to look closely', async () => {
  const { id, owner, changeId, reviewId } = await asked(1);
  const signed = async (): Promise<(number | undefined)[]> => [
    (await organizations.byId(owner, id, 'ru')).accountChange?.signatures,
    (await organizations.accountChanges(owner, id, 5, null)).items[0]?.signatures,
  ];
  expect(await signed()).toEqual([0, 0]);
  expect(await desk.queue.byId(desk.moderator, reviewId, 'ru')).toMatchObject({
    subject: { type: 'account_change', accounts: { before: ACCOUNT, after: OTHER_ACCOUNT }, need: null },
    signaturesNeeded: 2,
    reasons: [
      { code: 'account-change' },
      { code: 'new-owner', sentence: 'Просит человек, который стал владельцем сегодня.' },
    ],
  });
  await desk.decide(desk.moderator, reviewId, 'approve');
  await desk.decide(desk.moderator, reviewId, 'approve');
  expect([await statusOf(changeId), await desk.signatures(reviewId)]).toEqual(['submitted', 1]);
  expect(await signed()).toEqual([1, 1]); // its owner reads that one has signed
  await desk.decide(desk.second, reviewId, 'approve');
  expect([await statusOf(changeId), await desk.reviewStatus(reviewId)]).toEqual(['approved', 'approved']);
  expect(await stands(changeId)).toBe('approved');
  desk.clock.forward(DAY_MS);
  expect(await desk.accounts.applyDue()).toBe(1);
  expect(await stands(changeId)).toBe('applied');
  for (const check of [
    ...moderationChecks,
    ...organizationChecks.filter((one) => /account|Only a verified/.test(one.sentence)),
  ])
    expect([check.sentence, await desk.source.query(check.sql)]).toEqual([check.sentence, []]);
});

test('one returns it: the old account stays and its owners read why', async () => {
  const { owner, changeId, reviewId } = await asked(2);
  await desk.decide(desk.moderator, reviewId, 'return', 'Номер не из договора с банком.');
  expect([await statusOf(changeId), await desk.reviewStatus(reviewId)]).toEqual(['returned', 'returned']);
  const mails: { template: string; body: string }[] = await desk.source.query(
    'SELECT template, body FROM mails WHERE person_id = $1 ORDER BY created_at',
    [owner.personId],
  );
  expect(mails.map((mail) => mail.template).sort()).toEqual(['account-change-requested', 'account-change-returned']);
  expect(mails.map((mail) => mail.body).join()).toMatch(/не\sиз\sдоговора/);
});

test('nobody decides on the account of their own organization, nor whoever asked', async () => {
  const { owner, reviewId } = await asked(3);
  expect(await answerOf(desk.decide({ ...owner, platform: ['moderator'] }, reviewId, 'approve'))).toBe(
    'review.own-matter',
  );
  expect(
    await answerOf(desk.decide({ ...owner, organizations: [], platform: ['moderator'] }, reviewId, 'approve')),
  ).toBe('review.own-matter');
});

test('cancelled by an owner after two have signed, it reads so among their own decisions', async () => {
  const { id, owner, changeId, reviewId } = await asked(5);
  await desk.decide(desk.moderator, reviewId, 'approve');
  await desk.decide(desk.second, reviewId, 'approve');
  await desk.accounts.cancel(owner, id);
  expect(await stands(changeId)).toBe('cancelled');
});

test('cancelled by an owner it leaves the queue by itself', async () => {
  const { id, owner, changeId, reviewId } = await asked(4);
  await desk.decide(desk.moderator, reviewId, 'approve');
  await desk.accounts.cancel(owner, id);
  await desk.run((tx) => desk.opening.closeSubject(tx, 'account_change', changeId));
  expect(await desk.reviewStatus(reviewId)).toBe('returned');
});

test('an organization that an official has declined leaves the queue by itself', async () => {
  const founder = await desk.people.person('Зоя Соседка');
  const id = await desk.organizations.create(founder, {
    name: 'ТОС «Большой двор»',
    shortName: 'ТОС «Большой двор»',
    form: 'tos',
    place: 'zeya',
  });
  await desk.organizations.submit(desk.as(founder, id, 'owner'), id);
  await desk.run((tx) => desk.opening.openOrganization(tx, id));
  const [review] = (await desk.source.query('SELECT id, reasons FROM reviews WHERE subject_id = $1', [id])) as {
    id: string;
    reasons: { code: string }[];
  }[];
  expect(review?.reasons.map((reason) => reason.code)).toEqual(['informal', 'not-verified-yet']);
  expect(await answerOf(desk.decide(desk.moderator, review?.id ?? '', 'approve'))).toBe('organization.not-vouched');
  await desk.source.query(`UPDATE organizations SET status = 'returned', return_reason = 'x' WHERE id = $1`, [id]);
  await desk.run((tx) => desk.opening.closeSubject(tx, 'organization', id));
  expect(await desk.reviewStatus(review?.id ?? '')).toBe('returned');
});

test('a group without account asks for things and time, never for money', async () => {
  const founder = await desk.people.person('Вера Дворова');
  const id = await desk.organizations.create(founder, {
    name: 'Соседи Зеи',
    shortName: 'Соседи Зеи',
    form: 'informal',
    place: 'zeya',
  });
  const owner = desk.as(founder, id, 'owner');
  const money = desk.heaters({
    organization: id,
    kind: 'money',
    category: 'emergency-flood',
    item: null,
    quantity: '1000',
    unit: 'rub',
  });
  expect(await answerOf(desk.needs.draft(owner, money))).toBe('form.invalid: kind need.organization-without-account');
  expect(await answerOf(desk.needs.draft(owner, desk.heaters({ organization: id })))).toBe('done');
});
