import iconv from 'iconv-lite';
import { newId } from '#kernel';
import { GiftChoices, GiftMatches, MatchesService, MatchExpiryService, matchingEntities } from '#matching';
import { DonorsService } from '#donors';
import {
  BankCancellations,
  BankCorrections,
  BankRecognition,
  BankRowsQueries,
  BankStatements,
  ContractPapers,
  forgetGifts,
  giftFollowsMatchJob,
  GiftOrders,
  GiftOrdersQueries,
  GiftPapers,
  GiftRefunds,
  GiftReminders,
  GiftPromises,
  Gifts,
  paymentEntities,
  PaymentsQueries,
  PledgeReceipts,
  Pledges,
  PledgeSettlements,
  PledgesQueries,
  SavedCards,
  StandingGifts,
  StandingLinks,
  StandingMails,
  StripeClient,
  Surpluses,
  SurplusQueries,
  type StatementFile,
} from '#payments';
import { StandingGiftDates, StandingOffersService } from '#offers';
import { Env } from '#host';
import { type Tx } from '#platform';
import { proposerOf } from '../matching/life-fixture.js';
import { ACCOUNT, openDesk } from '../needs/fixture.js';

export interface Payment {
  readonly purpose: string;
  /** As the bank writes it: 1500.00. */
  readonly sum?: string;
  readonly number?: string;
  readonly payee?: string;
}

/** A file in one piece. */
export const fileOf = (bytes: Uint8Array, sha256: string, name = 'kl_to_1c.txt'): StatementFile => ({
  sha256,
  name,
  async *pieces() {
    yield bytes;
  },
});

/** A statement in windows-1251 with these payments into the account. */
export function bankFile(payments: readonly Payment[]): StatementFile {
  const lines = [
    '1CClientBankExchange',
    'ВерсияФормата=1.03',
    'Кодировка=Windows',
    ...payments.flatMap(({ purpose, sum = '1500.00', number = '17', payee = ACCOUNT.number }) => [
      'СекцияДокумент=Платежное поручение',
      `Номер=${number}`,
      'Дата=10.03.2026',
      `Сумма=${sum}`,
      'ДатаПоступило=10.03.2026',
      'ПлательщикСчет=40817810000000000001',
      'Плательщик=Иванов Иван',
      `ПолучательСчет=${payee}`,
      `НазначениеПлатежа=${purpose}`,
      'КонецДокумента',
    ]),
    'КонецФайла',
    '',
  ];
  return fileOf(iconv.encode(lines.join('\r\n'), 'win1251'), newId());
}

