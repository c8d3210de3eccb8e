import pg from 'pg';
import { storedSentence } from '#engine';
import { DAY_MS, newId } from '#kernel';
import { MatchIndex, matchingChecks, PlannedProposals, ProposalBacklog, Proposer } from '#matching';
import { announce, CHANNELS, record } from '#platform';
import { until } from '../platform/jobs-story.js';
import { openEngine, type Engine } from './engine-fixture.js';
import { asOwner } from '../../support/database.js';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(async () => {
  for (const { sentence, sql } of matchingChecks)
    expect([sentence, await engine.source.query(sql)]).toEqual([sentence, []]);
  await engine.db.drop();
});

/** Rows of other tests stay open, so each test works with a thing of its own. */
const thing = (item: string) => ({ item, category: engine.catalogue.item(item)?.category ?? '' });
const pairs = (rows: readonly { offerId: string; needId: string; amount: number }[]) =>
  rows.map(({ offerId, needId, amount }) => `${offerId} ${needId} ${amount}`).sort();
/** Both sides' jobs, as after a match moved. */
const both = async (offer: string, need: string): Promise<void> => {
  await engine.forOffer(offer);
  await engine.forNeed(need);
};

test('an offer meets a need: amount, reasons in two languages, word to both sides, once', async () => {
  const { forOffer, matches, told } = engine;
  const listener = new pg.Client({ connectionString: engine.db.url });
  await listener.connect();
  const heard: { event: string; id: string; partyIds: string[] }[] = [];
  listener.on('notification', (message) => heard.push(JSON.parse(message.payload ?? '') as (typeof heard)[number]));
  await listener.query(`LISTEN ${CHANNELS.events}`);

  const need = await engine.openNeed();
  const offer = await engine.postOffer();
  await forOffer(offer);
  const [match] = await matches({ offer });
  expect(match).toMatchObject({ needId: need, amount: 50, unit: 'pcs' });
  expect(match?.score).toBe(
    Math.floor((match?.parts ?? []).reduce((sum, { value, weight }) => sum + value * weight, 0) / 1_000_000),
  );
  expect(match?.parts.map(({ part }) => part)).toEqual([
    'purpose',
    'place',
    'urgency',
    'waiting',
    'completion',
    'trust',
  ]);
  expect(match?.parts[0]).toMatchObject({ value: 1_000_000, weight: 250_000 });
  expect(storedSentence(match!.parts[0]!, 'en')).toMatch(/^exactly this: /);

  const before = await told();
  await forOffer(offer);
  await engine.forNeed(need);
  expect(await matches({ offer })).toEqual([match]);
  expect(await told()).toBe(before);
  await engine.run(async (tx) => announce(tx, { event: 'match.changed', id: 'end', partyIds: [] })); // words come in order
  await until('the last word', () => heard.some(({ id }) => id === 'end'));
  await listener.end();
  expect(heard.filter(({ event }) => event.endsWith('.proposals'))).toEqual([
    { event: 'offer.proposals', id: offer, partyIds: [engine.donor.personId] },
    { event: 'need.proposals', id: need, partyIds: [engine.organization] },
  ]);
});

test('several needs for one offer, several offers for one need, each as large as both sides allow', async () => {
  const canned = thing('food-canned');
  const small = await engine.openNeed({ ...canned, quantity: '8' });
  const large = await engine.openNeed({ ...canned, quantity: '500', minQuantity: '40' });
  const fifty = await engine.postOffer({ ...canned, quantity: '50', minLot: '5' });
  const thirty = await engine.postOffer({ ...canned, quantity: '30', minLot: '9' }); // its lot is more than the small need, all of it less than the large one takes
  const twenty = await engine.postOffer({ ...canned, quantity: '20', minLot: '1' });
  for (const offer of [fifty, thirty, twenty]) await engine.forOffer(offer);
  const rows = [...(await engine.matches({ need: small })), ...(await engine.matches({ need: large }))];
  expect(pairs(rows)).toEqual(
    pairs([
      { offerId: fifty, needId: small, amount: 8 },
      { offerId: fifty, needId: large, amount: 50 },
      { offerId: twenty, needId: small, amount: 8 },
    ]),
  );
});

