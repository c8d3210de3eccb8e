import type { Catalogue } from '#catalogue';
import { dayAt, refuseForm } from '#kernel';
import type { NeedEntity } from '#needs';
import { refuse } from '../match-life.refusals.js';
import { readReceipt, type BankReceipt, type SaidReceipt } from './bank-receipt.rules.js';

/** The bank's word on a gift of money; null where there is none and none is needed. @param needed whether money has arrived by a person who reads the account */
export function bankReceiptOf(
  catalogue: Catalogue,
  need: NeedEntity,
  said: SaidReceipt,
  needed: boolean,
  now: Date,
): BankReceipt | null {
  const isSaid = said.bankDate !== undefined || said.bankNumber !== undefined;
  if (need.kind !== 'money')
    return isSaid
      ? (refuseForm([
          { field: said.bankDate === undefined ? 'bankNumber' : 'bankDate', code: 'match.bank-only-money' },
        ]) as never)
      : null;
  if (!isSaid && !needed) return null;
  const timeZone = catalogue.place(need.place)?.timeZone ?? catalogue.timeZone;
  const read = readReceipt(said, dayAt(timeZone, now));
  if (read.ok) return read.receipt;
  return read.missing ? refuse('match.bank-needed') : (refuseForm(read.errors) as never);
}
