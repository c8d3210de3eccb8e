import { inflateRawSync } from 'node:zlib';
import { extractText, getDocumentProxy } from 'unpdf';
import type { Catalogue } from '#catalogue';
import {
  certificateSheet,
  inStatementTurn,
  moneyContractSheet,
  receiptSheet,
  registerCsv,
  registerPaperSheet,
  registerSheet,
  termsSheet,
} from '#exchange';
import { DAY_MS, newId, type SetClock } from '#kernel';
import { openCards, type Cards } from '../payments/card.fixture.js';

// What stands on papers is read from the papers themselves and held against accounts of the ledger, which no paper reads.
let cards: Cards;
let catalogue: Catalogue;
let company: string;
let accountant: Cards['donor'];
beforeAll(async () => {
  cards = await openCards();
  catalogue = cards.catalogue as Catalogue;
  const founder = await cards.people.person('Екатерина Ли');
  company = await cards.people.organization(founder.personId, 'verified', 77);
  await cards.source.query(`UPDATE organizations SET form = 'ooo' WHERE id = $1`, [company]);
  accountant = cards.as(founder, company, 'owner');
});
afterAll(() => cards.close());

type Written = Parameters<Parameters<typeof inStatementTurn>[0]>[0];
const written = (task: Parameters<Written>[0]): Promise<Buffer> => inStatementTurn((write) => write(task));
async function textOf(task: Parameters<Written>[0]): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await written(task))), { mergePages: true });
  return text.replace(/[\s\u00a0\u202f]+/g, ' ');
}
const kopecks = (said: string): number =>
  Math.round(Number(said.replace(/\s/g, '').replace('−', '-').replace(',', '.')) * 100);
/** The sum that stands behind a word, in kopecks; null: no such word with a sum is there. */
function sumBehind(text: string, word: string): number | null {
  const [, said] = new RegExp(`${word} (−?[\\d ]+(?:,\\d{1,2})?) ₽`).exec(text) ?? [];
  return said === undefined ? null : kopecks(said);
}
/** All sums that stand there; the number or the code of a transfer stands before its sum, may end with a digit, and is none of it. */
const sumsOf = (text: string): number[] =>
  [...text.replace(/(№ |LP-)\S+/g, '').matchAll(/(−?\d[\d ]*(?:,\d{1,2})?) ₽/g)].map(([, said]) => kopecks(said ?? ''));

async function number(sql: string, parameters: unknown[]): Promise<number> {
  const [{ sum }] = (await cards.source.query(
    `SELECT coalesce(sum(x), 0)::bigint AS sum FROM (${sql}) s(x)`,
    parameters,
  )) as [{ sum: number }];
  return sum;
}
/** What of a giver's money stands with others, by the accounts of what they offered. */
const givenBy = (party: string): Promise<number> =>
  number(`SELECT posted_out FROM accounts WHERE kind = 'offer' AND unit = 'kopeck' AND party_id = $1`, [party]);
/** What an organization has received and still holds. */
const heldBy = (party: string): Promise<number> =>
  number(
    `SELECT posted_in - CASE kind WHEN 'surplus' THEN posted_out ELSE 0 END FROM accounts WHERE kind IN ('need', 'surplus') AND unit = 'kopeck' AND party_id = $1`,
    [party],
  );
/** What one side's money went back by, as mirrors of the ledger have it. */
const wentBack = (column: 'debit' | 'credit', party: string): Promise<number> =>
  number(
    `SELECT t.amount FROM transfers t JOIN accounts a ON a.id = t.${column} JOIN accounts o ON o.id = t.credit WHERE t.kind = 'mirror' AND a.party_id = $1 AND o.kind = 'offer' AND t.unit = 'kopeck'`,
    [party],
  );