test('boxes are proposed whole, what a clearing planned of them is lowered to whole ones, and the reason says so', async () => {
  const petFood = thing('pet-food');
  const boxes = {
    quantity: '2',
    unit: 'pack',
    each: { quantity: '12.5', unit: 'kg' },
    bestBefore: new Date('2028-01-01T00:00:00Z'),
    coldChain: false,
  };
  const [twenty, ten] = [
    await engine.openNeed({ ...petFood, quantity: '20', unit: 'kg' }),
    await engine.openNeed({ ...petFood, quantity: '10', unit: 'kg' }),
  ];
  const offer = await engine.postOffer({ ...petFood, ...boxes });
  await engine.forOffer(offer);
  const [proposed, ...others] = await engine.matches({ offer });
  expect([proposed, others]).toMatchObject([{ needId: twenty, amount: 12_500 }, []]);
  expect(proposed?.parts.find(({ part }) => part === 'completion')).toMatchObject({ key: 'completion.boxes' });
  const run = newId();
  const at = engine.clock.now();
  await engine.source.query(
    `INSERT INTO clearings (id, status, kinds, dry_run, gap, weights, weights_version, at, input_digest, plan_digest, report, finished_at) VALUES ($1, 'done', '{goods}', false, 0, '{}', 1, $2, '', '', '{}', $2)`,
    [run, at],
  );
  await engine.source.query('UPDATE matches SET clearing_id = $2, amount = 20000 WHERE id = $1', [proposed?.id, run]); // a plan from before boxes were whole
  await engine.forOffer(offer);
  expect(await engine.matches({ offer })).toMatchObject([{ needId: twenty, amount: 12_500 }]);
  await engine.source.query('UPDATE matches SET amount = 5000 WHERE id = $1', [proposed?.id]);
  await engine.forOffer(offer);
  expect(await engine.matches({ offer })).toEqual([]);

  const lines = [
    { line: 1, offerId: offer, needId: twenty, amount: 20_000 },
    { line: 2, offerId: offer, needId: ten, amount: 10_000 },
  ];
  for (const { line, offerId, needId, amount } of lines)
    await engine.source.query(
      `INSERT INTO clearing_lines (clearing_id, line, offer_id, need_id, kind, unit, amount, score, parts) VALUES ($1, $2, $3, $4, 'goods', 'gram', $5, 500000, '[]')`,
      [run, line, offerId, needId, amount],
    );
  const { outcomes } = await engine.run((tx) =>
    new PlannedProposals(engine.catalogue, engine.ledger).write(tx, { clearingId: run, weightsVersion: 1 }, lines, at),
  );
  expect([...outcomes]).toEqual([
    [1, 'lowered'],
    [2, 'overtaken'],
  ]);
  expect(await engine.matches({ offer })).toMatchObject([{ needId: twenty, amount: 12_500 }]);
  expect(await engine.matches({ need: ten })).toEqual([]);
});

test('what is held lowers the other proposals, a full need loses them, a voided hold brings them back: but not at once to those who cancelled', async () => {
  const soap = thing('hygiene-soap');
  const need = await engine.openNeed({ ...soap, quantity: '60', autoAccept: false });
  const other = await engine.openNeed({ ...soap, quantity: '30' });
  const first = await engine.postOffer({ ...soap, quantity: '50' });
  const second = await engine.postOffer({ ...soap, quantity: '60' });
  for (const offer of [first, second]) await engine.forOffer(offer);
  const amounts = async (offer: string) =>
    Object.fromEntries(
      (await engine.matches({ offer })).map(({ needId, amount }) => [needId === need ? 'need' : 'other', amount]),
    );
  expect([await amounts(first), await amounts(second)]).toEqual([
    { need: 50, other: 30 },
    { need: 60, other: 30 },
  ]);

  const [match] = (await engine.matches({ offer: first })).filter((row) => row.needId === need);
  await engine.life.accept(engine.donor, match?.id ?? '');
  await both(first, need);
  expect([await amounts(first), await amounts(second)]).toEqual([{}, { need: 10, other: 30 }]);
  expect((await engine.matches({ offer: first }, 'expired')).map(({ needId, reason }) => [needId, reason])).toEqual([
    [other, 'no-longer-fits'],
  ]);
  expect(await engine.matches({ offer: first }, 'held')).toMatchObject([{ id: match?.id, amount: 50 }]);

  const [rest] = (await engine.matches({ offer: second })).filter((row) => row.needId === need);
  await engine.life.accept(engine.donor, rest?.id ?? '');
  await both(second, need);
  expect(await engine.matches({ need })).toEqual([]);

  await engine.life.cancel(engine.donor, match?.id ?? '');
  await both(first, need);
  expect([await amounts(first), await amounts(second)]).toEqual([{ other: 30 }, { other: 30 }]); // the second pair has its match already, the first would only be cancelled again
  const start = engine.clock.now();
  engine.clock.forward(30 * DAY_MS);
  await engine.forNeed(need);
  expect(await amounts(first)).toEqual({ need: 50, other: 30 });
  engine.clock.set(start);
  await engine.forNeed(need);
});

