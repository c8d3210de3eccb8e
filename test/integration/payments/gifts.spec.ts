import { DAY_MS, HOUR_MS, newId } from '#kernel';
import { verifyLedger } from '#ledger';
import { matchingChecks, paymentCode } from '#matching';
import { offerChecks } from '#offers';
import { Gifts, paymentsChecks } from '#payments';
import { ACCOUNT, answerOf } from '../needs/fixture.js';
import { openBank, type Bank } from './fixture.js';

let bank: Bank;
beforeAll(async () => {
  bank = await openBank();
});
afterAll(async () => {
  expect((await verifyLedger(bank.source)).alarms).toEqual([]);
  for (const { sentence, sql } of [...paymentsChecks, ...matchingChecks, ...offerChecks])
    expect([sentence, await bank.source.query(sql)]).toEqual([sentence, []]);
  await bank.db.drop();
});

const statusOf = async (code: string): Promise<string> => (await bank.reads.gift(code)).status;

test('a visitor promises, the bank statement shows it, the need has it: once, whatever is imported again', async () => {
  const need = await bank.moneyNeed();
  const gift = await bank.promise(need);
  expect(gift).toMatchObject({
    status: 'promised',
    amount: 150_000,
    unit: 'kopeck',
    held: true,
    payee: { account: '40703810900000000001' },
  });
  expect(gift.qr?.payload).toContain(`Sum=150000`);
  expect(gift.purpose).toContain(gift.code);
  expect(await bank.balance(need)).toMatchObject({ open: 1_350_000, reserved: 150_000, received: 0 });

  const payment = { purpose: `Пожертвование ${gift.code} без НДС` };
  const foreign = { purpose: `Дар ${gift.code}`, payee: '40703810900000000002' };
  expect(await bank.import([payment, foreign])).toMatchObject({
    status: 'done',
    rows: 1,
    recognised: 1,
    alreadyKnown: 0,
    ignored: 1,
    toDecide: [],
  });
  expect(await bank.balance(need)).toMatchObject({ open: 1_350_000, reserved: 0, received: 150_000 });
  expect(await bank.import([payment, { purpose: 'Возврат аренды' }])).toMatchObject({
    rows: 2,
    recognised: 0,
    alreadyKnown: 1,
    toDecide: [{ reason: 'no-code', payer: 'И. И.' }],
  });
  expect(await bank.balance(need)).toMatchObject({ open: 1_350_000, reserved: 0, received: 150_000 });

  const told = await bank.reads.gift(gift.code.toLowerCase());
  expect([told.status, told.qr, JSON.stringify(told).match(/Проверка|Иванов|example/)]).toEqual(['paid', null, null]);
  expect(await bank.source.query('SELECT payer, purpose FROM bank_rows WHERE gift_id = $1', [gift.id])).toEqual([
    { payer: null, purpose: null },
  ]);
});

test('what visitors only promise holds at most half of a need; the rest is counted when it is seen', async () => {
  const need = await bank.moneyNeed('100.00');
  const gifts = [
    await bank.promise(need, '40.00'),
    await bank.promise(need, '10.00'),
    await bank.promise(need, '10.00'),
  ];
  expect(gifts.map(({ held }) => held)).toEqual([true, true, false]);
  expect(await bank.balance(need)).toMatchObject({ open: 5_000, reserved: 5_000 });
  await bank.import([{ purpose: gifts[2]!.code, sum: '10.00' }]);
  expect(await bank.balance(need)).toMatchObject({ open: 4_000, reserved: 5_000, received: 1_000 });
  expect(await answerOf(bank.promise(need, '41.00'))).toBe('match.less-left');
});

