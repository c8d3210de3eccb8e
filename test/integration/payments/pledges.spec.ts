import { DAY_MS } from '#kernel';
import { verifyLedger } from '#ledger';
import { matchingChecks } from '#matching';
import { needChecks } from '#needs';
import { offerChecks } from '#offers';
import { paymentsChecks, type PledgeForm } from '#payments';
import { ACCOUNT, answerOf } from '../needs/fixture.js';
import { bankFile, openBank, type Bank, type Payment } from './fixture.js';

let bank: Bank;
let company: string;
let owner: Bank['donor'];
let accountant: Bank['donor'];
beforeAll(async () => {
  bank = await openBank();
  const founder = await bank.people.person('Екатерина Ли');
  company = await bank.people.organization(founder.personId, 'verified', 77);
  await bank.source.query(`UPDATE organizations SET form = 'ooo' WHERE id = $1`, [company]);
  await bank.source.query(
    `INSERT INTO grants (id, person_id, role, object_type, object_id) VALUES (gen_random_uuid(), $1, 'owner', 'organization', $2)`,
    [founder.personId, company],
  );
  owner = bank.as(founder, company, 'owner');
  accountant = bank.as(await bank.people.person('Руслан Счётный'), company, 'accountant');
});
afterAll(async () => {
  expect((await verifyLedger(bank.source)).alarms).toEqual([]);
  for (const { sentence, sql } of [...paymentsChecks, ...matchingChecks, ...offerChecks, ...needChecks])
    expect([sentence, await bank.source.query(sql)]).toEqual([sentence, []]);
  await bank.db.drop();
});

const pledge = (form: Partial<PledgeForm> = {}): Promise<string> =>
  bank.pledges.make(owner, company, {
    ceiling: '3000',
    only: [bank.organization],
    until: '2026-12-31',
    day: 25,
    ...form,
  });
/** What the bank of the organization says came. */
const arrives = async (payments: readonly Payment[]): Promise<string> => {
  const id = await bank.statements.import(bank.coordinator, bank.organization, bankFile(payments));
  return (
    await bank.source.query(
      `SELECT string_agg(coalesce(reason, state), ',' ORDER BY id) AS said FROM bank_rows WHERE statement_id = $1`,
      [id],
    )
  )[0].said;
};
const one = async (id: string, who = accountant) => {
  const view = await bank.pledgeReads.one(who, id);
  return { ...view, parts: view.transfers[0]?.parts.map(({ amount, came, status }) => `${amount} ${came} ${status}`) };
};
/** Needs and pledges of before are over, so that each test has its own. */
const closeAll = async (): Promise<void> => {
  const open: { id: string }[] = await bank.source.query(`SELECT id FROM needs WHERE status IN ('open', 'partly_met')`);
  for (const { id } of open) await bank.ends.withdrawNeed(bank.coordinator, id);
  await bank.followAll();
  await bank.source.query(`UPDATE pledges SET status = 'ended'`);
};

