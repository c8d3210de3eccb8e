import iconv from 'iconv-lite';
import { newId } from '#kernel';
import { GiftMatches, matchingEntities } from '#matching';
import { DonorsService } from '#donors';
import { BankStatements, Gifts, paymentEntities, PaymentsQueries } from '#payments';
import { openDesk } from '../needs/fixture.js';

export const ACCOUNT = { bik: '041012999', number: '40703810900000000001', bankName: 'ДЕМО-БАНК', correspondent: '30101810600000000999' };

export interface Payment {
  readonly purpose: string;
  /** As the bank writes it: 1500.00. */
  readonly sum?: string;
  readonly number?: string;
  readonly payee?: string;
}

/** A statement in windows-1251 with these payments into the account. */
export function bankFile(payments: readonly Payment[]): { bytes: Uint8Array; sha256: string } {
  const lines = ['1CClientBankExchange', 'ВерсияФормата=1.03', 'Кодировка=Windows', ...payments.flatMap(({ purpose, sum = '1500.00', number = '17', payee = ACCOUNT.number }) => [
    'СекцияДокумент=Платежное поручение', `Номер=${number}`, 'Дата=10.03.2026', `Сумма=${sum}`, 'ДатаПоступило=10.03.2026', 'ПлательщикСчет=40817810000000000001', 'Плательщик=Иванов Иван', `ПолучательСчет=${payee}`, `НазначениеПлатежа=${purpose}`, 'КонецДокумента',
  ]), 'КонецФайла', ''];
  return { bytes: iconv.encode(lines.join('\r\n'), 'win1251'), sha256: newId() };
}

/** An organization with an account, its money need, and the services of gifts. */
export async function openBank() {
  const desk = await openDesk('2026-03-10T05:00:00Z', [...matchingEntities, ...paymentEntities]);
  const { source, clock, catalogue, ledger, needs, offers, organization } = desk;
  await source.query('UPDATE organizations SET account = $2 WHERE id = $1', [organization, ACCOUNT]);
  const gifts = new Gifts(source, clock, catalogue, new GiftMatches(clock, new DonorsService(clock), ledger, needs, offers));
  const statements = new BankStatements(source, clock, gifts);
  const reads = new PaymentsQueries(source);
  return {
    ...desk, gifts, statements, reads,
    /** A need of so many roubles; a donor's yes is enough. */
    moneyNeed: (rub = '15000.00'): Promise<string> => desk.openNeed({ kind: 'money', category: 'elderly-veterans', item: null, quantity: rub, unit: 'rub', autoAccept: true }),
    promise: async (needId: string, rub = '1500.00', who: Parameters<Gifts['promise']>[0] = null) => reads.giftById(await gifts.promise(who, needId, { quantity: rub, unit: 'rub', locale: 'ru', anonymous: true, donor: { name: 'Проверка', email: 'gift@example.org' } })),
    import: async (payments: readonly Payment[]) => reads.statement(desk.coordinator, await statements.import(desk.coordinator, organization, bankFile(payments))),
    balance: async (needId: string) => (await ledger.needBalances(source.manager, [needId])).get(needId),
  };
}
export type Bank = Awaited<ReturnType<typeof openBank>>;