test('money that comes after the lapse still counts; what the need has no room for is surplus', async () => {
  const need = await bank.moneyNeed('100.00');
  const late = await bank.promise(need, '50.00');
  bank.clock.forward(10 * DAY_MS);
  expect(await bank.gifts.lapseDue()).toBeGreaterThanOrEqual(1);
  expect([await statusOf(late.code), await bank.gifts.lapseDue()]).toEqual(['lapsed', 0]);
  expect(await bank.balance(need)).toMatchObject({ open: 10_000, reserved: 0 });

  const other = await bank.promise(need, '70.00', bank.donor);
  expect(other.held).toBe(true);
  await bank.import([{ purpose: late.code, sum: '50.00', number: '18' }]);
  expect([await statusOf(late.code), await bank.balance(need)]).toMatchObject([
    'paid',
    { open: 0, reserved: 7_000, received: 3_000 },
  ]);
  await bank.import([{ purpose: other.code, sum: '70.00', number: '19' }]);
  expect(await bank.balance(need)).toMatchObject({ open: 0, reserved: 0, received: 10_000 });
  const [surplus] = await bank.source.query(
    `SELECT posted_in AS amount FROM accounts WHERE kind = 'surplus' AND holder_id = $1`,
    [bank.organization],
  );
  expect(surplus.amount).toBe(2_000);
  expect((await bank.reads.giftsOf(bank.donor, 5, null)).map(({ code }) => code)).toEqual([other.code]);
});

test('another sum, an unknown code and a code of others wait for a person, who decides once', async () => {
  const need = await bank.moneyNeed('1000.00');
  const [less, more] = [await bank.promise(need, '100.00'), await bank.promise(need, '200.00')];
  await bank.source.query(`UPDATE gifts SET created_at = '2026-03-09' WHERE id = $1`, [less.id]); // before the transfer
  const { toDecide } = await bank.import([
    { purpose: less.code, sum: '90.00', number: '20' },
    { purpose: `${more.code} `, sum: '250.00', number: '21' },
    { purpose: 'LP-0000-0000-0', sum: '100.00', number: '22' },
  ]);
  expect(toDecide.map(({ reason }) => reason).sort()).toEqual(['other-sum', 'other-sum', 'unknown-code']);
  const row = (number: string) => toDecide.find((each) => each.number === number)!;
  expect(row('22').proposals).toMatchObject([{ code: less.code, amount: 10_000 }]);
  // A code that is right proposes its gift, and says what was promised.
  expect([row('20').proposals, row('21').proposals]).toMatchObject([
    [{ code: less.code, amount: 10_000 }],
    [{ code: more.code, amount: 20_000 }],
  ]);
  const decide = (number: string, code: string) =>
    answerOf(bank.statements.decide(bank.coordinator, row(number).id, { outcome: 'gift', gift: code }));
  expect([
    await decide('20', less.code),
    await decide('20', less.code),
    await decide('20', more.code),
    await decide('22', less.code),
  ]).toEqual(['done', 'done', 'bank.row-decided', 'bank.gift-paid']);
  expect(await bank.balance(need)).toMatchObject({ open: 100_000 - 9_000 - 20_000, reserved: 20_000, received: 9_000 });
  expect(await decide('21', more.code)).toBe('done');
  expect(await bank.balance(need)).toMatchObject({ open: 100_000 - 34_000, reserved: 0, received: 34_000 });
  expect(await answerOf(bank.statements.decide(bank.coordinator, row('22').id, { outcome: 'not-a-gift' }))).toBe(
    'done',
  );
  expect(await answerOf(bank.statements.decide(bank.donor, row('22').id, { outcome: 'not-a-gift' }))).toBe(
    'bank.row-not-found',
  );
});

test('a transfer without a code is proposed as the gifts of its sum: the payer’s own first, then what is awaited, then what has lapsed', async () => {
  const need = await bank.moneyNeed('1000.00');
  const [lapsed, other] = [await bank.promise(need, '12.34'), await bank.promise(need, '12.34')];
  const own = await bank.promise(need, '12.34', await bank.people.person('Иван Петров'));
  const old = await bank.promise(need, '12.34');
  await bank.source.query(`UPDATE gifts SET created_at = '2025-11-01', deadline = '2025-11-11' WHERE id = $1`, [
    old.id,
  ]);
  await bank.source.query(`UPDATE gifts SET deadline = $2 WHERE id = $1`, [lapsed.id, bank.clock.now()]);
  await bank.source.query(`UPDATE gifts SET created_at = '2026-03-09' WHERE id = ANY($1)`, [
    [lapsed.id, other.id, own.id],
  ]);
  await bank.gifts.lapseDue();
  const { toDecide } = await bank.import([{ purpose: 'Пожертвование', sum: '12.34', number: '23' }]); // of Ivan Ivanov
  expect(toDecide[0]!.proposals).toMatchObject([
    { code: own.code, sameName: true, status: 'promised' },
    { code: other.code, sameName: false, status: 'promised' },
    { code: lapsed.code, sameName: false, status: 'lapsed' },
  ]);
});