test('the oldest needs are promised first, in part too; one transfer over many needs is each of them once, and what is missing is still awaited', async () => {
  await closeAll();
  const needs: string[] = [];
  for (const sum of ['560.00', '740.00', '5000.00']) {
    needs.push(await bank.moneyNeed(sum));
    bank.clock.forward(DAY_MS);
  }
  const id = await pledge();
  expect(await one(id)).toMatchObject({ arrived: 0, due: 0, free: 300_000, transfers: [], can: ['settle'] });
  const [transferId] = await bank.pledges.settle(accountant, id, 'ru');
  const made = await one(id);
  expect(made).toMatchObject({
    due: 300_000,
    free: 0,
    parts: ['56000 0 promised', '74000 0 promised', '170000 0 promised'],
    transfers: [
      {
        id: transferId,
        status: 'due',
        organization: bank.organization,
        due: 300_000,
        payee: { account: ACCOUNT.number },
        parts: [{ need: needs[0], can: ['remove'] }, { need: needs[1] }, { need: needs[2], needLeft: 330_000 }],
      },
    ],
  });
  const [{ code, qr, purpose }] = made.transfers as [(typeof made.transfers)[0]];
  expect([qr?.payload.includes('Sum=300000'), purpose?.includes(code)]).toEqual([true, true]);
  expect(purpose).toMatch(/^Пожертвование по поручению от \d{2}\.\d{2}\.\d{4}\. Код LP-/);
  expect(await bank.balance(needs[0]!)).toMatchObject({ reserved: 56_000, open: 0 });
  expect(await answerOf(bank.pledges.settle(accountant, id, 'ru'))).toBe('pledge.nothing-free');
  const contract = {
    company,
    code,
    giver: { organization: true },
    parts: [{ amount: 56_000 }, {}, { amount: 170_000 }],
  };
  expect(await bank.pledgeReads.contract(accountant, transferId!)).toMatchObject(contract);
  expect(await bank.pledgeReads.contract(bank.coordinator, transferId!)).toMatchObject(contract); // who receives it
  expect(await answerOf(bank.pledgeReads.contract(bank.donor, transferId!))).toBe('pledge.not-found');

  const { account, ...order } = await bank.pledgeReads.order(accountant, transferId!);
  expect(account).toMatchObject({ number: ACCOUNT.number, bik: ACCOUNT.bik });
  expect(order).toMatchObject({ code, amount: 300_000, payee: { account: ACCOUNT.number }, purpose });
  expect(await answerOf(bank.pledgeReads.order(bank.coordinator, transferId!))).toBe('pledge.not-found'); // who receives it orders nothing

  // Less came than was awaited: the oldest have all of theirs.
  const paid = { purpose: `Поручение ${code.toLowerCase()}`, sum: '1000.00', number: '501' };
  expect(await arrives([paid])).toBe('split');
  expect(await one(id)).toMatchObject({
    arrived: 100_000,
    due: 170_000,
    parts: ['56000 56000 paid', '74000 44000 paid', '170000 0 promised'],
    transfers: [{ status: 'part', due: 170_000 }],
  });
  expect([await bank.balance(needs[0]!), await bank.balance(needs[1]!)]).toMatchObject([
    { received: 56_000, open: 0 },
    { received: 44_000, reserved: 0, open: 30_000 },
  ]);
  expect(await arrives([paid])).toBe(null); // the same file
  // More than is awaited is for a person to say; what is awaited is found.
  expect(await arrives([{ purpose: code, sum: '1700.01', number: '502' }])).toBe('other-sum');
  expect(await arrives([{ purpose: code, sum: '1700.00', number: '503' }])).toBe('split');
  expect(await arrives([{ purpose: code, sum: '1.00', number: '504' }])).toBe('paid-before');
  expect(await one(id)).toMatchObject({
    arrived: 270_000,
    due: 0,
    free: 30_000,
    transfers: [{ status: 'paid', qr: null }],
  });

  // What was booked by its code is taken back, and found again by a person.
  const row = (await bank.rows.decided(bank.organization, 20, null)).find(({ number }) => number === '503');
  expect(row).toMatchObject({ state: 'split', byCode: true });
  await bank.corrections.undo(bank.coordinator, row!.id, 'ru');
  expect(await one(id)).toMatchObject({ arrived: 100_000, due: 170_000 });
  expect(await bank.balance(needs[2]!)).toMatchObject({ received: 0, reserved: 170_000 });
  const [statement] = await bank.source.query(
    `SELECT string_agg(donor_id::text, ',') AS donors, bool_and(on_behalf_of = donor_id) AS own FROM offers WHERE id IN (SELECT offer_id FROM gifts WHERE pledge_transfer_id = $1)`,
    [transferId],
  );
  expect([new Set(statement.donors.split(',')), statement.own]).toEqual([new Set([company]), true]);
});

test('of transfers that are to be paid the one with the oldest need stands first, whichever was put together first', async () => {
  await closeAll();
  const old = await bank.moneyNeed('500.00');
  bank.clock.forward(DAY_MS);
  const id = await pledge({ each: '500' });
  await bank.pledges.settle(accountant, id, 'ru');
  bank.clock.forward(DAY_MS);
  const young = await bank.moneyNeed('500.00');
  await bank.pledges.settle(accountant, id, 'ru');
  expect((await one(id)).transfers.map(({ parts, orderGaps }) => [parts[0]?.need, orderGaps])).toEqual([
    [old, []],
    [young, []],
  ]);
});

