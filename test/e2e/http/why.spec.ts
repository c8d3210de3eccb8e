import { parse } from 'csv-parse/sync';
import { Clearings, PLAN_COLUMNS, runTask } from '#clearing';
import { Clock } from '#kernel';
import type { Caller } from '../../support/api.js';
import { asOwner } from '../../support/database.js';
import { openRegion, type OpenRegion } from '../../support/open-region.js';
import { ok } from '../../support/region.js';

let { db, api, region, close } = {} as OpenRegion;
beforeAll(async () => {
  ({ db, api, region, close } = await openRegion());
});
afterAll(() => close?.());

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const english = { 'accept-language': 'en' };

test('an offer without proposals says why, and the edit that it names is taken as it is', async () => {
  await region.openNeed({ place: 'zeya', quantity: '30' });
  const offer = await region.postOffer({ place: 'tynda', radiusKm: 20, minLot: '40' });
  const why = ok(await region.donor.get(`/offers/${offer}/why-not`)).body;
  expect(why).toMatchObject({
    offerId: offer,
    fits: 0,
    funnel: [
      { condition: 'kind', left: 1 },
      { condition: 'purpose', left: 1 },
      { condition: 'unit' },
      { condition: 'distance', left: 0 },
      { condition: 'time' },
      { condition: 'minima' },
      { condition: 'declined' },
    ],
  });
  expect(why.changes).toEqual([]); // two things stand in the way

  await change(region.donor, offer, { radiusKm: 900 });
  const [lower] = ok(await region.donor.get(`/offers/${offer}/why-not`, english)).body.changes;
  expect(lower).toEqual({
    change: 'lower-lot',
    to: 30,
    opens: 1,
    sentence: 'Giving in parts of 30\u00a0pieces would suit 1 more need.',
    edit: { minLot: '30', unit: 'pcs' },
  });
  await change(region.donor, offer, lower.edit);
  expect(ok(await region.donor.get(`/offers/${offer}/why-not`)).body).toMatchObject({
    fits: 1,
    sentence: expect.stringMatching(/^Подходит 1.нужда/),
    changes: [],
  });
});

test('the offer of somebody else and one that never was look alike', async () => {
  const offer = await region.postOffer();
  const [foreign, never] = [
    await region.coordinator.get(`/offers/${offer}/why-not`),
    await region.coordinator.get('/offers/01a20e15-0000-7000-8000-000000000000/why-not'),
  ];
  expect([foreign.status, foreign.body.code]).toEqual([404, 'offer.not-found']);
  expect({ ...foreign.body, instance: '' }).toEqual({ ...never.body, instance: '' });
});

test('the donor of a planned match hears which need looked better and who brings it what it needs', async () => {
  await db.source.query(`UPDATE needs SET status = 'withdrawn'`);
  await db.source.query(`UPDATE offers SET status = 'withdrawn'`);
  const near = await region.openNeed({ place: 'zeya', quantity: '50', title: 'Рядом' });
  const far = await region.openNeed({ place: 'tynda', quantity: '50', title: 'Далеко' });
  const anywhere = await region.postOffer({ place: 'zeya', radiusKm: 900 });
  const tied = await region.postOffer({ place: 'zeya', radiusKm: 5 }, await api.person());
  const clearing = await new Clearings(db.source, new Clock()).start(null, { kinds: ['goods'], gap: 0 });
  await runTask({ databaseUrl: db.url, clearingId: clearing });

  const [match] = ok(await region.donor.get(`/matches?offer=${anywhere}`)).body.items;
  expect([match.need.id, match.clearing]).toEqual([far, clearing]);
  const told = ok(await region.donor.get(`/matches/${match.id}/passed-over`)).body;
  expect(told).toMatchObject({
    matchId: match.id,
    from: 'clearing',
    clearing,
    score: match.score,
    unit: 'pcs',
    better: 1,
    needs: [
      { need: { id: near, title: 'Рядом', place: 'zeya' }, reason: 'met', matched: 50, needed: 50, differences: [] },
    ],
  });
  expect(told.needs[0].score).toBeGreaterThan(match.score);
  expect(plain(told.sentence)).toMatch(/^На момент клиринга \d+ [а-я]+ 1 нужда подходила вашему вкладу лучше\./);
  expect(plain(told.needs[0].sentence)).toMatch(/^По плану всё, что там было нужно, 50 шт, приносили другие\./);
  expect(ok(await region.donor.get(`/matches/${match.id}/passed-over`, english)).body.needs[0].sentence).toMatch(
    /^In the plan others brought all that was needed there, 50.pieces\./,
  );
  for (const secret of [tied, region.coordinator.personId]) expect(JSON.stringify(told)).not.toContain(secret); // nobody learns who the others are

  const [coordinator, stranger] = [
    await region.coordinator.get(`/matches/${match.id}/passed-over`),
    await (await api.person()).get(`/matches/${match.id}/passed-over`),
  ];
  expect([coordinator.body.code, stranger.body.code]).toEqual(['match.for-its-donor', 'match.not-found']);
  expect(ok(await region.moderator.get(`/matches/${match.id}/passed-over`)).body.better).toBe(1);

  await asOwner(db, 'DELETE FROM clearing_passed_over WHERE clearing_id = $1', [clearing]); // a run from before this was kept
  expect(ok(await region.donor.get(`/matches/${match.id}/passed-over`)).body).toMatchObject({
    from: 'not-kept',
    better: 0,
    needs: [],
  });
});

