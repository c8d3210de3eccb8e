import { DAY_MS, HOUR_MS, MINUTE_MS } from '#kernel';
import { verifyLedger } from '#ledger';
import { matchingChecks } from '#matching';
import { offerChecks, type StandingOfferForm } from '#offers';
import { paymentsChecks, standingToken } from '#payments';
import { log } from '#platform';
import { answerOf } from '../needs/fixture.js';
import { openBank, type Bank } from './fixture.js';
import { mortal } from './histories.js';

let bank: Bank;
let die: ReturnType<typeof mortal>;
const START = '2026-03-10T05:00:00Z';
beforeAll(async () => {
  log.level = 'silent'; // failures are part of these scenarios
  bank = await openBank();
  die = mortal(bank);
});
afterAll(async () => {
  expect((await verifyLedger(bank.source)).alarms).toEqual([]);
  for (const { sentence, sql } of [...paymentsChecks, ...matchingChecks, ...offerChecks])
    expect([sentence, await bank.source.query(sql)]).toEqual([sentence, []]);
  await bank.db.drop();
});
beforeEach(async () => {
  await bank.source.query(`UPDATE needs SET status = 'closed' WHERE status IN ('open', 'partly_met')`);
  await bank.source.query(`UPDATE standing_offers SET status = 'ended', next_on = NULL, next_at = NULL`);
  await bank.source.query('DELETE FROM due_row_failures');
});

const setUp = (only: string[], more: Partial<StandingOfferForm> = {}, who = bank.donor): Promise<string> =>
  bank.standing.setUp(who, {
    kind: 'money',
    quantity: '100.00',
    unit: 'rub',
    only,
    frequency: 'weekly',
    firstOn: dayLater(0),
    gift: true,
    ...more,
  });
const dayLater = (days: number): string =>
  new Date(bank.clock.now().getTime() + days * DAY_MS + 9 * HOUR_MS).toISOString().slice(0, 10);
const tick = (): Promise<number> => bank.standingGifts.tick();
const dates = async (id: string): Promise<string[]> =>
  (
    (await bank.source.query(
      'SELECT coalesce(skipped, CASE WHEN gift THEN $2 ELSE $3 END) AS what FROM standing_offer_dates WHERE standing_offer_id = $1 ORDER BY day',
      [id, 'gift', 'offer'],
    )) as { what: string }[]
  ).map(({ what }) => what);
const statusOf = async (id: string): Promise<string> =>
  ((await bank.source.query('SELECT status FROM standing_offers WHERE id = $1', [id])) as [{ status: string }])[0]
    .status;
const mails = (
  id: string,
): Promise<
  {
    template: string;
    subject: string;
    body: string;
    parts: { sections: { items: { url: string }[] }[]; action: { url: string } };
  }[]
> =>
  bank.source.query(
    `SELECT m.template, m.subject, m.body, m.parts FROM mails m JOIN notifications n ON n.id = m.id WHERE n.subject_id = $1 ORDER BY m.created_at, m.id`,
    [id],
  );
const token = (id: string): string => standingToken(id, bank.secret);

test('a reminder of a gift that a standing one made stops that by one click too, as long as there is something to stop', async () => {
  const giver = await bank.people.person('Дарина Забывшая');
  const id = await setUp([await bank.moneyNeed()], {}, giver);
  await tick();
  const verbs = async (): Promise<string[][]> => {
    const rows = (await bank.source.query(
      `SELECT parts FROM mails WHERE template = 'gift.reminder' AND person_id = $1 ORDER BY created_at, id`,
      [giver.personId],
    )) as { parts: { sections?: { items: { url: string }[] }[] } }[];
    return rows.map(({ parts }) =>
      (parts.sections ?? []).flatMap(({ items }) => items.map(({ url }) => /do=([\w-]+)/.exec(url)?.[1] ?? '')),
    );
  };
  bank.clock.forward(3 * DAY_MS + HOUR_MS);
  await bank.reminders.tick();
  expect(await verbs()).toEqual([['pause', 'change', 'end']]);
  await bank.links.act(token(id), { verb: 'end' });
  bank.clock.forward(5 * DAY_MS);
  await bank.reminders.tick();
  expect(await verbs()).toEqual([['pause', 'change', 'end'], []]);
});