test('a line is left out, a transfer that is not paid lapses, and late money counts', async () => {
  await closeAll();
  const first = await bank.moneyNeed('500.00');
  bank.clock.forward(DAY_MS);
  const second = await bank.moneyNeed('700.00');
  const id = await pledge({ each: '1000' });
  const key = '0190a0a0-0000-7000-8000-00000000000a';
  const [transferId] = await bank.pledges.settle(owner, id, 'ru', key);
  expect(await bank.pledges.settle(owner, id, 'ru', key)).toEqual([transferId]);
  const made = await one(id);
  expect(made).toMatchObject({ due: 100_000, free: 200_000, parts: ['50000 0 promised', '50000 0 promised'] });
  const [part, other] = made.transfers[0]!.parts;
  expect(await answerOf(bank.pledges.remove(bank.donor, transferId!, part!.gift))).toBe('gift.not-found');
  await bank.pledges.remove(accountant, transferId!, part!.gift);
  await bank.pledges.remove(accountant, transferId!, part!.gift);
  expect(await one(id)).toMatchObject({
    due: 50_000,
    transfers: [{ due: 50_000, parts: [{ removed: true, can: [] }, {}] }],
  });
  expect(await bank.balance(first)).toMatchObject({ reserved: 0, open: 50_000 });
  bank.clock.forward(15 * DAY_MS);
  await bank.gifts.lapseDue();
  expect(await one(id)).toMatchObject({ due: 0, free: 300_000, transfers: [{ status: 'lapsed', qr: null }] });
  expect(await arrives([{ purpose: made.transfers[0]!.code, sum: '500.00', number: '601' }])).toBe('split');
  expect(await one(id)).toMatchObject({ arrived: 50_000, due: 0 });
  expect((await bank.balance(second))!.received).toBe(50_000);
  expect(await answerOf(bank.pledges.remove(accountant, transferId!, other!.gift))).toBe('gift.not-to-take-back');
});

test('on its day the transfers are put together by themselves, once, and those who pay hear of it', async () => {
  await closeAll();
  await bank.moneyNeed('400.00');
  const id = await pledge({ ceiling: '1000', day: 20 });
  const { nextOn } = await one(id);
  expect(await bank.settlements.tick()).toBe(0);
  bank.clock.set(new Date(`${nextOn}T03:00:00Z`));
  expect([await bank.settlements.tick(), await bank.settlements.tick()]).toEqual([1, 0]);
  const due = await one(id);
  expect(due).toMatchObject({ due: 40_000, transfers: [{ status: 'due' }] });
  expect(due.nextOn! > nextOn!).toBe(true);
  const mails: { subject: string; body: string }[] = await bank.source.query(
    `SELECT subject, body FROM mails WHERE template = 'pledge.settled'`,
  );
  expect(mails.map(({ subject }) => /\d/.test(subject))).toEqual([false]);
  expect(mails[0]!.body).toMatch(/400.*1.нужда/);
  // Its need is promised already, so the next day has nothing to put together.
  bank.clock.set(new Date(`${due.nextOn}T03:00:00Z`));
  await bank.gifts.lapseDue();
  await bank.pledges.go(owner, id, 'pause');
  expect(await bank.settlements.tick()).toBe(0);
});

test('an owner binds a checked company, its accountant pays, and nobody else knows of it', async () => {
  await closeAll();
  const id = await pledge({ ceiling: '2000' });
  await bank.moneyNeed('900.00');
  expect(
    await answerOf(
      bank.pledges.make(accountant, company, { ceiling: '2000', only: ['zeya'], until: '2027-01-31', day: 1 }),
    ),
  ).toBe('pledge.not-yours');
  expect(await answerOf(bank.pledges.change(accountant, id, { ceiling: '5000' }))).toBe('pledge.not-yours');
  expect(await answerOf(bank.pledges.settle(bank.donor, id, 'ru'))).toBe('pledge.not-found');
  expect(await answerOf(bank.pledgeReads.one(bank.coordinator, id))).toBe('pledge.not-found');
  await bank.pledges.settle(accountant, id, 'ru');
  expect(await answerOf(bank.pledges.change(owner, id, { ceiling: '899.99' }))).toContain('ceiling pledge.too-little');
  await bank.pledges.change(owner, id, { ceiling: '1000' });
  expect(await one(id)).toMatchObject({ ceiling: 100_000, due: 90_000, free: 10_000 });
  await bank.pledges.go(owner, id, 'pause');
  await bank.pledges.go(owner, id, 'pause');
  expect(await answerOf(bank.pledges.settle(accountant, id, 'ru'))).toBe('pledge.not-now');
  await bank.pledges.go(owner, id, 'resume');
  await bank.pledges.go(owner, id, 'end');
  expect(await answerOf(bank.pledges.go(owner, id, 'resume'))).toBe('pledge.not-now');
  expect(await one(id, owner)).toMatchObject({ status: 'ended', due: 90_000, can: [] });
  const draft = await bank.people.organization(owner.personId, 'submitted', 78);
  expect(
    await answerOf(
      bank.pledges.make(bank.as(owner, draft, 'owner'), draft, {
        ceiling: '2000',
        only: ['zeya'],
        until: '2027-01-31',
        day: 1,
      }),
    ),
  ).toBe('pledge.company-not-ready');
});