test('a match that was found at once stands beside others, with what makes the difference', async () => {
  const offer = await region.postOffer();
  const [mine, lower] = [
    await region.propose(offer, await region.openNeed(), 50),
    await region.propose(offer, await region.openNeed({ title: 'Дальше' }), 50),
  ];
  expect(ok(await region.donor.get(`/matches/${mine}/passed-over`)).body).toMatchObject({
    from: 'at-once',
    clearing: null,
    better: 0,
    needs: [{ reason: 'lower', differences: [] }],
  });
  const parts = (place: number): string =>
    JSON.stringify([{ part: 'place', value: place, weight: 150_000, ru: 'Близость', en: 'Nearness' }]);
  await db.source.query('UPDATE matches SET score = 150000, parts = $2 WHERE id = $1', [mine, parts(1_000_000)]);
  await db.source.query('UPDATE matches SET score = 75000, parts = $2 WHERE id = $1', [lower, parts(500_000)]);
  const told = ok(await region.donor.get(`/matches/${mine}/passed-over`)).body;
  expect(told.needs).toMatchObject([
    {
      need: { title: 'Дальше' },
      score: 75_000,
      reason: 'lower',
      matched: null,
      differences: [{ part: 'place', points: -8 }],
    },
  ]);
  expect(plain(told.needs[0].sentence)).toBe('На 7 баллов ниже: близость −8.');
  expect(ok(await region.donor.get(`/matches/${lower}/passed-over`)).body.needs[0]).toMatchObject({
    reason: 'higher',
    differences: [{ points: 8 }],
  });
});

async function change(who: Caller, offer: string, edit: object): Promise<void> {
  const { version } = ok(await who.get(`/offers/${offer}`)).body;
  ok(await who.patch(`/offers/${offer}`, edit, { 'if-match': `"v${version}"` }));
}

test('the plan of a clearing is a file for everybody; offers are named to administrators only', async () => {
  const [{ id }] = await db.source.query('SELECT id FROM clearings ORDER BY number DESC LIMIT 1');
  await db.source.query(
    `UPDATE offers SET external_id = 'склад; 7' WHERE id IN (SELECT offer_id FROM clearing_lines WHERE clearing_id = $1 AND line = 0)`,
    [id],
  );
  const lines = ok(await (await api.person('administrator')).get(`/clearings/${id}/lines`)).body.items;
  const open = ok(await api.visitor().get(`/clearings/${id}/plan.csv`));
  expect([open.headers.get('content-type'), open.headers.get('content-disposition')]).toEqual([
    'text/csv; charset=utf-8',
    expect.stringMatching(/^attachment; filename="clearing-\d+-plan\.csv"$/),
  ]);
  const rows = parse(open.text, { columns: true }) as Record<string, string>[];
  expect(Object.keys(rows[0]!)).toEqual([...PLAN_COLUMNS]);
  expect(rows.map(({ offer }) => offer)).toEqual(['offer-1', 'offer-2']);
  expect(rows.map(({ need, quantity, unit, score }) => [need, Number(quantity), unit, Number(score)])).toEqual(
    lines.map((line: { need: { id: string }; amount: number; unit: string; score: number }) => [
      line.need.id,
      line.amount,
      line.unit,
      line.score,
    ]),
  );
  expect(JSON.parse(rows[0]!.parts!)).toMatchObject({ purpose: 1_000_000 });
  const table = ok(await api.visitor().get(`/clearings/${id}/plan-table.csv`)).text.split('\r\n'); // for people: their units, in Russian for Excel
  expect(table[0]).toBe('Вклад;Нужда, №;Нужда;Что;Количество;Единица;Балл из 100');
  expect(table.slice(1, -1).map((row) => row.split(';')[0])).toEqual(['offer-1', 'offer-2']);
  for (const line of lines) expect(open.text).not.toContain(line.offer);
  const named = parse(ok(await (await api.person('administrator')).get(`/clearings/${id}/plan.csv`)).text, {
    columns: true,
  }) as Record<string, string>[];
  expect(named.map(({ offer }) => offer)).toEqual(['склад; 7', lines[1].offer]);
});
