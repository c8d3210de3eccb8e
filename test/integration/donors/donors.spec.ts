import { donorEntities, donorNames, DonorsService } from '#donors';
import { identityEntities, IdentityService } from '#identity';
import { newId, SetClock } from '#kernel';
import { testDatabase, type TestDatabase } from '../../support/database.js';

let db: TestDatabase;
let identity: IdentityService;
const clock = new SetClock(new Date('2026-03-01T00:00:00Z'));
const donors = new DonorsService(clock);

beforeAll(async () => {
  db = await testDatabase([...identityEntities, ...donorEntities]);
  identity = new IdentityService(db.source, clock);
});
afterAll(() => db.drop());

async function party(): Promise<string> {
  const id = newId();
  await db.source.transaction((tx) => identity.createParty(tx, id, 'person'));
  return id;
}

test('a person who gives twice at once becomes a donor once, and is anonymous until they say otherwise', async () => {
  const partyId = await party();
  const ensure = (displayName: string): Promise<void> =>
    db.source.transaction((tx) => donors.ensure(tx, { partyId, kind: 'person', displayName }));
  await Promise.all([ensure('Ольга К.'), ensure('Ольга К.')]);
  await ensure('Другое имя');
  expect(await donorNames(db.source, [partyId, newId()])).toEqual(new Map([[partyId, 'Ольга К.']]));
  expect(await donors.anonymousByDefault(db.source.manager, partyId)).toBe(true);
  await donors.setAnonymous(db.source.manager, partyId, false);
  expect(await donors.anonymousByDefault(db.source.manager, partyId)).toBe(false);
});

test('an e-mail address given as a name is never kept', async () => {
  const partyId = await party();
  await donors.ensure(db.source.manager, { partyId, kind: 'person', displayName: 'someone@example.org' });
  expect(await donorNames(db.source, [partyId])).toEqual(new Map([[partyId, '—']]));
});

test('a person who has never given has no wish that could be changed', async () => {
  const partyId = await party();
  expect(await donors.anonymousByDefault(db.source.manager, partyId)).toBe(true);
  await expect(donors.setAnonymous(db.source.manager, partyId, false)).rejects.toMatchObject({
    code: 'donor.not-found',
    status: 404,
  });
});