test('twenty imports of one statement at once pay each gift once', async () => {
  const need = await bank.moneyNeed('1000.00');
  const gifts = [await bank.promise(need, '10.00'), await bank.promise(need, '20.00')];
  const payments = gifts.map(({ code, amount }, at) => ({
    purpose: code,
    sum: `${amount / 100}.00`,
    number: `3${at}`,
  }));
  const read = await Promise.all(Array.from({ length: 20 }, () => bank.import(payments)));
  expect(read.reduce((sum, { recognised }) => sum + recognised, 0)).toBe(2);
  expect(await bank.balance(need)).toMatchObject({ reserved: 0, received: 3_000 });
});

test('a statement whose reader died is looked at by the clock', async () => {
  const need = await bank.moneyNeed('1000.00');
  const gift = await bank.promise(need, '10.00');
  const { id } = await bank.import([{ purpose: gift.code, sum: '11.00', number: '40' }]);
  await bank.source.query(`UPDATE bank_rows SET reason = 'new', amount = 1000 WHERE statement_id = $1`, [id]);
  expect(await bank.recognition.lookDue()).toBe(0); // a person may still be reading it
  bank.clock.forward(DAY_MS);
  expect(await bank.recognition.lookDue()).toBe(1);
  expect([await statusOf(gift.code), await bank.balance(need)]).toMatchObject(['paid', { received: 1_000 }]);
});

test.each<[string, string | null, (match: string, need: string) => Promise<void>]>([
  ['its donor', 'donor', (match) => bank.life.cancel(bank.donor, match)],
  ['the organization', 'organization', (match) => bank.life.cancel(bank.coordinator, match)],
  ['the end of the need', 'organization', (_match, need) => bank.ends.withdrawNeed(bank.coordinator, need)],
])(
  'a gift whose match is ended by %s leaves no offer behind; its money is counted once, whenever it comes',
  async (_by, cancelledBy, end) => {
    const need = await bank.moneyNeed('1000.00');
    const gift = await bank.promise(need, '100.00', bank.donor);
    const { match, offer } = await bank.behind(gift.id);
    await end(match, need);
    await bank.followAll();
    expect(await bank.behind(gift.id)).toMatchObject({
      status: 'withdrawn',
      balance: { pledged: 10_000, available: 0, reserved: 0, released: 10_000 },
    });
    expect(await bank.reads.gift(gift.code)).toMatchObject({ status: 'lapsed', cancelledBy, qr: null, payee: null });
    expect(await answerOf(bank.offers.edit(bank.donor, offer, 1, { quantity: '200.00', unit: 'rub' }))).toBe(
      'offer.of-a-gift',
    );
    const number = newId().slice(-12);
    for (let i = 0; i < 2; i += 1) await bank.import([{ purpose: gift.code, sum: '100.00', number }]);
    expect(await bank.behind(gift.id)).toMatchObject({
      balance: { pledged: 20_000, available: 0, reserved: 0, released: 10_000, delivered: 10_000 },
    });
    expect(await statusOf(gift.code)).toBe('paid');
  },
);

test('the offer of a gift is edited by nobody, and of its match the bank says whether the money came', async () => {
  const need = await bank.moneyNeed('1000.00');
  const gift = await bank.promise(need, '100.00', bank.donor);
  const { match, offer } = await bank.behind(gift.id);
  expect(await answerOf(bank.offers.edit(bank.donor, offer, 1, { quantity: '200.00', unit: 'rub' }))).toBe(
    'offer.of-a-gift',
  );
  expect(await answerOf(bank.run((tx) => bank.offers.withdraw(tx, bank.donor, offer)))).toBe('offer.of-a-gift');
  expect((await bank.offerReads.byId(bank.donor, offer)).can).toEqual([]);
  expect(await answerOf(bank.life.deliver(bank.donor, match))).toBe('match.of-a-gift');
  expect(await answerOf(bank.life.dispute(bank.coordinator, match, 'Нет денег'))).toBe('match.of-a-gift');
  await bank
    .import([{ purpose: gift.code, sum: '60.00', number: '60' }])
    .then(({ toDecide }) =>
      bank.statements.decide(bank.coordinator, toDecide[0]!.id, { outcome: 'gift', gift: gift.code }),
    );
  expect(await bank.behind(gift.id)).toMatchObject({
    status: 'used_up',
    balance: { pledged: 10_000, available: 0, released: 4_000, delivered: 6_000 },
  });
});

