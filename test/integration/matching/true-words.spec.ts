import { IntlMessageFormat } from 'intl-messageformat';
import type { Actor } from '#identity';
import { DAY_MS, Refusal, refusalSpec } from '#kernel';
import { MatchesQueries, matchingChecks, MatchReads } from '#matching';
import type { NeedForm } from '#forms';
import { openLife, type Life } from './life-fixture.js';

let { desk, life, ends, propose, pair, match, needBalance, offerBalance, close } = {} as Life;
beforeAll(async () => {
  ({ desk, life, ends, propose, pair, match, needBalance, offerBalance, close } = await openLife());
});
afterAll(() => close?.());

test('a hold does not outlive its need: both hear of it, the part is free again, and it is nobody’s broken promise', async () => {
  const { source, clock } = desk;
  const deadline = new Date(clock.now().getTime() + 30 * DAY_MS);
  const [held, agreed, handed] = [
    await pair(50, { deadline }),
    await pair(50, { deadline }),
    await pair(50, { deadline }),
  ];
  for (const { matchId } of [held, agreed, handed]) await life.accept(desk.donor, matchId);
  for (const { matchId } of [agreed, handed]) await life.accept(desk.coordinator, matchId);
  await life.deliver(desk.donor, handed.matchId);
  await source.query('UPDATE needs SET fresh_until = $2 WHERE id = ANY($1)', [
    [held, agreed, handed].map(({ needId }) => needId),
    clock.now(),
  ]); // nobody said that they still stand
  await ends.expireDue();
  for (const { needId, offerId, matchId } of [held, agreed]) {
    expect(await match(matchId)).toMatchObject({ status: 'cancelled', endedBy: 'clock', reason: 'need-expired' });
    expect(await desk.facts(needId)).toContain('match.cancelled'); // from which the mails to both follow
    expect([(await needBalance(needId))?.reserved, await offerBalance(offerId)]).toMatchObject([
      0,
      { available: 50, reserved: 0 },
    ]);
  }
  expect((await match(handed.matchId)).status).toBe('delivered'); // on its way: the organization still says what came
});

test('what is told of a match is true when it is read: how much of the need it meets, and who kept promises', async () => {
  const { source, clock, catalogue, ledger } = desk;
  const reads = new MatchReads(source, catalogue, new MatchesQueries(source, clock, ledger));
  const needId = await desk.openNeed({ quantity: '20', autoAccept: false });
  const [mine, theirs] = [await desk.people.person('Мария Своя'), await desk.people.person('Олег Другой')];
  const part = (name: string, key: string, params: object) => ({
    part: name,
    value: 1_000_000,
    weight: 1,
    key,
    params,
  });
  const parts = [
    part('completion', 'completion.whole', {}),
    part('trust', 'trust.both', { orgKept: 0, orgOf: 0, donorKept: 0, donorOf: 0 }),
  ];
  const [first, second] = [
    await propose(await desk.postOffer({ quantity: '20' }, mine), needId, 20),
    await propose(await desk.postOffer({ quantity: '20' }, theirs), needId, 20),
  ];
  await source.query('UPDATE matches SET parts = $2 WHERE id = ANY($1)', [[first, second], JSON.stringify(parts)]);
  const read = async (id: string) => {
    const { amount, parts: told } = await reads.one(id === first ? mine : theirs, id, 'en');
    return [amount, ...told.map(({ sentence }) => sentence.replaceAll('\u00a0', ' '))];
  };
  expect((await read(second)).slice(0, 2)).toEqual([20, 'meets the whole need']);
  await life.accept(mine, first, { quantity: '14', unit: 'pcs' });
  expect((await read(first)).slice(0, 2)).toEqual([14, 'meets 14 pieces of 20 pieces, that is 70%']);
  expect((await read(second)).slice(0, 2)).toEqual([6, 'meets all that is left: 6 pieces']);
  const [, , before] = await read(second);
  await life.accept(desk.coordinator, first);
  await life.confirm(desk.coordinator, first);
  const [, , after] = await read(second);
  const hands = (sentence: unknown): number => Number(/of (\d+) hand-overs/.exec(String(sentence))?.[1] ?? 0);
  expect(hands(after)).toBe(hands(before) + 1);
});