test('a declined pair does not meet again; "not now" does, after 90 days', async () => {
  const furniture = thing('furniture');
  const need = await engine.openNeed({ ...furniture, quantity: '5' });
  const [never, later] = [
    await engine.postOffer({ ...furniture, quantity: '5' }),
    await engine.postOffer({ ...furniture, quantity: '5' }),
  ];
  await engine.forNeed(need);
  for (const match of await engine.matches({ need }))
    await engine.life.decline(engine.donor, match.id, match.offerId === never ? 'too-far' : 'not-now');
  await engine.forNeed(need);
  expect(await engine.matches({ need })).toEqual([]);
  const start = engine.clock.now();
  engine.clock.forward(90 * DAY_MS);
  await engine.source.query(`UPDATE offers SET until = until + interval '200 days' WHERE id = ANY($1)`, [
    [never, later],
  ]);
  await engine.index.rebuild(engine.source); // the row was changed by hand, without a fact
  await engine.forNeed(need);
  expect((await engine.matches({ need })).map((row) => row.offerId)).toEqual([later]);
  engine.clock.set(start);
  await engine.forNeed(need);
  expect(await engine.matches({ need })).toEqual([]);
});

test('money for any cause, for a sphere and for a category; not for the donor’s own organization', async () => {
  const money = { kind: 'money', item: undefined, category: 'relief-clothing', unit: 'rub' } as const;
  const need = await engine.openNeed({ ...money, quantity: '10000.50' });
  const give = (category: string | undefined, who = engine.donor) =>
    engine.postOffer(
      {
        kind: 'money',
        item: undefined,
        category,
        quantity: '3000',
        unit: 'rub',
        place: undefined,
        radiusKm: undefined,
      },
      who,
    );
  const [any, sphere, exact, elsewhere] = [
    await give(undefined),
    await give('relief'),
    await give('relief-clothing'),
    await give('culture'),
  ];
  await engine.run((tx) =>
    tx.query(
      `INSERT INTO grants (id, person_id, role, object_type, object_id) VALUES (gen_random_uuid(), $1, 'owner', 'organization', $2)`,
      [engine.coordinator.personId, engine.organization],
    ),
  );
  const own = await give('relief-clothing', engine.coordinator);
  await engine.forNeed(need);
  const found = await engine.matches({ need });
  expect(found.map(({ offerId, amount }) => [offerId, amount])).toEqual([
    [exact, 300_000],
    [sphere, 300_000],
    [any, 300_000],
  ]);
  expect(found.map(({ offerId }) => offerId)).not.toEqual(expect.arrayContaining([elsewhere, own]));
  expect(found[0]?.parts.find(({ part }) => part === 'place')).toMatchObject({
    value: 1_000_000,
    key: 'place.money',
    params: {},
  });
});