test('a gift that was confirmed by hand a moment before is not paid by a row too, and does not lapse', async () => {
  const need = await bank.moneyNeed('1000.00');
  const treasurer = bank.as(bank.coordinator, bank.organization, 'owner');
  const gift = await bank.promise(need, '100.00', bank.donor);
  await bank.life.confirm(treasurer, (await bank.behind(gift.id)).match, { bankDate: '2026-03-10', bankNumber: '70' });
  const { toDecide } = await bank.import([
    { purpose: gift.code, sum: '100.00', number: '70' },
    { purpose: 'без кода', sum: '100.00', number: '71' },
  ]);
  expect(toDecide.map(({ reason }) => reason).sort()).toEqual(['no-code', 'paid-before']);
  for (const { id } of toDecide)
    expect(await answerOf(bank.statements.decide(bank.coordinator, id, { outcome: 'gift', gift: gift.code }))).toBe(
      'bank.gift-paid',
    );
  bank.clock.forward(11 * DAY_MS);
  await bank.gifts.lapseDue();
  expect(await statusOf(gift.code)).toBe('promised');
  await bank.followAll();
  expect([await statusOf(gift.code), await bank.balance(need)]).toMatchObject(['paid', { received: 10_000 }]);
});

test('the money of somebody who was erased since is counted as nobody’s, and a row that fails stops no other', async () => {
  const need = await bank.moneyNeed('1000.00');
  const [forgotten, raced] = [await bank.people.person('Вера'), await bank.people.person('Глеб')];
  const gifts = [
    await bank.promise(need, '10.00', { ...forgotten, confirmed: false }),
    await bank.promise(need, '10.00', { ...raced, confirmed: false }),
    await bank.promise(need, '10.00'),
  ];
  expect(gifts.map(({ held }) => held)).toEqual([false, false, true]);
  await bank.erase(forgotten.personId);
  await bank.source.query('UPDATE people SET erased_at = now() WHERE id = $1', [raced.personId]); // promised while they were being erased
  let calls = 0;
  const seen: Gifts['seen'] = async (...said) => {
    if ((calls += 1) === 1) throw new Error('the database was away for this one');
    return Gifts.prototype.seen.apply(bank.gifts, said);
  };
  Object.assign(bank.gifts, { seen });
  const statement = await bank.import(gifts.map(({ code }, at) => ({ purpose: code, sum: '10.00', number: `8${at}` })));
  expect(statement).toMatchObject({ status: 'reading', recognised: 2 });
  bank.clock.forward(HOUR_MS);
  expect(await bank.recognition.lookDue()).toBe(1);
  expect(await Promise.all(gifts.map(({ code }) => statusOf(code)))).toEqual(['paid', 'paid', 'paid']);
  const givers = await Promise.all(gifts.map(async ({ id }) => bank.behind(id)));
  expect(givers.map(({ name }) => name)).toEqual(['—', '—', '—']);
  expect(givers.map(({ donor }) => donor)).not.toEqual(expect.arrayContaining([forgotten.personId]));
});

test('the public name of a donor is the person’s own, and a visitor has none, whatever is written for papers', async () => {
  const need = await bank.moneyNeed('1000.00');
  const person = await bank.people.person('Нина Светлова');
  const named = async (who: typeof person | null) =>
    bank.behind(
      await bank.promises.promise(who, need, {
        quantity: '10.00',
        unit: 'rub',
        locale: 'ru',
        anonymous: false,
        donor: { name: 'Купите у нас' },
      }),
    );
  expect([(await named(person)).name, (await named(null)).name]).toEqual(['Нина Светлова', '—']);
  const other = await bank.people.person('Олег Ясный');
  await bank.promise(need, '10.00', other);
  expect(await bank.source.query('SELECT display_name AS name FROM donors WHERE id = $1', [other.personId])).toEqual([
    { name: 'Олег Ясный' },
  ]);
});

