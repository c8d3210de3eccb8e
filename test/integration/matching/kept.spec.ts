import { DAY_MS } from '#kernel';
import { countPromises, MatchEntity, readPromises, readScoringContext } from '#matching';
import { openLife, type Life } from './life-fixture.js';

let { desk, life, ends, pair, match, close } = {} as Life;
beforeAll(async () => {
  ({ desk, life, ends, pair, match, close } = await openLife());
});
afterAll(() => close?.());

/** An agreed hand-over of ten that the donor says was handed over. */
async function handedOver(): Promise<string> {
  const { matchId } = await pair(10);
  await life.accept(desk.donor, matchId);
  await life.accept(desk.coordinator, matchId);
  await life.deliver(desk.donor, matchId);
  return matchId;
}

async function silent(): Promise<string> {
  const matchId = await handedOver();
  desk.clock.forward(4 * DAY_MS);
  await ends.lapseDue();
  return matchId;
}

async function kept(): Promise<[donor: string, organization: string]> {
  const { source, clock } = desk;
  const { donor_id: donorId, organization_id: organizationId } = (
    await source.query(
      'SELECT o.donor_id, n.organization_id FROM matches m JOIN offers o ON o.id = m.offer_id JOIN needs n ON n.id = m.need_id LIMIT 1',
    )
  )[0] as { donor_id: string; organization_id: string };
  const said = (count: { kept: number; of: number } | undefined): string => `${count?.kept ?? 0} of ${count?.of ?? 0}`;
  const [donors, organizations, records] = [
    said((await countPromises(source, 'donor', [donorId])).get(donorId)),
    said((await countPromises(source, 'organization', [organizationId])).get(organizationId)),
    await readScoringContext(source, clock.now()),
  ];
  // The words of a page, the score and the limit of promises count alike.
  expect([said(records.donorRecords.get(donorId)), said(records.organizationRecords.get(organizationId))]).toEqual([
    donors,
    organizations,
  ]);
  expect(`${(await readPromises(source, [donorId])).get(donorId)?.kept}`).toBe(donors.split(' ')[0]);
  return [donors, organizations];
}

const decide = (matchId: string, outcome: 'confirm' | 'cancel', part = {}) =>
  desk.source.transaction((tx) => life.decide(tx, desk.moderator, matchId, outcome, part, 'Так на снимке.'));

test.each<[what: string, end: () => Promise<string>, donor: boolean, organization: boolean]>([
  ['all of it arrived', () => handedOver().then((id) => life.confirm(desk.coordinator, id).then(() => id)), true, true],
  [
    'a part arrived',
    () => handedOver().then((id) => life.confirm(desk.coordinator, id, { quantity: '4', lost: '6' }).then(() => id)),
    true,
    true,
  ],
  [
    'nothing arrived, and nobody says what became of it',
    () => handedOver().then((id) => life.confirm(desk.coordinator, id, { quantity: '0' }).then(() => id)),
    false,
    false,
  ],
  [
    'all of it was lost',
    () => handedOver().then((id) => life.confirm(desk.coordinator, id, { quantity: '0', lost: '10' }).then(() => id)),
    false,
    false,
  ],
  [
    'nothing of it, but something on top',
    () => handedOver().then((id) => life.confirm(desk.coordinator, id, { quantity: '0', extra: '3' }).then(() => id)),
    true,
    true,
  ],
  [
    'the organization was silent, a moderator found that it arrived',
    () => silent().then((id) => decide(id, 'confirm').then(() => id)),
    true,
    false,
  ],
  [
    'the organization was silent, all was lost',
    () => silent().then((id) => decide(id, 'confirm', { quantity: '0', lost: '10' }).then(() => id)),
    false,
    false,
  ],
  [
    'the organization was silent, nothing arrived',
    () => silent().then((id) => decide(id, 'cancel').then(() => id)),
    false,
    false,
  ],
  [
    'the organization disputed, a moderator found a part',
    async () => {
      const id = await handedOver();
      await life.dispute(desk.coordinator, id, 'Пришло меньше.');
      await decide(id, 'confirm', { quantity: '4' });
      return id;
    },
    true,
    true,
  ],
  [
    'the donor disputed, the organization answered nothing',
    async () => {
      const id = await handedOver();
      await life.dispute(desk.donor, id, 'Молчат.');
      await decide(id, 'confirm', { quantity: '4' });
      return id;
    },
    true,
    false,
  ],
])('whose promise was kept: %s', async (_what, end, donor, organization) => {
  await desk.source.manager.update(MatchEntity, { signUp: false }, { acceptedAt: null, heldAt: null }); // what was before counts no more
  const id = await end();
  const count = (yes: boolean): string => (yes ? '1 of 1' : '0 of 0');
  expect(await kept()).toEqual([count(donor), count(organization)]);
  const { status, decided } = await match(id);
  expect(decided).toBe(status === 'cancelled' || (await match(id)).endedBy === 'moderator' ? 'Так на снимке.' : null);
});

test.each([
  [
    'a part arrived, a part was lost, the rest came back',
    { quantity: '4', lost: '1' },
    ['posted 4', 'voided 6: 1 lost, 5 back'],
  ],
  ['nothing arrived, and all came back', { quantity: '0' }, ['voided 10: 0 lost, 10 back']],
  ['all of it was lost', { quantity: '0', lost: '10' }, ['voided 10: 10 lost, 0 back']],
  ['cancelled before anything was handed over', null, ['voided 10: 0 lost, 0 back']],
])('the ledger of a need says what became of each part: %s', async (_what, said, expected) => {
  const { matchId, needId } = await pair(10);
  await life.accept(desk.donor, matchId);
  await life.accept(desk.coordinator, matchId);
  if (said) await life.confirm(desk.coordinator, matchId, said);
  else await life.cancel(desk.coordinator, matchId);
  const { items } = await desk.ledger.needEntries(desk.source, needId, { limit: 10 });
  const told = items.map(
    ({ state, amount, lost, returned }) =>
      `${state} ${Math.abs(amount)}${state === 'voided' ? `: ${lost} lost, ${returned} back` : ''}`,
  );
  expect(told.sort()).toEqual(expected);
});