test('a suspended organization gets no proposals until it is verified again', async () => {
  const nappies = thing('diapers-child');
  const need = await engine.openNeed({ ...nappies, quantity: '5' });
  await engine.postOffer({ ...nappies, quantity: '5' });
  await engine.forNeed(need);
  expect(await engine.matches({ need })).toHaveLength(1);
  const turn = async (status: 'suspended' | 'verified'): Promise<void> => {
    await engine.source.query('UPDATE organizations SET status = $2 WHERE id = $1', [engine.organization, status]);
    await engine.source.query(`INSERT INTO facts (id, type, payload) VALUES (gen_random_uuid(), $1, $2)`, [
      `organization.${status}`,
      { organizationId: engine.organization },
    ]);
    const position = await engine.relay();
    await engine.run((tx) => engine.proposer.proposeForOrganization(tx, position, engine.organization));
  };
  await turn('suspended');
  expect(await engine.matches({ need })).toEqual([]);
  await turn('verified');
  expect(await engine.matches({ need })).toHaveLength(1);
});

test('the jobs may run in any order, twice, in two processes and at once: the proposals are the same', async () => {
  const clothes = thing('clothes-adult');
  const needs = [
    await engine.openNeed({ ...clothes, quantity: '20' }),
    await engine.openNeed({ ...clothes, quantity: '7', minQuantity: '7' }),
    await engine.openNeed({ ...clothes, quantity: '100', minQuantity: '30' }),
  ];
  const offers = [
    await engine.postOffer({ ...clothes, quantity: '25' }),
    await engine.postOffer({ ...clothes, quantity: '6' }),
    await engine.postOffer({ ...clothes, quantity: '90', minLot: '10' }),
  ];
  const other = new Proposer(
    engine.source,
    engine.clock,
    engine.catalogue,
    engine.ledger,
    new MatchIndex(engine.clock, engine.catalogue, engine.ledger),
  );
  const state = async () => pairs((await Promise.all(needs.map((need) => engine.matches({ need })))).flat());
  const wipe = () => asOwner(engine.db, `DELETE FROM matches WHERE need_id = ANY($1)`, [needs]);
  const jobs = [
    ...needs.map((id) => (by?: Proposer) => engine.forNeed(id, by)),
    ...offers.map((id) => (by?: Proposer) => engine.forOffer(id, by)),
  ];

  for (const job of jobs) await job();
  const expected = await state();
  expect(expected).toHaveLength(5); // 25: all but the 100, which takes 30 or more; 6: the 20 only; 90 in lots of 10: the 20 and the 100
  for (let round = 0; round < 6; round++) {
    await wipe();
    const order = [...jobs, ...jobs].map((job) => [Math.random(), job] as const).sort((a, b) => a[0] - b[0]);
    for (const [luck, job] of order) await job(luck < 0.5 ? other : undefined);
    expect(await state()).toEqual(expected);
  }
  for (let round = 0; round < 4; round++) {
    await wipe();
    await Promise.all([...jobs, ...jobs].map((job, at) => job(at % 2 ? other : undefined)));
    expect(await state()).toEqual(expected);
  }
});

