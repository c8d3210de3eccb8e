import { GrantEntity } from '#identity';
import { DAY_MS, HOUR_MS, MINUTE_MS, newId, type Fact, type FactType } from '#kernel';
import { MatchMails } from '#notifications';
import { log } from '#platform';
import { openEngine, type Engine } from '../matching/engine-fixture.js';
import { poison } from '../../support/poison.js';

let desk: Engine;
let mails: MatchMails;
beforeAll(async () => {
  desk = await openEngine();
  mails = new MatchMails(desk.catalogue, desk.ends);
  await desk.source.manager.insert(GrantEntity, { id: newId(), personId: desk.coordinator.personId, role: 'coordinator', objectType: 'organization', objectId: desk.organization, grantedBy: null, grantedAt: desk.clock.now() });
});
afterAll(() => desk.db.drop());

interface Row {
  readonly template: string;
  readonly kind: string;
  readonly subject: string;
  readonly body: string;
  readonly url: string;
  readonly path: string;
  readonly en: string;
}

/** Runs the job for every fact of a match that has not been told yet, twice each; answers what this wrote to a person. */
async function told(personId: string): Promise<Row[]> {
  const facts: Fact[] = await desk.source.query(`SELECT id, type, payload, at, position FROM facts WHERE type LIKE 'match.%' ORDER BY id`);
  for (const fact of [...facts, ...facts]) await desk.run(async (tx) => void (await mails.job.apply?.(tx, fact as Fact<FactType>)));
  return desk.source.query(
    `SELECT m.template, m.kind, m.subject, m.body, m.parts -> 'action' ->> 'url' AS url, n.path, n.en FROM mails m JOIN notifications n ON n.id = m.id WHERE m.person_id = $1 ORDER BY m.created_at, m.id`,
    [personId],
  );
}

test('from the first yes to the receipt each side hears what it must do, once, by mail and in its list', async () => {
  await desk.openNeed({ title: 'Обогреватели для посёлка', autoAccept: false });
  const offerId = await desk.postOffer();
  await desk.forOffer(offerId);
  const [match] = await desk.matches({ offer: offerId });
  const id = match?.id ?? '';
  await desk.life.accept(desk.donor, id);
  expect(await told(desk.coordinator.personId)).toMatchObject([{ template: 'match.asked-organization', kind: 'match', url: `/desk/${desk.organization}`, en: expect.stringContaining('You are offered 50') }]);
  await desk.life.accept(desk.coordinator, id);
  await desk.life.deliver(desk.donor, id);
  await desk.life.confirm(desk.coordinator, id, {});
  const toDonor = await told(desk.donor.personId);
  expect(toDonor.map((row) => [row.template, row.kind, row.url, row.path])).toEqual([
    ['match.accepted-donor', 'match', `/offer/${offerId}`, `/offer/${offerId}`],
    ['match.confirmed', 'receipt', '/me', `/offer/${offerId}`],
  ]);
  expect((await told(desk.coordinator.personId)).map((row) => row.template)).toEqual(['match.asked-organization', 'match.accepted-organization', 'match.delivered']);
  expect(JSON.stringify(await told(desk.coordinator.personId))).not.toMatch(/Анна|Дарина/);
});

test('a mail to a donor does not say the title of a private need: a mail stays where a party does not', async () => {
  const category = desk.catalogue.categories.find((one) => one.flags.includes('private') && one.kinds.includes('goods') && !one.flags.some((flag) => ['licensed', 'check', 'child'].includes(flag)));
  const needId = await desk.openNeed({ category: category?.code, item: 'heater', title: 'Имя и болезнь одного человека' });
  const donor = await desk.people.person('Второй Даритель');
  const offerId = await desk.postOffer({ category: category?.code }, donor);
  await desk.forOffer(offerId);
  const id = (await desk.matches({ offer: offerId, need: needId }))[0]?.id ?? '';
  await desk.life.accept(desk.coordinator, id);
  const [asked] = await told(donor.personId);
  expect(asked?.template).toBe('match.asked-donor');
  expect(asked?.subject).toContain(category?.nameRu);
  expect(JSON.stringify(asked)).not.toContain('болезнь'); // no yes, no title
  await desk.life.accept(donor, id);
  const accepted = (await told(donor.personId)).find((row) => row.template === 'match.accepted-donor');
  expect(accepted?.body).toContain(category?.nameRu);
  expect(JSON.stringify(await told(donor.personId))).not.toContain('болезнь'); // it is read on the page
});

test('a reminder that cannot be written keeps no other from its reader, and is written once it is mended', async () => {
  log.level = 'silent'; // a failure is part of this scenario
  const matches: string[] = [];
  for (let at = 0; at < 3; at += 1) {
    const needId = await desk.openNeed({ autoAccept: false });
    const offerId = await desk.postOffer();
    await desk.forOffer(offerId);
    const id = (await desk.matches({ offer: offerId, need: needId }))[0]?.id ?? '';
    await desk.life.accept(desk.donor, id);
    matches.push(id);
    desk.clock.forward(1);
  }
  const reminded = async (): Promise<string[]> => ((await desk.source.query(`SELECT id FROM matches WHERE reminded_at IS NOT NULL AND id = ANY($1) ORDER BY deadline`, [matches])) as { id: string }[]).map(({ id }) => id);
  const mend = await poison(desk.db, 'matches', matches[1]!);
  desk.clock.forward(2 * DAY_MS + HOUR_MS);
  await mails.remind();
  expect(await reminded()).toEqual([matches[0], matches[2]]);
  await mend();
  desk.clock.forward(MINUTE_MS);
  expect(await mails.remind()).toBe(1);
  expect(await reminded()).toEqual(matches);
});
