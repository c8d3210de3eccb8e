import type { Role } from '#identity';
import { DAY_MS } from '#kernel';
import { readMails, TEST_SECRET } from '../../support/mails.js';
import { answerOf } from '../needs/fixture.js';
import { group, openHouse, type House } from './fixture.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const SETTINGS = { PUBLIC_URL: 'https://lepta.example/', SESSION_SECRET: TEST_SECRET };
const emailOf = (personId: string): string => `${personId}@example.org`;

/** Invites and returns what stands behind # in the mail. */
async function invited(
  id: string,
  owner: Parameters<House['invitations']['invite']>[0],
  email: string,
  role: Role = 'coordinator',
): Promise<string> {
  const invitation = await house.invitations.invite(owner, id, { email, role }, SETTINGS);
  const [mail] = await readMails(house.db.source, 'm.id = $1', [invitation]);
  expect(mail?.address).toBe(email.toLowerCase());
  return /https:\/\/lepta\.example\/invitation#(\S+)/.exec(mail?.body ?? '')?.[1] ?? '';
}

test('invited by mail, looked at, accepted: the person belongs to it', async () => {
  const { id, owner } = await house.begun();
  const helper = await house.person();
  const token = await invited(id, owner, emailOf(helper.personId).toUpperCase());
  expect(await house.invitations.open(token)).toMatchObject({
    organization: { id, shortName: 'АНО «Пример помощи»' },
    role: 'coordinator',
  });
  expect(await house.invitations.accept(helper, token)).toBe(id);
  expect((await house.people.members(owner, id)).map((member) => [member.person.id, member.role, member.can])).toEqual([
    [owner.personId, 'owner', []],
    [helper.personId, 'coordinator', ['change-role', 'remove']],
  ]);
  expect(await answerOf(house.invitations.accept(helper, token))).toBe('organization.invitation-not-valid');
  expect(await house.actions(id)).toEqual(['organization.invite', 'organization.invitation-accepted']);
  expect(
    await answerOf(house.invitations.invite(owner, id, { email: emailOf(helper.personId), role: 'owner' }, SETTINGS)),
  ).toBe('organization.already-member');
});

test('only the invited address accepts, and only once it is confirmed: whoever else holds the link is refused, and the invitation stays', async () => {
  const { id, owner } = await house.begun();
  const helper = await house.person();
  const token = await invited(id, owner, emailOf(helper.personId));
  await house.db.source.query('UPDATE people SET email_confirmed_at = NULL WHERE id = $1', [helper.personId]);
  expect(await answerOf(house.invitations.accept(await house.person(), token))).toBe(
    'organization.invitation-for-another',
  );
  expect(await answerOf(house.invitations.accept(await house.actor(helper.personId), token))).toBe(
    'person.unconfirmed',
  );
  expect((await house.people.members(owner, id)).map((member) => member.person.id)).toEqual([owner.personId]);
  await house.db.source.query('UPDATE people SET email_confirmed_at = now() WHERE id = $1', [helper.personId]);
  expect(await house.invitations.accept(helper, token)).toBe(id);
});

test('who has not confirmed an address founds no organization, and vouches for none', async () => {
  const founder = await house.person();
  const official = await house.official('zeya');
  const { id, owner } = await house.begun(group());
  await house.organizations.submit(owner, id);
  await house.db.source.query('UPDATE people SET email_confirmed_at = NULL WHERE id = ANY($1)', [
    [founder.personId, official.personId],
  ]);
  expect(await answerOf(house.organizations.create(await house.actor(founder.personId), group()))).toBe(
    'person.unconfirmed',
  );
  expect((await house.actor(official.personId)).places).toEqual([]);
  expect(await answerOf(house.vouches.give(await house.actor(official.personId), id, 'vouch', null))).toBe(
    'organization.not-found',
  );
  await house.db.source.query('UPDATE people SET email_confirmed_at = now() WHERE id = $1', [official.personId]);
  expect(await answerOf(house.vouches.give(await house.actor(official.personId), id, 'vouch', null))).toBe('done');
});

test('an address that nobody has gets a mail all the same, and the owner sees no difference', async () => {
  const { id, owner } = await house.begun();
  const known = await house.person();
  await invited(id, owner, emailOf(known.personId));
  const token = await invited(id, owner, 'nobody@example.org');
  const shown = await house.people.invitations(owner, id);
  expect(shown.map((one) => Object.keys(one))).toEqual([Object.keys(shown[0] ?? {}), Object.keys(shown[0] ?? {})]);
  expect(await house.db.source.query(`SELECT person_id FROM mails WHERE address = 'nobody@example.org'`)).toEqual([
    { person_id: owner.personId },
  ]);
  expect(await answerOf(house.invitations.accept(await house.person(), token))).toBe(
    'organization.invitation-for-another',
  );
});

