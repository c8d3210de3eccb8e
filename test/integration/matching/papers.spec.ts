import { IdentityService } from '#identity';
import { DAY_MS, newId } from '#kernel';
import { WhyNotReads } from '#matching';
import { forgetPapers, OrganizationsService, PaperChecks, PaperChecksQueries, PaperReminders } from '#organizations';
import { readMails } from '../../support/mails.js';
import { answerOf } from '../needs/fixture.js';
import { openEngine, type Engine } from './engine-fixture.js';

let engine: Engine;
let papers: PaperChecks;
let reads: PaperChecksQueries;
let reminders: PaperReminders;
beforeAll(async () => {
  engine = await openEngine();
  const { source, clock, catalogue } = engine;
  [papers, reads, reminders] = [
    new PaperChecks(source, clock, catalogue),
    new PaperChecksQueries(source, clock),
    new PaperReminders(source, clock, catalogue),
  ];
});
afterAll(() => engine.db.drop());

const VISITS = {
  kind: 'time',
  category: 'elderly-visiting',
  item: null,
  quantity: '10',
  unit: 'hour',
  minQuantity: null,
  place: 'zeya',
  autoAccept: true,
} as const;
const hours = (who: Parameters<Engine['postOffer']>[1]) =>
  engine.postOffer(
    {
      kind: 'time',
      category: 'elderly-visiting',
      item: undefined,
      quantity: '5',
      unit: 'hour',
      place: 'zeya',
      radiusKm: 50,
    },
    who,
  );
const day = (days: number): string => new Date(engine.clock.now().getTime() + days * DAY_MS).toISOString().slice(0, 10);
const seen = async (who: Parameters<PaperChecks['newCode']>[0], validUntil = day(300)): Promise<string> =>
  papers.record(engine.coordinator, engine.organization, {
    code: (await papers.newCode(who)).code.toLowerCase(),
    paper: 'criminal-record',
    seenOn: day(-1),
    validUntil,
  });
/** What the worker does when checks change: the fact is read by the index, and the offers of the person are looked at again. */
const react = async (personId: string): Promise<void> =>
  engine.run(async (tx) => engine.proposer.proposeForPerson(tx, await engine.relay(), personId));

test('near the old only those whose papers were seen: before it nothing is proposed, afterwards it is, and when it ends the proposal ends', async () => {
  const helper = await engine.people.person('Ольга Тихая');
  const need = await engine.openNeed(VISITS);
  const offer = await hours(helper);
  await engine.forOffer(offer);
  await engine.forNeed(need);
  expect(await engine.matches({ offer })).toEqual([]);
  const whyNot = new WhyNotReads(engine.source, engine.clock, engine.catalogue, engine.ledger, engine.offerReads);
  expect(await whyNot.whyNot(engine.coordinator, need, 'ru')).toMatchObject({
    fits: 0,
    sentence: expect.stringContaining('чьи документы проверены'),
    changes: [{ change: 'see-papers', opens: 1 }],
  });
  expect((await whyNot.whyNotOffer(helper, offer, 'en')).sentence).toContain('papers an organization has seen');

  const check = await seen(helper);
  await react(helper.personId);
  const [match] = await engine.matches({ offer });
  expect(match?.needId).toBe(need);
  await papers.end(engine.coordinator, engine.organization, check);
  expect(await answerOf(engine.life.accept(helper, match?.id ?? ''))).toBe('match.papers-not-seen'); // also before the job has looked at it
  await react(helper.personId);
  expect(await engine.matches({ offer })).toEqual([]);
});