test('every mail about a gift that a standing one made stops that by one click: that its money came, that it was not seen, that there was too much', async () => {
  const giver = await bank.people.person('Дарина Спокойная');
  const need = await bank.moneyNeed();
  const id = await setUp([need], {}, giver);
  await tick();
  const [gift] = (await bank.source.query('SELECT id FROM gifts WHERE standing_offer_id = $1', [id])) as [
    { id: string },
  ];
  const verbs = ({ sections = [] }: Awaited<ReturnType<typeof bank.standingMails.ofMatch>>): (string | undefined)[] =>
    sections.flatMap(({ items }) => items.map(({ url }) => /do=([\w-]+)/.exec(url)?.[1]));
  const ofMatch = (match: string) => bank.source.transaction((tx) => bank.standingMails.ofMatch(tx, match, 'ru'));
  const { match } = await bank.behind(gift.id);
  expect(verbs(await ofMatch(match))).toEqual(['pause', 'change', 'end']);
  const own = await bank.promise(need, '150.00', giver);
  expect(await ofMatch((await bank.behind(own.id)).match)).toEqual({}); // nothing standing made it
  await bank.links.act(token(id), { verb: 'pause' });
  expect(verbs(await ofMatch(match))).toEqual(['resume', 'change', 'end']);
  await bank.links.act(token(id), { verb: 'end' });
  expect(await ofMatch(match)).toEqual({});
});

test.each<[string, (need: string) => string[]]>([
  ['a need', (need) => [need]],
  ['an organization', () => [bank.organization]],
  ['a sphere', () => ['elderly']],
  ['a place', () => ['selemdzhinsky']],
])(
  'to %s: at its date a gift with a code, and a mail that says why and how to pay; once, and again at the next date',
  async (_what, only) => {
    const need = await bank.moneyNeed();
    const id = await setUp(only(need), {}, await bank.people.person('Дарина Новая')); // without promises from before
    expect([await tick(), await tick()]).toEqual([1, 0]);
    const [gift, ...more] = await bank.links.giftsOf(id);
    expect([gift, more]).toMatchObject([{ status: 'promised', amount: 10_000, need, takenBack: false }, []]);
    expect(await bank.balance(need)).toMatchObject({ reserved: 10_000 });
    const [mail] = await mails(id);
    expect(mail).toMatchObject({ template: 'standing.gift-given', parts: { action: { url: `/gifts/${gift!.code}` } } });
    expect(mail!.body).toMatch(/нужно до/);
    expect(mail!.subject).not.toMatch(/₽/);
    expect(mail!.parts.sections.flatMap(({ items }) => items.map(({ url }) => /do=([\w-]+)/.exec(url)?.[1]))).toEqual([
      'take-back',
      'pause',
      'change',
      'end',
    ]);
    expect(JSON.stringify(mail)).not.toContain(token(id)); // sealed until the mail leaves
    await bank.import([{ purpose: gift!.code, sum: '100.00', number: gift!.code }]);
    bank.clock.forward(7 * DAY_MS);
    expect(await tick()).toBe(1);
    expect((await bank.links.giftsOf(id)).map(({ status }) => status)).toEqual(['promised', 'paid']);
    expect(await dates(id)).toEqual(['gift', 'gift']);
  },
);

test('many workers at once, and a death at any statement: a date has its gifts once', async () => {
  const need = await bank.moneyNeed();
  for (let nth = 0; nth < 45; nth += 3) {
    const id = await setUp([need], { times: 1 });
    die(nth);
    await Promise.all([tick(), tick(), tick()]).catch(() => undefined);
    die(null);
    bank.clock.forward(30 * MINUTE_MS); // what was noted as a failure has rested
    await tick();
    expect([nth, (await bank.links.giftsOf(id)).length, await dates(id), (await mails(id)).length]).toEqual([
      nth,
      1,
      ['gift'],
      1,
    ]);
  }
  bank.clock.set(new Date(START));
});