/** The cells of a workbook's only sheet that are numbers, row by row. */
function numbersOf(xlsx: Buffer): number[] {
  const at = xlsx.indexOf('xl/worksheets/sheet1.xml', xlsx.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))) - 46; // its entry in the central directory
  const [size, local] = [xlsx.readUInt32LE(at + 20), xlsx.readUInt32LE(at + 42)];
  const from = local + 30 + xlsx.readUInt16LE(local + 26) + xlsx.readUInt16LE(local + 28);
  const bytes = xlsx.subarray(from, from + size);
  const sheet = (xlsx.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString();
  return [...sheet.matchAll(/<c [^>]*?(?:t="n")?[^>]*><v>(-?[\d.]+)<\/v>/g)]
    .filter(([cell]) => !cell.includes('t="s"'))
    .map(([, value]) => Math.round(Number(value) * 100));
}

test('after gifts by bank and card, sums sent back and a lapse every paper says what the accounts say, to the kopeck', async () => {
  const { source, papers, organization } = cards;
  const donor = await cards.people.person('Анна Дарина');
  const need = await cards.moneyNeed('90000.00');
  const byBank = (await cards.promise(need, '1500.37', donor)).code;
  const toLapse = (await cards.promise(need, '777.77', donor)).code;
  const small = (await cards.promise(await cards.moneyNeed('100.00'), '100.00', donor)).code;
  await cards.import([
    { purpose: `Дар ${byBank}`, sum: '1500.37', number: '41' },
    { purpose: `Дар ${small}`, sum: '350.55', number: '42' },
  ]);
  const [row] = await cards.reads.toDecide(organization, 10, null);
  await cards.statements.decide(cards.coordinator, row!.id, { outcome: 'gift', gift: small }); // 250.55 of it has no room
  const byCard = await cards.byCard(need, '2345.61', donor);
  cards.fake.world.pay(byCard.intent);
  const others = await cards.byCard(need, '64.09');
  cards.fake.world.pay(others.intent);
  await cards.settle();
  (cards.clock as SetClock).forward(DAY_MS);
  await cards.cardRefunds.refund(cards.owner, byCard.code, { quantity: '345.60', unit: 'rub', locale: 'ru' }, newId());
  const back = { quantity: '100.05', unit: 'rub', locale: 'ru', bankDate: '2026-03-11', bankNumber: '214' } as const;
  await cards.refunds.refund(cards.owner, byBank, back);
  await cards.settle();

  const form = { ceiling: '5000', only: [organization], until: '2026-12-31', day: 25 };
  const pledge = await cards.pledges.make(accountant, company, form);
  const [transfer] = await cards.pledges.settle(accountant, pledge, 'ru');
  const { code } = (await cards.pledgeReads.one(accountant, pledge)).transfers[0]!;
  const contractText = async (): Promise<{ text: string; code: string }> => {
    const paper = await cards.contracts.contract(accountant, transfer!);
    return {
      text: await textOf({ sheet: moneyContractSheet(catalogue, paper, 'https://lepta.example'), format: 'transfer' }),
      code: paper.verificationCode,
    };
  };
  const bound = (): Promise<number> =>
    number(
      `SELECT a.posted_out + a.held_out FROM accounts a JOIN gifts g ON g.offer_id = a.holder_id WHERE a.kind = 'offer' AND g.pledge_transfer_id = $1`,
      [transfer],
    );
  const promised = await contractText();
  expect([sumBehind(promised.text, 'Всего'), await bound()]).toEqual([500_000, 500_000]);
  expect(await papers.check(promised.code)).toMatchObject({
    kind: 'contract',
    status: 'matches',
    now: null,
    promised: { then: 500_000, now: 500_000 },
  });
  await cards.import([{ purpose: `Договор ${code}`, sum: '4999.98', number: '43' }]);
  (cards.clock as SetClock).forward(15 * DAY_MS);
  await cards.gifts.lapseDue();
  expect((await cards.reads.gift(toLapse)).status).toBe('lapsed');
  const came = await contractText();
  expect([sumBehind(came.text, 'Всего'), await bound()]).toEqual([499_998, 499_998]);
  expect(await papers.check(promised.code)).toMatchObject({
    status: 'changed',
    promised: { then: null, now: 499_998 },
  });

  const around = { publicUrl: 'https://lepta.example', now: cards.clock.now() };
  const given = [await givenBy(donor.personId), await wentBack('credit', donor.personId)];
  expect(given).toEqual([150_037 + 35_055 + 234_561 - 34_560 - 10_005, 34_560 + 10_005]);
  const certificate = await papers.certificate(donor, organization, 2026);
  const certificateText = await textOf({
    sheet: certificateSheet(catalogue, certificate, { name: 'Анна' }, around, 'ru'),
    format: 'money',
  });
  expect(['Всего', 'Возвращено'].map((word) => sumBehind(certificateText, word))).toEqual(given);
  expect(sumBehind(certificateText, 'Поступило')).toBe(given[0]! + given[1]!);
  expect(
    sumsOf(certificateText)
      .slice(0, -3)
      .reduce((sum, one) => sum + one, 0),
  ).toBe(given[0]);

  for (const one of [byCard.code, small]) {
    const receipt = await papers.receipt(donor, one);
    const [{ party }] = (await source.query(
      `SELECT a.posted_out AS party FROM accounts a JOIN gifts g ON g.offer_id = a.holder_id WHERE a.kind = 'offer' AND g.code = $1`,
      [one],
    )) as [{ party: number }];
    const text = await textOf({ sheet: receiptSheet(catalogue, receipt, around, 'ru'), format: 'money' });
    expect([one, sumBehind(text, 'Всего')]).toEqual([one, party]);
  }

  const register = await papers.register(cards.coordinator, organization, {});
  const held = [await heldBy(organization), await wentBack('debit', organization)];
  expect(held[0]).toBe(given[0]! + 6_409 + 499_998);
  const registerText = await textOf({ sheet: registerPaperSheet(catalogue, register, around, 'ru'), format: 'money' });
  expect(['Всего', 'Возвращено'].map((word) => sumBehind(registerText, word))).toEqual(held);
  expect(
    sumsOf(registerText)
      .slice(0, -3)
      .reduce((sum, one) => sum + one, 0),
  ).toBe(held[0]);
  const sheet = registerSheet(catalogue, register, 'https://lepta.example', 'ru');
  const csv = registerCsv(sheet)
    .split('\r\n')
    .map((line) => line.split(';'));
  expect(csv.find(([head]) => head === 'Всего')?.[1]).toBe((held[0]! / 100).toFixed(2).replace('.', ','));
  expect(
    csv.filter(([day]) => /^\d\d\.\d\d\.\d{4}$/.test(day ?? '')).reduce((sum, line) => sum + kopecks(line[5] ?? ''), 0),
  ).toBe(held[0]);
  const numbers = numbersOf(await written({ sheet, format: 'register' }));
  expect(numbers.slice(-3)).toEqual([held[0]! + held[1]!, held[1], held[0]]);
  expect(numbers.slice(0, -3).reduce((sum, one) => sum + one, 0)).toBe(held[0]);
}, 120_000); // each file is written by a process of its own