test.each<
  [string, (id: string, owner: Awaited<ReturnType<House['begun']>>['owner'], email: string) => Promise<unknown>]
>([
  ['after fourteen days', async () => house.clock.forward(14 * DAY_MS)],
  [
    'taken back',
    async (id, owner) =>
      house.invitations.takeBack(owner, id, (await house.people.invitations(owner, id))[0]?.id ?? ''),
  ],
  [
    'replaced by a newer one',
    async (id, owner, email) => house.invitations.invite(owner, id, { email, role: 'accountant' }, SETTINGS),
  ],
])('a link no longer works: %s', async (_name, end) => {
  const { id, owner } = await house.begun();
  const helper = await house.person();
  const token = await invited(id, owner, emailOf(helper.personId));
  await end(id, owner, emailOf(helper.personId));
  expect(await answerOf(house.invitations.open(token))).toBe('organization.invitation-not-valid');
  expect(await answerOf(house.invitations.accept(helper, token))).toBe('organization.invitation-not-valid');
});

test('of two clicks at once one counts', async () => {
  const { id, owner } = await house.begun();
  const helper = await house.person();
  const token = await invited(id, owner, emailOf(helper.personId));
  const both = await Promise.all([
    answerOf(house.invitations.accept(helper, token)),
    answerOf(house.invitations.accept(helper, token)),
  ]);
  expect(both.sort()).toEqual(['done', 'organization.invitation-not-valid']);
});

test('roles change, people are removed and leave; the last owner cannot, nor can two owners who go at once', async () => {
  const { id, owner } = await house.begun();
  const other = await house.person();
  await house.invitations.accept(other, await invited(id, owner, emailOf(other.personId), 'owner'));
  const second = await house.actor(other.personId);
  const both = await Promise.all([
    answerOf(house.members.remove(owner, id, owner.personId)),
    answerOf(house.members.changeRole(second, id, second.personId, 'accountant')),
  ]);
  expect(both.sort()).toEqual(['done', 'organization.last-owner']);
  const owners = (await house.people.members(await house.moderator(), id)).filter((member) => member.role === 'owner');
  expect(owners).toHaveLength(1);
});

test('a role changed takes the old one away, also where there were two', async () => {
  const { id, owner } = await house.begun();
  const helper = await house.person(
    { role: 'accountant', objectType: 'organization', objectId: id },
    { role: 'coordinator', objectType: 'organization', objectId: id },
  );
  await house.members.changeRole(owner, id, helper.personId, 'accountant');
  expect((await house.actor(helper.personId)).organizations).toEqual([{ id, role: 'accountant' }]);
  await house.members.remove(await house.actor(helper.personId), id, helper.personId);
  expect((await house.actor(helper.personId)).organizations).toEqual([]);
  expect(await answerOf(house.members.remove(owner, id, helper.personId))).toBe('organization.member-not-found');
});

test('who may not', async () => {
  const { id, owner } = await house.verified();
  const stranger = await house.person();
  const coordinator = await house.person({ role: 'coordinator', objectType: 'organization', objectId: id });
  const draft = await house.begun();
  for (const [who, answer] of [
    [stranger, 'organization.not-yours'],
    [coordinator, 'organization.not-yours'],
  ] as const) {
    expect(await answerOf(house.invitations.invite(who, id, { email: 'x@example.org', role: 'owner' }, SETTINGS))).toBe(
      answer,
    );
    expect(await answerOf(house.members.changeRole(who, id, who.personId, 'owner'))).toBe(answer);
    expect(await answerOf(house.members.remove(who, id, owner.personId))).toBe(answer);
    expect(await answerOf(house.people.invitations(who, id))).toBe(answer);
  }
  expect(await answerOf(house.people.members(stranger, id))).toBe('organization.not-yours');
  expect(await answerOf(house.people.members(stranger, draft.id))).toBe('organization.not-found');
  expect(await answerOf(house.members.remove(stranger, draft.id, stranger.personId))).toBe('organization.not-found');
  expect((await house.people.members(coordinator, id)).map((member) => member.can)).toEqual([[], ['leave']]);
});

test('an organization does not flood the world with invitations', async () => {
  const { id, owner } = await house.begun();
  for (let at = 0; at < 30; at += 1)
    await house.invitations.invite(owner, id, { email: `p${at}@example.org`, role: 'coordinator' }, SETTINGS);
  expect(
    await answerOf(house.invitations.invite(owner, id, { email: 'late@example.org', role: 'coordinator' }, SETTINGS)),
  ).toBe('organization.too-many-invitations');
  house.clock.forward(DAY_MS);
  expect(
    await answerOf(house.invitations.invite(owner, id, { email: 'late@example.org', role: 'coordinator' }, SETTINGS)),
  ).toBe('done');
});