test('in a rush an offer has its few best needs at once and the others when there is time: the same as in quiet', async () => {
  const rice = thing('food-dry'),
    { run, relay, clock, proposer, source, matches } = engine;
  for (let at = 0; at < 7; at++) await engine.openNeed({ ...rice, unit: 'kg', quantity: String(3 + at) });
  const [calm, rushed] = [
    await engine.postOffer({ ...rice, unit: 'kg', quantity: '40' }),
    await engine.postOffer({ ...rice, unit: 'kg', quantity: '40' }),
  ];
  await engine.forOffer(calm);
  const backlog = new ProposalBacklog(source, clock, proposer);
  const waits = () => source.query('SELECT offer_id AS id FROM offer_proposal_backlog');
  while ((await backlog.workOff()) > 0); // what other tests left
  const answer = async (since: Date) =>
    run(async (tx) => proposer.proposeForOffers(tx, await relay(), [rushed], since));

  await answer(new Date(clock.now().getTime() - 1_500)); // the queue is behind by more than a second
  const [all, few] = [await matches({ offer: calm }), await matches({ offer: rushed })];
  expect(all).toHaveLength(7);
  expect(few.map(({ needId }) => needId)).toEqual(all.slice(0, 5).map(({ needId }) => needId));
  expect(await waits()).toEqual([{ id: rushed }]);

  await answer(new Date(clock.now().getTime() - 1_500)); // the message comes twice
  expect([await matches({ offer: rushed }), await waits()]).toEqual([few, [{ id: rushed }]]);
  expect(await backlog.workOff()).toBe(0); // not before its time
  clock.forward(61_000);
  expect(await backlog.workOff()).toBe(1);
  expect((await matches({ offer: rushed })).map(({ needId }) => needId)).toEqual(all.map(({ needId }) => needId));
  expect(await waits()).toEqual([]);
  await answer(clock.now()); // in time: nothing is put off
  expect(await waits()).toEqual([]);

  const crowd = await Promise.all([1, 2, 3, 4].map(() => engine.postOffer({ ...rice, unit: 'kg', quantity: '40' })));
  await run(async (tx) => proposer.proposeForOffers(tx, await relay(), crowd, clock.now())); // in time, but many in one moment
  for (const offer of crowd) expect(await matches({ offer })).toHaveLength(5);
  clock.forward(61_000);
  await answer(new Date(clock.now().getTime() - 1_500));
  expect(await backlog.workOff()).toBe(0); // people wait
  clock.forward(6_000);
  expect(await backlog.workOff()).toBe(4);
  clock.forward(660_000);
  await answer(new Date(clock.now().getTime() - 1_500));
  expect(await backlog.workOff()).toBe(1); // the last one has waited for long enough
  for (const offer of [rushed, ...crowd]) expect(await matches({ offer })).toHaveLength(7);
});

test('several offers that are answered together have what each would have alone', async () => {
  const flour = thing('food-dry'),
    { run, relay, proposer, source, matches } = engine;
  for (let at = 0; at < 4; at++) await engine.openNeed({ ...flour, unit: 'kg', quantity: String(20 + at) });
  const offers = [
    await engine.postOffer({ ...flour, unit: 'kg', quantity: '6' }),
    await engine.postOffer({ ...flour, unit: 'kg', quantity: '22' }),
    await engine.postOffer({ ...thing('clothes-child'), quantity: '1' }),
  ];
  const state = async () =>
    (await Promise.all(offers.map((offer) => matches({ offer })))).map((found) =>
      found.map(({ needId, amount, score }) => ({ needId, amount, score })),
    );
  for (const offer of offers) await engine.forOffer(offer);
  const alone = await state();
  expect(alone.map((found) => found.length > 0)).toEqual([true, true, false]);
  await asOwner(engine.db, `DELETE FROM matches; DELETE FROM facts WHERE type = 'match.proposed'`);
  await run(async (tx) => proposer.proposeForOffers(tx, await relay(), offers, null));
  expect(await state()).toEqual(alone);
  expect(
    await source.query(`SELECT payload ->> 'offerId' AS id FROM facts WHERE type = 'match.proposed' ORDER BY 1`),
  ).toEqual(
    offers
      .slice(0, 2)
      .sort()
      .map((id) => ({ id })),
  );
});

test('an offer that ended or does not exist has no proposals and hurts nobody', async () => {
  const small = thing('appliance-small');
  const need = await engine.openNeed({ ...small, quantity: '5' });
  const offer = await engine.postOffer({ ...small, quantity: '5' });
  await engine.forNeed(need);
  await engine.source.query(`UPDATE offers SET status = 'withdrawn' WHERE id = $1`, [offer]);
  await engine.forNeed(need);
  expect(await engine.matches({ need })).toEqual([]);
  await engine.forOffer('00000000-0000-7000-8000-000000000000');
});

