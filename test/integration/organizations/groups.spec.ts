import { answerOf } from '../needs/fixture.js';
import { group, openHouse, type House } from './fixture.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

async function submitted(): ReturnType<House['begun']> {
  const made = await house.begun(group());
  await house.organizations.submit(made.owner, made.id);
  return made;
}
const approve = async (id: string): Promise<string> => {
  const moderator = await house.moderator();
  return answerOf(house.db.source.transaction((tx) => house.organizations.approve(tx, moderator, id)));
};

test('a group without registration: vouched for by its municipality, then verified by a moderator, never before', async () => {
  const { id } = await submitted();
  expect(await approve(id)).toBe('organization.not-vouched');
  const official = await house.official('zeya');
  expect((await house.queries.toVouch(official, 'ru')).find((one) => one.id === id)).toMatchObject({
    informal: true,
    inn: null,
    can: ['vouch', 'decline'],
  });
  await house.vouches.give(official, id, 'vouch', null);
  await house.vouches.give(official, id, 'vouch', null);
  expect((await house.queries.toVouch(official, 'ru')).filter((one) => one.id === id)).toEqual([]); // it waits no more
  expect(await house.queries.byId(official, id, 'ru')).toMatchObject({
    vouchedAt: '2026-03-01T00:00:00.000Z',
    vouchedBy: expect.any(String),
    can: ['decline'],
  });
  expect(await approve(id)).toBe('done');
  expect(await house.queries.byId(null, id, 'ru')).toMatchObject({
    status: 'verified',
    formName: 'ТОС без регистрации',
    vouchedAt: '2026-03-01T00:00:00.000Z',
    trust: { level: 2 },
  });
  expect(await house.actions(id)).toEqual(['organization.vouch']);
  expect(await house.db.source.query('SELECT kind FROM parties WHERE id = $1', [id])).toEqual([{ kind: 'informal' }]);
});

test('an official declines with a reason that the group reads; corrected, it needs a new word', async () => {
  const { id, owner } = await submitted();
  const official = await house.official('amur-oblast');
  expect(await answerOf(house.vouches.give(official, id, 'decline', ' '))).toBe(
    'form.invalid: reason organization.reason-needed',
  );
  await house.vouches.give(official, id, 'vouch', null);
  await house.vouches.give(official, id, 'decline', 'Дом расселён.');
  expect(await house.queries.byId(owner, id, 'ru')).toMatchObject({
    status: 'returned',
    returnReason: 'Дом расселён.',
    vouchedAt: null,
  });
  await house.organizations.submit(owner, id);
  await house.vouches.give(official, id, 'vouch', null);
  const moderator = await house.moderator();
  await house.db.source.transaction((tx) =>
    house.organizations.returnForCorrection(tx, moderator, id, 'Другое название.'),
  );
  await house.organizations.edit(owner, id, await house.version(id), { shortName: 'ТОС «Малый двор»' });
  await house.organizations.submit(owner, id);
  expect(await approve(id)).toBe('organization.not-vouched');
});

test('who may not vouch: officials of elsewhere do not even see it, one’s own people and moderators are told no', async () => {
  const { id, owner } = await submitted();
  expect(await answerOf(house.vouches.give(await house.official('tynda'), id, 'vouch', null))).toBe(
    'organization.not-found',
  );
  expect(await house.queries.toVouch(await house.official('tynda'), 'ru')).toEqual([]);
  expect(await answerOf(house.vouches.give(await house.moderator(), id, 'vouch', null))).toBe(
    'organization.not-yours-to-vouch',
  );
  expect(await answerOf(house.vouches.give({ ...owner, places: ['zeya'] }, id, 'vouch', null))).toBe(
    'organization.not-yours-to-vouch',
  );
  const registered = await house.begun();
  await house.organizations.submit(registered.owner, registered.id);
  expect(await answerOf(house.vouches.give(await house.official('zeya'), registered.id, 'vouch', null))).toBe(
    'organization.not-found',
  );
});

test('officials hear of a group that waits, once for each time it is submitted', async () => {
  const official = await house.official('blagoveshchensk');
  const { id, owner } = await house.begun(group({ place: 'blagoveshchensk' }));
  await house.organizations.submit(owner, id);
  await house.organizations.submit(owner, id);
  expect(await house.mails(official.personId)).toEqual(['vouch-asked']);
});

test('the list of an official is read from its index', async () => {
  const rows: Record<string, string>[] = await house.run(async (tx) => {
    await tx.query('SET LOCAL enable_seqscan = off');
    return tx.query(
      `EXPLAIN SELECT * FROM organizations o WHERE o.status = 'submitted' AND o.form IN ('tos', 'informal') AND o.vouched_at IS NULL AND o.place = ANY($1) ORDER BY o.submitted_at, o.id LIMIT 200`,
      [['zeya']],
    );
  });
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/organizations_to_vouch/);
});
