import { useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { currentLocale } from '../../../lib/locale.js';
import { t } from '../../../lib/words.js';
import { splitRow } from '../api/bank-rows.js';
import type { BankRow } from '../api/payments.js';
import { decimal } from '../../../lib/decimal.js';

interface Part {
  gift: string;
  quantity: string;
}
const EMPTY: Part = { gift: '', quantity: '' };
const MOST = 20;

/** Kopecks as the field of a sum takes them. */
const rubles = (kopecks: number): string =>
  new Intl.NumberFormat(currentLocale(), { useGrouping: false }).format(kopecks / 100);
const CODES = /LP-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/giu;

/** The codes that the payer wrote, each for a part, with what was promised under them where the transfer holds it all. */
function partsOf({ purpose, proposals, amount }: BankRow): Part[] {
  const codes = [...new Set((purpose ?? '').toUpperCase().match(CODES) ?? [])].slice(0, MOST);
  if (codes.length < 2) return [EMPTY, EMPTY];
  const promised = codes.map((gift) => proposals.find(({ code }) => code === gift)?.amount ?? Infinity);
  const fits = promised.reduce((sum, one) => sum + one, 0) <= amount;
  return codes.map((gift, at) => ({ gift, quantity: fits ? rubles(promised[at] ?? 0) : '' }));
}

/** One transfer that is several gifts: a code and a sum each; what is left is put aside. */
export function SplitRow({ row }: { row: BankRow }): ReactNode {
  const [parts, setParts] = useState<Part[]>(() => partsOf(row));
  const action = useAction(splitRow, {
    refresh: ['bank-rows', 'decided-rows', 'surpluses', 'needs', 'entries', 'bank-month'],
  });
  const change = (at: number, changes: Partial<Part>): void =>
    setParts(parts.map((part, index) => (index === at ? { ...part, ...changes } : part)));
  const said = parts.filter(({ gift, quantity }) => gift.trim() !== '' && quantity.trim() !== '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    if (said.length > 0)
      void action.run({
        id: row.id,
        parts: said.map(({ gift, quantity }) => ({
          gift: gift.trim(),
          quantity: decimal(quantity),
          unit: 'rub',
        })),
      });
  };
  return (
    <details className="give-part" open={row.reason === 'several-codes'}>
      <summary className="small strong">{t('payments:bank.split')}</summary>
      <form className="stack-3 gap-top-3" onSubmit={submit} aria-label={t('payments:bank.split')}>
        <p className="small muted">{t('payments:bank.splitNote')}</p>
        {parts.map((part, at) => (
          <div key={at} className="row row-wrap">
            <TextField
              label={t('payments:bank.partCode', { number: at + 1 })}
              placeholder="LP-…"
              maxLength={40}
              value={part.gift}
              onChange={(event) => change(at, { gift: event.target.value })}
            />
            <TextField
              label={t('payments:bank.partSum', { number: at + 1 })}
              inputMode="decimal"
              maxLength={20}
              value={part.quantity}
              onChange={(event) => change(at, { quantity: event.target.value })}
              error={action.error(`parts.${at}.quantity`)}
            />
          </div>
        ))}
        <ProblemNotice problem={action.general} />
        <p className="row row-wrap">
          <Button type="submit" look="main" size="dense" disabled={said.length === 0} busy={action.busy}>
            {t('payments:bank.splitSend')}
          </Button>
          {parts.length < MOST && (
            <Button size="dense" onClick={() => setParts([...parts, EMPTY])}>
              {t('payments:bank.partMore')}
            </Button>
          )}
        </p>
      </form>
    </details>
  );
}
