import { WhyNotReads } from '#matching';
import { answerOf } from '../needs/fixture.js';
import { openEngine, type Engine } from './engine-fixture.js';

let engine: Engine;
let reads: WhyNotReads;
beforeAll(async () => {
  engine = await openEngine();
  reads = new WhyNotReads(engine.source, engine.clock, engine.catalogue, engine.ledger, engine.offerReads);
});
afterAll(() => engine.db.drop());

const plain = (text: string | undefined): string | undefined => text?.replaceAll('\u00a0', ' ');

test('a need without proposals says why, what is nearest, and what would open some', async () => {
  const need = await engine.openNeed(); // heaters for Selemdzhinsky
  const ask = async (locale: 'ru' | 'en' = 'ru') => reads.whyNot(engine.coordinator, need, locale);
  expect(plain((await ask()).sentence)).toBe('Пока никто не предлагает вещей.');
  await engine.postOffer({ item: 'furniture', category: 'relief-household' });
  expect(await ask()).toMatchObject({ fits: 0, changes: [{ change: 'any-item', opens: 1 }] });

  await engine.postOffer({ radiusKm: 100 }); // from Zeya
  const far = await ask();
  expect(far.funnel.map(({ condition, left }) => [condition, left])).toEqual([
    ['kind', 2],
    ['purpose', 1],
    ['unit', 1],
    ['distance', 0],
    ['time', 0],
    ['minima', 0],
    ['declined', 0],
  ]);
  expect(far.nearest?.shortByKm).toBe((far.nearest?.km ?? 0) - 100);
  expect(plain(far.sentence)).toBe(
    `Ближайший вклад в ${far.nearest?.km} км по прямой, дарителю не хватает ${far.nearest?.shortByKm} км.`,
  );
  expect(far.changes.map(({ change }) => change)).toEqual(['any-item']);
  expect(JSON.stringify(far)).not.toContain(engine.donor.personId);

  const near = await engine.postOffer({ radiusKm: 900 });
  expect(await ask()).toMatchObject({ fits: 1 });
  await engine.forOffer(near);
  const [match] = await engine.matches({ offer: near });
  await engine.life.decline(engine.donor, match?.id ?? '', 'too-far');
  expect(await ask()).toMatchObject({ fits: 0, sentence: expect.stringContaining('отклонены') });
});

test('only the organization and moderators hear it', async () => {
  const need = await engine.openNeed();
  expect(await answerOf(reads.whyNot(engine.donor, need, 'ru'))).toBe('match.not-found');
  expect(await answerOf(reads.whyNot(engine.moderator, need, 'ru'))).toBe('done');
  expect(await answerOf(reads.whyNot(engine.moderator, '00000000-0000-7000-8000-000000000000', 'ru'))).toBe(
    'match.not-found',
  );
});

test('an offer without proposals says why, and its edit opens what was promised', async () => {
  const donor = await engine.people.person('Вера Дальняя');
  const offer = await engine.postOffer({ item: 'heater', radiusKm: 20, place: 'zeya', minLot: '50' }, donor);
  const need = await engine.openNeed({ quantity: '30' });
  const ask = async (locale: 'ru' | 'en' = 'ru') => reads.whyNotOffer(donor, offer, locale);
  const far = await ask();
  expect(far).toMatchObject({ offerId: offer, fits: 0 });
  expect(far.funnel.map(({ condition, left }) => [condition, left > 0])).toEqual([
    ['kind', true],
    ['purpose', true],
    ['unit', true],
    ['distance', false],
    ['time', false],
    ['minima', false],
    ['declined', false],
  ]);
  const wider = far.changes.find(({ change }) => change === 'wider-radius');
  expect(wider?.edit).toEqual({ radiusKm: far.nearest?.km ?? 0 });
  expect(plain((await ask('en')).sentence)).toBe(
    `The nearest need is ${far.nearest?.km} km away as the crow flies, ${far.nearest?.shortByKm} km further than you said.`,
  );
  expect(JSON.stringify(far)).not.toContain(engine.organization);

  await engine.offers.edit(donor, offer, 1, { radiusKm: wider?.edit?.radiusKm as number });
  const near = await ask();
  expect(near.fits).toBe(wider?.opens);
  const lower = near.changes.find(({ change }) => change === 'lower-lot');
  expect(lower).toMatchObject({ edit: { minLot: '30', unit: 'pcs' }, opens: 1 });
  await engine.offers.edit(donor, offer, 2, lower?.edit as object);
  expect((await ask()).fits).toBe(near.fits + 1);
  await engine.forOffer(offer);
  expect((await engine.matches({ offer })).map(({ needId }) => needId)).toContain(need);
});

test('a gift that is bound goes where it is bound to, or waits and says so', async () => {
  const donor = await engine.people.person('Вера Верная');
  const [chosen, other] = [await engine.openNeed(), await engine.openNeed()];
  const bound = await engine.postOffer({ item: 'heater', radiusKm: 900, only: [chosen] }, donor);
  await engine.forOffer(bound);
  expect((await engine.matches({ offer: bound })).map(({ needId }) => needId)).toEqual([chosen]);
  await engine.forNeed(other);
  expect(await engine.matches({ offer: bound, need: other })).toEqual([]);

  const waits = await engine.postOffer({ item: 'heater', radiusKm: 900, only: ['tynda'] }, donor);
  await engine.forOffer(waits);
  expect(await engine.matches({ offer: waits })).toEqual([]);
  const why = await reads.whyNotOffer(donor, waits, 'ru');
  expect([plain(why.sentence), why.changes.map(({ change, edit }) => [change, edit])]).toEqual([
    'Нужды есть, но не у тех, для кого вы отдаёте. Вклад ждёт.',
    [['unbind', { only: [] }]],
  ]);
  await engine.offers.edit(donor, waits, 1, { only: [] });
  await engine.forOffer(waits);
  expect((await engine.matches({ offer: waits })).length).toBeGreaterThan(1);
});

test('only the donor and moderators hear it of an offer', async () => {
  const offer = await engine.postOffer();
  expect(await answerOf(reads.whyNotOffer(engine.coordinator, offer, 'ru'))).toBe('offer.not-found');
  expect(await answerOf(reads.whyNotOffer(engine.moderator, offer, 'ru'))).toBe('done');
  expect(await answerOf(reads.whyNotOffer(engine.moderator, '00000000-0000-7000-8000-000000000000', 'ru'))).toBe(
    'offer.not-found',
  );
});
