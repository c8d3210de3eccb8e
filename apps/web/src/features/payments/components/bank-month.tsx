import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Bones, Loaded } from '../../../components/states.js';
import { day, monthName } from '../../../lib/dates.js';
import { nameOf, t } from '../../../lib/words.js';
import { useAmounts, useCategories } from '../../catalogue/api/catalogue.js';
import { useZone } from '../../installation/api/installation.js';
import { bankMonth, type BankMonth as Month } from '../api/bank-rows.js';
import './bank-month.css';

const SUMS = ['opening', 'came', 'returned', 'spent', 'moved', 'closing'] as const;
type Sums = Partial<Record<(typeof SUMS)[number], number>>;

function useShown(columns: readonly (keyof Sums)[], month: string) {
  const zone = useZone();
  const amounts = useAmounts();
  const label = (sum: keyof Sums): string => t(`payments:month.${sum}`, { month: day(`${month}-01`, zone) });
  const cells = (sums: Sums, note?: string): ReactNode =>
    columns.map((sum) => (
      <td
        key={sum}
        className={`r num${sums[sum] ? '' : ' zero'}${sum === 'closing' ? ' strong' : ''}`}
        data-l={label(sum)}
      >
        {sums[sum] === undefined ? '—' : amounts.say(sums[sum], 'kopeck')}
        {sum === 'came' && note && <small>{note}</small>}
      </td>
    ));
  return { label, cells };
}

/** «Ноябрь 2026» */
function titled(month: string): string {
  const name = monthName(month, true);
  return `${name.charAt(0).toLocaleUpperCase()}${name.slice(1)}`;
}

/** By purpose: what was there, what the month did to it, what is left; below it what is in no book yet. */
function Book({ book }: { book: Month }): ReactNode {
  const categories = useCategories().data ?? [];
  const columns = SUMS.filter((sum) => sum !== 'moved' || book.lines.some(({ moved }) => moved !== 0));
  const { label, cells } = useShown(columns, book.month);
  const { lines, total, waiting } = book;
  const name = (kind: string, purpose: string | null): string => {
    const category = nameOf(
      categories.find(({ code }) => code === purpose),
      purpose ?? '',
    );
    if (kind === 'need') return category;
    return purpose === null ? t('payments:month.general') : t('payments:month.surplus', { category });
  };
  const waits = { opening: waiting.opening, came: waiting.came, closing: waiting.opening + waiting.came };
  return (
    <table className="ledger ledger-dense book">
      <thead>
        <tr>
          <th scope="col">{t('payments:month.purpose')}</th>
          {columns.map((sum) => (
            <th key={sum} scope="col" className="r">
              {label(sum)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.kind} ${line.purpose}`}>
            <th scope="row">{name(line.kind, line.purpose)}</th>
            {cells(line, line.gifts > 0 ? t('payments:month.gifts', { count: line.gifts }) : undefined)}
          </tr>
        ))}
        <tr className="sum-line">
          <th scope="row">{t('payments:month.booked')}</th>
          {cells(total, total.gifts > 0 ? t('payments:month.gifts', { count: total.gifts }) : undefined)}
        </tr>
        <tr>
          <th scope="row">{t('payments:bank.toDecide')}</th>
          {cells(waits, waiting.rows > 0 ? t('payments:month.transfers', { count: waiting.rows }) : undefined)}
        </tr>
        <tr className="total">
          <th scope="row">{t('payments:month.all')}</th>
          {cells({
            ...total,
            opening: total.opening + waits.opening,
            came: total.came + waits.came,
            closing: total.closing + waits.closing,
          })}
        </tr>
      </tbody>
    </table>
  );
}

/** What came into the account each day, by the rows of the bank, and what of it is in the books. */
function Days({ book }: { book: Month }): ReactNode {
  const zone = useZone();
  const amounts = useAmounts();
  if (book.days.length === 0) return <p className="small muted book-days">{t('payments:month.noRows')}</p>;
  return (
    <details className="book-days small">
      <summary>{t('payments:month.days')}</summary>
      <table className="ledger ledger-dense book gap-top-3">
        <thead>
          <tr>
            <th scope="col">{t('payments:month.day')}</th>
            <th scope="col" className="r">
              {t('payments:month.came')}
            </th>
            <th scope="col" className="r">
              {t('payments:month.inBook')}
            </th>
            <th scope="col" className="r">
              {t('payments:bank.toDecide')}
            </th>
          </tr>
        </thead>
        <tbody>
          {book.days.map((one) => (
            <tr key={one.day}>
              <th scope="row">{day(one.day, zone)}</th>
              <td className="r num" data-l={t('payments:month.came')}>
                {amounts.say(one.amount, 'kopeck')}
                <small>{t('payments:month.transfers', { count: one.rows })}</small>
              </td>
              <td className="r num" data-l={t('payments:month.inBook')}>
                {amounts.say(one.booked, 'kopeck')}
              </td>
              <td className={`r num${one.waiting ? '' : ' zero'}`} data-l={t('payments:bank.toDecide')}>
                {amounts.say(one.waiting, 'kopeck')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** A month of the organization's money as a book; the months beside it are one step away. */
export function BankMonth({ org }: { org: string }): ReactNode {
  const [asked, setAsked] = useState<string>();
  const query = useQuery(bankMonth(org, asked));
  return (
    <section className="panel gap-top-5" aria-labelledby="month">
      <Loaded query={query} bones={<Bones rows={3} />}>
        {(book) => (
          <>
            <div className="panel-head">
              <h2 className="h-dense" id="month" aria-live="polite">
                {t('payments:month.title', { month: titled(book.month) })}
              </h2>
              <div className="row row-wrap push">
                {[book.before, book.after].flatMap((month) =>
                  month ? (
                    <Button key={month} size="dense" onClick={() => setAsked(month)}>
                      {titled(month)}
                    </Button>
                  ) : (
                    []
                  ),
                )}
              </div>
            </div>
            <Book book={book} />
            <Days book={book} />
          </>
        )}
      </Loaded>
    </section>
  );
}