test('a public offer on paper says what its page says, and its code says whether it still stands', async () => {
  const terms = await cards.contracts.terms(cards.organization, 'ru');
  const text = await textOf({
    sheet: termsSheet(terms, { publicUrl: 'https://lepta.example' }, 'ru'),
    format: 'transfer',
  });
  for (const { title, text: parts } of terms.sections)
    for (const part of [title, ...parts]) expect(text).toContain(part.replace(/[\s\u00a0]+/g, ' '));
  expect(text).toContain(`/gift-papers/${terms.verificationCode}`);
  expect((await cards.contracts.terms(cards.organization, 'ru')).verificationCode).toBe(terms.verificationCode);
  const english = await cards.contracts.terms(cards.organization, 'en');
  expect(english.verificationCode).not.toBe(terms.verificationCode);
  for (const { verificationCode } of [terms, english])
    expect(await cards.papers.check(verificationCode)).toMatchObject({
      kind: 'terms',
      status: 'matches',
      then: null,
      now: null,
      promised: null,
    });
  await cards.source.query(
    `UPDATE organizations SET account = account || '{"bankName": "ДРУГОЙ БАНК"}' WHERE id = $1`,
    [cards.organization],
  );
  expect(await cards.papers.check(terms.verificationCode)).toMatchObject({ status: 'changed', changedAt: null });
});