test('boxes are not opened: a yes to a part of one is refused with the next amounts, by either side, and what is proposed is given in whole ones', async () => {
  const grain = { category: 'relief-food-parcels', item: 'food-dry' };
  const giver = await desk.people.person('Игорь Коробов');
  const boxes = async (open: string, need: Partial<NeedForm> = {}) => {
    const needId = await desk.openNeed({ ...grain, quantity: open, unit: 'kg', autoAccept: false, ...need });
    const offerId = await desk.postOffer(
      { ...grain, quantity: '4', unit: 'box', each: { quantity: '12.5', unit: 'kg' } },
      giver,
    );
    return { needId, offerId, matchId: await propose(offerId, needId, 25_000, 'gram') };
  };
  const said = async (who: Actor, matchId: string, quantity: string): Promise<unknown> =>
    life.accept(who, matchId, { quantity, unit: 'kg' }).then(
      () => 'done',
      (err: unknown) =>
        err instanceof Refusal
          ? [
              err.code,
              err.params['below'],
              err.params['above'],
              String(new IntlMessageFormat(refusalSpec(err.code).ru, 'ru').format(err.params)).replaceAll(
                '\u00a0',
                ' ',
              ),
            ]
          : Promise.reject(err),
    );

  const first = await boxes('40');
  expect(await said(giver, first.matchId, '20')).toEqual([
    'match.not-whole',
    12_500,
    25_000,
    'Этот вклад отдают целыми частями по 12,5 кг. Ближайшее количество: 12,5 кг или 25 кг.',
  ]);
  expect(await said(giver, first.matchId, '5')).toEqual([
    'match.not-whole',
    null,
    12_500,
    'Этот вклад отдают целыми частями по 12,5 кг. Ближайшее количество: 12,5 кг.',
  ]);
  expect(await said(giver, first.matchId, '40')).toEqual([
    'match.not-whole',
    37_500,
    null,
    'Этот вклад отдают целыми частями по 12,5 кг. Ближайшее количество: 37,5 кг.',
  ]);
  expect(await said(giver, first.matchId, '37.5')).toBe('done');
  expect(await said(desk.coordinator, first.matchId, '20')).toEqual([
    'match.not-whole',
    12_500,
    25_000,
    expect.anything(),
  ]);
  expect(await said(desk.coordinator, first.matchId, '25')).toBe('done');
  expect(await needBalance(first.needId)).toMatchObject({ open: 15_000, reserved: 25_000 });

  const second = await boxes('20'); // proposed before boxes were whole
  expect(await said(giver, second.matchId, '50')).toMatchObject({
    0: 'match.less-left',
    3: expect.stringContaining('12,5 кг'),
  });
  await life.accept(giver, second.matchId);
  expect(await needBalance(second.needId)).toMatchObject({ open: 7_500, reserved: 12_500 });

  const third = await boxes('40', { minQuantity: '13' });
  expect(await said(desk.coordinator, third.matchId, '12.5')).toMatchObject({
    0: 'match.below-minimum',
    3: expect.stringContaining('25 кг'),
  });
  await desk.source.query(`UPDATE offers SET cold_chain = false, best_before = until WHERE id = $1`, [third.offerId]);
  await desk.offers.edit(giver, third.offerId, 1, { quantity: '32.5', unit: 'kg' }); // no whole number of boxes any more: then all of it is a part too
  expect(await said(desk.coordinator, third.matchId, '30')).toEqual([
    'match.not-whole',
    25_000,
    32_500,
    expect.anything(),
  ]);
  expect(await said(desk.coordinator, third.matchId, '32.5')).toBe('done');
});

test('the times of a match never run backwards, whichever clock is behind; and where one does, the check says so', async () => {
  const { clock, source } = desk;
  const { matchId } = await pair();
  const start = clock.now();
  const back = (seconds: number): void => clock.set(new Date(start.getTime() - seconds * 1_000)); // another process's clock
  await life.accept(desk.donor, matchId);
  back(10);
  await life.accept(desk.coordinator, matchId);
  back(30);
  await life.deliver(desk.donor, matchId);
  back(20);
  await life.confirm(desk.coordinator, matchId);
  clock.set(start);
  const backwards = async () =>
    (await source.query(matchingChecks.find(({ sentence }) => sentence.includes('backwards'))!.sql)) as unknown[];
  expect(await backwards()).toEqual([]);
  await source.query(`UPDATE matches SET accepted_at = accepted_at - interval '1 second' WHERE id = $1`, [matchId]);
  expect(await backwards()).toEqual([{ id: matchId }]);
  await source.query(`UPDATE matches SET accepted_at = accepted_at + interval '1 second' WHERE id = $1`, [matchId]);
});