test('a check counts for the organization that has seen the papers, and for all when the person says so', async () => {
  const helper = await engine.people.person('Пётр Отзывчивый');
  const stranger = await engine.people.person('Кто-то другой');
  const elsewhere = await engine.people.organization(
    (await engine.people.person('Другая организация')).personId,
    'verified',
    7,
  );
  const there = await engine.openNeed(VISITS);
  await engine.source.query('UPDATE needs SET organization_id = $2 WHERE id = $1', [there, elsewhere]);
  await engine.index.rebuild(engine.source);
  const offer = await hours(helper);
  const check = await seen(helper);
  await react(helper.personId);
  expect((await engine.matches({ offer })).map(({ needId }) => needId)).not.toContain(there);
  expect(await answerOf(papers.share(stranger, check, true))).toBe('papers.not-found');
  await papers.share(helper, check, true);
  await react(helper.personId);
  expect((await engine.matches({ offer })).map(({ needId }) => needId)).toContain(there);
  await papers.share(helper, check, false);
  await react(helper.personId);
  expect((await engine.matches({ offer })).map(({ needId }) => needId)).not.toContain(there);
});

test('what a suspended organization has seen counts for nobody at once, and again when it is back', async () => {
  const { source, clock, catalogue, index } = engine;
  const organizations = new OrganizationsService(source, clock, catalogue, new IdentityService(source, clock));
  const [helper, other] = [await engine.people.person('Вера Готовая'), await engine.people.person('Лев Прежний')];
  const elsewhere = await engine.people.organization(
    (await engine.people.person('Третья организация')).personId,
    'verified',
    8,
  );
  const there = await engine.openNeed(VISITS);
  await source.query('UPDATE needs SET organization_id = $2 WHERE id = $1', [there, elsewhere]);
  await index.rebuild(source);
  const offer = await hours(helper);
  await papers.share(helper, await seen(helper), true);
  await papers.end(engine.coordinator, engine.organization, await seen(other));
  await react(helper.personId);
  const told = async (): Promise<string[]> => {
    const after = await engine.relay();
    const facts: { id: string }[] = await source.query(
      `SELECT payload ->> 'personId' AS id FROM facts WHERE type = 'person.papers-changed' AND position > $1`,
      [before],
    );
    for (const { id } of facts) await react(id); // as the worker does
    before = after;
    return facts.map(({ id }) => id);
  };
  const fits = async (): Promise<boolean[]> => [
    index.bestNeeds(offer, clock.now().getTime()).some(({ id }) => id === there),
    (await engine.matches({ offer, need: there })).length === 1,
  ];
  let before = await engine.relay();
  expect(await fits()).toEqual([true, true]);
  await engine.run((tx) => organizations.suspend(tx, engine.moderator, engine.organization, 'Проверяем жалобу.'));
  expect([
    (await told()).filter((id) => [helper, other].some(({ personId }) => id === personId)),
    await fits(),
  ]).toEqual([[helper.personId], [false, false]]);
  await engine.run((tx) =>
    organizations.reinstate(tx, engine.moderator, engine.organization, 'Жалоба не подтвердилась.'),
  );
  expect([await told(), await fits()]).toEqual([expect.arrayContaining([helper.personId]), [true, true]]);
});