test('the next day the reasons count the days anew, and what time has overtaken ends', async () => {
  const child = thing('clothes-child');
  const now = engine.clock.now();
  const [need, brief] = [
    await engine.openNeed({ ...child, quantity: '5' }),
    await engine.openNeed({ ...child, quantity: '5', deadline: new Date(now.getTime() + 2 * DAY_MS) }),
  ];
  const offer = await engine.postOffer({ ...child, quantity: '5' });
  await engine.forOffer(offer);
  const waiting = async () =>
    (await engine.matches({ offer })).map(({ needId, parts }) => [
      needId,
      storedSentence(
        parts.find(({ part }) => part === 'waiting')!,
        'en',
      ),
    ]);
  expect(await waiting()).toEqual(
    expect.arrayContaining([
      [need, 'a need of today'],
      [brief, 'a need of today'],
    ]),
  );
  await engine.proposer.refresh();
  expect(await engine.proposer.refresh()).toBe(0);
  engine.clock.forward(DAY_MS);
  expect(await engine.proposer.refresh()).toBeGreaterThan(0);
  expect(await waiting()).toEqual(
    expect.arrayContaining([
      [need, 'waiting for 1 day'],
      [brief, 'waiting for 1 day'],
    ]),
  );
  expect(await engine.proposer.refresh()).toBe(0);
  engine.clock.forward(DAY_MS);
  await engine.proposer.refresh();
  expect(await waiting()).toEqual([[need, 'waiting for 2 days']]);
  engine.clock.set(now);
});

test('nothing is proposed that a need does not take, and a yes that comes too late is refused', async () => {
  const clothes = { category: 'family-children-goods', item: 'clothes-child', unit: 'pcs', quantity: '20' };
  const picky = await engine.openNeed({
    ...clothes,
    item: null,
    accepts: { sizes: ['48'], conditions: ['new', 'good'], notNow: ['toys'] },
  });
  const [fits, worn, large, unsaid] = [
    await engine.postOffer({ ...clothes, attributes: { sizes: ['46', '48'], condition: 'good' } }),
    await engine.postOffer({ ...clothes, attributes: { sizes: ['48'], condition: 'worn' } }),
    await engine.postOffer({ ...clothes, attributes: { sizes: ['60'] } }),
    await engine.postOffer(clothes),
  ];
  const toys = await engine.postOffer({ ...clothes, item: 'toys' });
  for (const offer of [fits, worn, large, unsaid, toys]) await engine.forOffer(offer);
  const found = await engine.matches({ need: picky });
  expect(new Set(found.map(({ offerId }) => offerId))).toEqual(new Set([fits, unsaid]));
  await engine.source.query(
    `UPDATE offers SET attributes = '{"sizes": ["60"], "season": null, "condition": null}' WHERE id = $1`,
    [fits],
  );
  const late = found.find(({ offerId }) => offerId === fits);
  await expect(engine.life.accept(engine.donor, late?.id ?? '', {})).rejects.toMatchObject({
    code: 'match.thing-not-taken',
  });
});

test('what an organization does not need now is proposed to none of its needs but one for that thing', async () => {
  const clothes = { category: 'family-children-goods', item: 'clothes-child', unit: 'pcs', quantity: '20' };
  const [any, one] = [
    await engine.openNeed({ ...clothes, item: null, accepts: null }),
    await engine.openNeed({ ...clothes, item: 'toys', accepts: null }),
  ];
  const accepts = async (said: object | null): Promise<void> => {
    await engine.source.query('UPDATE organizations SET accepts = $2 WHERE id = $1', [engine.organization, said]);
    await engine.run((tx) => record(tx, 'organization.accepts-changed', { organizationId: engine.organization }));
    await engine.relay();
  };
  const toys = await engine.postOffer({ ...clothes, item: 'toys' });
  await engine.forOffer(toys);
  const proposed = async (): Promise<Set<string>> =>
    new Set(
      (await engine.matches({ offer: toys })).map(({ needId }) => needId).filter((id) => [any, one].includes(id)),
    );
  expect(await proposed()).toEqual(new Set([any, one]));
  const [early] = (await engine.matches({ offer: toys })).filter(({ needId }) => needId === any);
  await accepts({ conditions: [], notNow: ['toys'] });
  await expect(engine.life.accept(engine.donor, early?.id ?? '', {})).rejects.toMatchObject({
    code: 'match.thing-not-taken',
  });
  await engine.forOrganization(engine.organization);
  expect(await proposed()).toEqual(new Set([one]));
  await accepts(null);
  await engine.forOrganization(engine.organization);
  expect(await proposed()).toEqual(new Set([any, one]));
});