test('a gift and its match have one code; money of an agreed match is known by its code and left to whoever answers for the account', async () => {
  const need = await bank.moneyNeed('1000.00');
  const gift = await bank.promise(need, '100.00', bank.donor);
  expect(gift.code).toBe(paymentCode((await bank.behind(gift.id)).match));
  const match = await bank.agreed(need, '150.00');
  const { toDecide } = await bank.import([
    { purpose: `Благотворительное пожертвование ${paymentCode(match)}`, sum: '150.00', number: '90' },
    { purpose: paymentCode(newId()), sum: '150.00', number: '91' },
  ]);
  expect(toDecide.map(({ number, reason }) => `${number} ${reason}`).sort()).toEqual([
    '90 agreed-match',
    '91 unknown-code',
  ]);
  await bank.life.confirm(bank.as(bank.coordinator, bank.organization, 'owner'), match, {
    bankDate: '2026-03-10',
    bankNumber: '90',
  });
  expect(await bank.balance(need)).toMatchObject({ received: 15_000, reserved: 10_000 });
});

test('who promised is reminded twice, with the payment code itself; a visitor, and whoever paid, is not', async () => {
  const need = await bank.moneyNeed('1000.00');
  const [mine, paid] = [await bank.promise(need, '30.00', bank.donor), await bank.promise(need, '20.00', bank.donor)];
  const visitors = await bank.promise(need, '10.00');
  await bank.import([{ purpose: paid.code, sum: '20.00', number: '91' }]);
  const told = (code: string): Promise<{ parts: { pictures: { qr: string }[] } }[]> =>
    bank.source.query(
      `SELECT parts FROM mails WHERE template = 'gift.reminder' AND strpos(body, $1) > 0 ORDER BY created_at, id`,
      [code],
    );
  const counts = async (): Promise<number[]> => {
    await bank.reminders.tick();
    await bank.reminders.tick();
    return Promise.all([mine, paid, visitors].map(async ({ code }) => (await told(code)).length));
  };
  expect(await counts()).toEqual([0, 0, 0]);
  bank.clock.forward(3 * DAY_MS);
  expect(await counts()).toEqual([1, 0, 0]);
  bank.clock.forward(5 * DAY_MS);
  expect(await counts()).toEqual([2, 0, 0]);
  const [mail] = await told(mine.code);
  expect(Buffer.from(mail!.parts.pictures[0]!.qr, 'base64').toString()).toBe(mine.qr?.payload);
  bank.clock.forward(3 * DAY_MS);
  await bank.gifts.lapseDue();
  expect(await counts()).toEqual([2, 0, 0]);
});

test('where there is no account, no money or no yes beforehand, nothing is promised', async () => {
  const need = await bank.moneyNeed();
  expect(await answerOf(bank.promise(await bank.openNeed(), '10.00'))).toBe('gift.not-money');
  expect(await answerOf(bank.promise(need, '0.99'))).toBe('form.invalid: quantity gift.below-smallest');
  expect(
    await answerOf(
      bank.promises.promise({ ...bank.donor, confirmed: false }, need, { quantity: '5', unit: 'rub', locale: 'ru' }),
    ),
  ).toBe('done');
  const almost = await bank.moneyNeed('100.50');
  await bank.promise(almost, '100.00', bank.donor);
  expect(await answerOf(bank.promise(almost, '0.40'))).toBe('form.invalid: quantity gift.below-smallest');
  expect(await answerOf(bank.promise(almost, '0.50'))).toBe('done'); // the last of it may always be given
  await bank.source.query(
    `UPDATE organizations SET account = '{"bik": "", "number": "", "bankName": "", "correspondent": ""}' WHERE id = $1`,
    [bank.organization],
  ); // as an import leaves it
  expect(await answerOf(bank.promise(need, '10.00'))).toBe('gift.no-account');
  expect(await answerOf(bank.moneyNeed())).toBe('form.invalid: kind need.organization-without-account');
  expect(await answerOf(bank.import([]))).toBe('bank.no-account');
  await bank.source.query(`UPDATE organizations SET status = 'suspended', account = $2 WHERE id = $1`, [
    bank.organization,
    ACCOUNT,
  ]);
  expect(await answerOf(bank.promise(need, '10.00'))).toBe('gift.no-account');
  expect(await answerOf(bank.import([]))).toBe('bank.no-account');
});