test('who may record, with which code, and what is wrong with a form', async () => {
  const helper = await engine.people.person('Мария Готовая');
  const { code } = await papers.newCode(helper);
  const form = { code, paper: 'identity', seenOn: day(0), validUntil: day(30) };
  expect(await answerOf(papers.record(helper, engine.organization, form))).toBe('papers.not-yours');
  expect(
    await answerOf(
      papers.record(engine.coordinator, engine.organization, { ...form, validUntil: day(-3), paper: 'horoscope' }),
    ),
  ).toBe('form.invalid: paper form.not-in-list: validUntil papers.valid-in-past');
  expect(
    await answerOf(papers.record(engine.coordinator, engine.organization, { ...form, code: '0000-0000-0000' })),
  ).toBe('form.invalid: code papers.code-unknown');
  expect(
    await answerOf(
      papers.record(engine.coordinator, engine.organization, {
        ...form,
        code: (await papers.newCode(engine.coordinator)).code,
      }),
    ),
  ).toBe('papers.own');
  expect(await answerOf(papers.record(engine.coordinator, engine.organization, form))).toBe('done');
  expect(await answerOf(papers.record(engine.coordinator, engine.organization, form))).toBe(
    'form.invalid: code papers.code-unknown',
  ); // a code works once
  const late = (await papers.newCode(helper)).code;
  engine.clock.set(new Date(engine.clock.now().getTime() + 8 * DAY_MS));
  expect(
    await answerOf(papers.record(engine.coordinator, engine.organization, { ...form, seenOn: day(0), code: late })),
  ).toBe('form.invalid: code papers.code-unknown');
  expect((await reads.ofPerson(helper)).items).toMatchObject([
    { paper: 'identity', forAll: false, status: 'valid', can: ['share'] },
  ]);
  expect(await answerOf(reads.ofOrganization(helper, engine.organization, 20, null))).toBe('papers.not-yours');
  const all = await reads.ofOrganization(engine.coordinator, engine.organization, 20, null);
  expect(all.can).toEqual(['record']);
  expect(all.items.find(({ person }) => person.id === helper.personId)).toMatchObject({
    seenBy: { name: 'Мария Орлова' },
    can: ['end'],
  });
  const pages: string[][] = []; // one by one, as far as the cursor leads
  for (let after: Parameters<PaperChecksQueries['ofOrganization']>[3] | undefined = null; after !== undefined;) {
    const { items, next } = await reads.ofOrganization(engine.coordinator, engine.organization, 1, after);
    pages.push(items.map(({ id }) => id));
    after = next ?? undefined;
  }
  expect(pages).toEqual(all.items.map(({ id }) => [id]));
  expect(all.items.length).toBeGreaterThan(1);
});

test('both sides hear two weeks before the end, once; at the end it counts for nobody at once, and an erased person leaves nothing', async () => {
  const helper = await engine.people.person('Ирина Верная');
  await engine.source.query(
    `INSERT INTO grants (id, person_id, role, object_type, object_id) VALUES ($1, $2, 'coordinator', 'organization', $3)`,
    [newId(), engine.coordinator.personId, engine.organization],
  );
  const need = await engine.openNeed({ ...VISITS, deadline: new Date(engine.clock.now().getTime() + 60 * DAY_MS) });
  const offer = await hours(helper);
  await seen(helper, day(20));
  await react(helper.personId);
  const [match] = await engine.matches({ offer, need });
  expect(match).toBeDefined();
  expect(await reminders.tick()).toBe(0);
  engine.clock.set(new Date(engine.clock.now().getTime() + 8 * DAY_MS));
  expect([await reminders.tick(), await reminders.tick()]).toEqual([1, 0]);
  const told = await readMails(engine.source, `m.template LIKE 'papers.%'`);
  expect(told.map(({ template, personId }) => [template, personId === helper.personId]).sort()).toEqual([
    ['papers.own-run-out', true],
    ['papers.run-out', false],
  ]);
  expect(told.every(({ body }) => body.includes('справка'))).toBe(true);

  engine.clock.set(new Date(engine.clock.now().getTime() + 13 * DAY_MS));
  expect(engine.index.bestNeeds(offer, engine.clock.now().getTime()).map(({ id }) => id)).not.toContain(need); // no job has run
  expect(await answerOf(engine.life.accept(helper, match?.id ?? ''))).toBe('match.papers-not-seen');
  await reminders.tick();
  expect(
    await engine.source.query(
      `SELECT 1 FROM facts WHERE type = 'person.papers-changed' AND payload ->> 'personId' = $1`,
      [helper.personId],
    ),
  ).toHaveLength(2);
  await react(helper.personId);
  expect(await engine.matches({ offer, need })).toEqual([]);

  await papers.newCode(helper);
  await engine.run((tx) => forgetPapers(tx, { personId: helper.personId, ids: [], addresses: [], names: [] }));
  expect(await reads.ofPerson(helper)).toEqual({ items: [], code: null });
});