test('where the purpose is met it stops and asks; going on, it gives again', async () => {
  const need = await bank.moneyNeed('100.00');
  const id = await setUp([need]);
  await tick();
  const [gift] = await bank.links.giftsOf(id);
  await bank.import([{ purpose: gift!.code, sum: '100.00', number: gift!.code }]);
  bank.clock.forward(7 * DAY_MS);
  expect(await tick()).toBe(1);
  expect([await statusOf(id), await dates(id), (await mails(id)).map(({ template }) => template)]).toEqual([
    'paused',
    ['gift', 'nothing-fits'],
    ['standing.gift-given', 'standing.gift-asked'],
  ]);
  const other = await bank.moneyNeed();
  await bank.standing.edit(bank.donor, id, 2, { only: [other] }); // the pause was the second version
  await bank.links.act(token(id), { verb: 'resume' });
  bank.clock.forward(7 * DAY_MS);
  await tick();
  expect((await bank.links.giftsOf(id))[0]).toMatchObject({ need: other, status: 'promised' });
  bank.clock.set(new Date(START));
});

test('what the engine decided is taken back within three days: the place is free at once, the promise counts as none, and the next date goes elsewhere', async () => {
  const [first, second] = [await bank.moneyNeed(), await bank.moneyNeed('9000.00')];
  const id = await setUp(['elderly']);
  await tick();
  const [gift] = await bank.links.giftsOf(id);
  expect(await bank.balance(gift!.need)).toMatchObject({ reserved: 10_000 });
  expect(await answerOf(bank.links.takeBack(bank.coordinator.personId, gift!.code))).toBe('gift.not-found');
  await bank.links.act(token(id), { verb: 'take-back', gift: gift!.code });
  await bank.links.act(token(id), { verb: 'take-back', gift: gift!.code });
  await bank.followAll();
  expect(await bank.balance(gift!.need)).toMatchObject({ reserved: 0 });
  expect((await bank.links.giftsOf(id))[0]).toMatchObject({ status: 'lapsed', takenBack: true, takeBackUntil: null });
  bank.clock.forward(7 * DAY_MS);
  await tick();
  const [next] = await bank.links.giftsOf(id);
  expect(next!.need).toBe(gift!.need === first ? second : first);
  bank.clock.forward(3 * DAY_MS);
  expect(await answerOf(bank.links.takeBack(bank.donor.personId, next!.code))).toBe('gift.not-to-take-back');
  await bank.import([{ purpose: gift!.code, sum: '100.00', number: gift!.code }]); // the money came all the same: it counts
  expect((await bank.links.giftsOf(id)).find(({ code }) => code === gift!.code)).toMatchObject({ status: 'paid' });
  bank.clock.set(new Date(START));
});

test('a link of a mail pauses, goes on, changes the sum and ends without a sign-in, and is of this one only', async () => {
  const [id, other] = [await setUp(['elderly']), await setUp(['elderly'])];
  const act = (verb: 'pause' | 'resume' | 'change' | 'end', more: object = {}) =>
    answerOf(bank.links.act(token(id), { verb, ...more }));
  expect(await bank.links.look(token(id), 'ru')).toMatchObject({
    status: 'active',
    amount: 10_000,
    can: ['pause', 'change', 'end'],
  });
  expect([await act('pause'), await act('pause'), await statusOf(id)]).toEqual(['done', 'done', 'paused']);
  expect([await act('change', { quantity: '170.00' }), await act('change', { quantity: 'x' })]).toEqual([
    'done',
    'form.invalid: quantity quantity.not-a-number',
  ]);
  expect([await act('resume'), await bank.links.look(token(id), 'ru')]).toMatchObject([
    'done',
    { status: 'active', amount: 17_000 },
  ]);
  expect([await act('end'), await act('resume'), await statusOf(id), await statusOf(other)]).toEqual([
    'done',
    'standing.ended',
    'ended',
    'active',
  ]);
  for (const wrong of ['', `${token(id)}x`, standingToken(id, 'another secret')])
    expect(await answerOf(bank.links.look(wrong, 'ru'))).toBe('standing.link-unknown');
});

test('it must say where to, in roubles, in one’s own name, from a confirmed address', async () => {
  expect(await answerOf(setUp([]))).toBe('form.invalid: only standing.gift-needs-purpose');
  expect(await answerOf(setUp(['elderly'], { onBehalfOf: bank.organization }, bank.coordinator))).toBe(
    'form.invalid: onBehalfOf standing.gift-of-person',
  );
  expect(await answerOf(setUp(['elderly'], {}, { ...bank.donor, confirmed: false }))).toBe('person.unconfirmed');
});