/** An organization with an account, its money need, and the services of gifts. */
export async function openBank(settings: Readonly<Record<string, string>> = {}) {
  const desk = await openDesk('2026-03-10T05:00:00Z', [...matchingEntities, ...paymentEntities]);
  const { source, clock, catalogue, ledger, needs, offers, organization } = desk;
  const giftMatches = new GiftMatches(clock, new DonorsService(clock), ledger, needs, offers);
  const promises = new GiftPromises(source, clock, catalogue, giftMatches);
  const gifts = new Gifts(source, clock, giftMatches);
  const corrections = new BankCorrections(source, clock, catalogue, ledger, giftMatches, gifts);
  const env = new Env({ SESSION_SECRET: 'x'.repeat(40), PUBLIC_URL: 'https://lepta.example', ...settings });
  const stripe = new StripeClient(env);
  const orders = new GiftOrders(
    source,
    clock,
    catalogue,
    new GiftChoices(clock, catalogue, ledger),
    promises,
    giftMatches,
    stripe,
  );
  const standing = new StandingOffersService(source, clock, catalogue, offers);
  const giftDates = new StandingGiftDates(clock);
  const standingGifts = new StandingGifts(
    source,
    clock,
    catalogue,
    giftDates,
    new GiftChoices(clock, catalogue, ledger),
    orders,
    env,
    stripe,
  );
  const saved = new SavedCards(source, clock, catalogue, giftDates, stripe);
  const links = new StandingLinks(source, clock, catalogue, giftDates, standing, giftMatches, saved, env);
  const orderReads = new GiftOrdersQueries(source);
  const recognition = new BankRecognition(source, clock, gifts, new PledgeReceipts(corrections));
  const pledges = new Pledges(
    source,
    clock,
    catalogue,
    new GiftChoices(clock, catalogue, ledger),
    promises,
    giftMatches,
  );
  const standingMails = new StandingMails(clock, giftDates, env);
  const statements = new BankStatements(source, clock, gifts, recognition);
  const papers = new GiftPapers(source, clock, catalogue, statements);
  const pledgeReads = new PledgesQueries(source);
  const reads = new PaymentsQueries(source);
  const surpluses = new Surpluses(source, clock, catalogue, ledger, needs);
  const refunds = new GiftRefunds(source, clock, catalogue, ledger, needs);
  const surplusReads = new SurplusQueries(source, clock, catalogue);
  const life = new MatchesService(source, clock, catalogue, ledger, needs, offers);
  return {
    ...desk,
    env,
    stripe,
    promises,
    gifts,
    giftMatches,
    corrections,
    cancellations: new BankCancellations(source, clock, corrections),
    rows: new BankRowsQueries(source),
    papers,
    orders,
    orderReads,
    standing,
    standingGifts,
    standingMails,
    giftDates,
    saved,
    links,
    secret: 'x'.repeat(40),
    statements,
    recognition,
    reminders: new GiftReminders(source, clock, catalogue, standingMails),
    pledges,
    pledgeReads,
    contracts: new ContractPapers(source, clock, catalogue, papers, pledgeReads),
    settlements: new PledgeSettlements(source, clock, catalogue, pledges),
    reads,
    life,
    refunds,
    surpluses,
    surplusReads,
    /** A need of so many roubles; a donor's yes is enough. */
    moneyNeed: (rub = '15000.00'): Promise<string> =>
      desk.openNeed({
        kind: 'money',
        category: 'elderly-veterans',
        item: null,
        quantity: rub,
        unit: 'rub',
        autoAccept: true,
      }),
    promise: async (needId: string, rub = '1500.00', who: Parameters<GiftPromises['promise']>[0] = null) =>
      reads.giftById(
        await promises.promise(who, needId, {
          quantity: rub,
          unit: 'rub',
          locale: 'ru',
          anonymous: true,
          donor: { name: 'Проверка', email: 'gift@example.org' },
        }),
      ),
    import: async (payments: readonly Payment[]) =>
      reads.statement(desk.coordinator, await statements.import(desk.coordinator, organization, bankFile(payments))),
    ends: new MatchExpiryService(source, clock, ledger, needs, offers),
    /** What the facts about matches lead to in gifts. */
    followAll: async (): Promise<void> => {
      const facts: { payload: { matchId: string } }[] = await source.query(
        `SELECT payload FROM facts WHERE type IN ('match.confirmed', 'match.cancelled') ORDER BY id`,
      );
      for (const { payload } of facts)
        await source.transaction((tx: Tx) => giftFollowsMatchJob.apply!(tx, { payload } as never));
    },
    erase: async (personId: string): Promise<void> => {
      await source.transaction((tx: Tx) => forgetGifts(tx, { personId, addresses: [] } as never));
      await source.query('UPDATE people SET erased_at = now() WHERE id = $1', [personId]);
    },
    /** An offer of money, agreed with the need by both sides. */
    agreed: async (needId: string, rub: string): Promise<string> => {
      const offerId = await desk.postOffer({
        kind: 'money',
        category: 'elderly-veterans',
        item: undefined,
        place: undefined,
        radiusKm: undefined,
        quantity: rub,
        unit: 'rub',
      });
      const id = await proposerOf(desk)(offerId, needId, Number(rub) * 100, 'kopeck');
      await life.accept(desk.donor, id);
      return id;
    },
    /** The match of a gift, its offer and what of that is whose. */
    behind: async (giftId: string) => {
      const [row] = (await source.query(
        'SELECT g.match_id AS match, g.offer_id AS offer, o.status, d.display_name AS name, o.donor_id AS donor FROM gifts g JOIN offers o ON o.id = g.offer_id JOIN donors d ON d.id = o.donor_id WHERE g.id = $1',
        [giftId],
      )) as { match: string; offer: string; status: string; name: string; donor: string }[];
      return { ...row!, balance: (await ledger.offerBalances(source.manager, [row!.offer])).get(row!.offer)! };
    },
    balance: async (needId: string) => (await ledger.needBalances(source.manager, [needId])).get(needId),
  };
}
export type Bank = Awaited<ReturnType<typeof openBank>>;
