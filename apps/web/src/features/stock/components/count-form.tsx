import { useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { SelectField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { Bones, Loaded } from '../../../components/states.js';
import { useAction } from '../../../lib/action.js';
import { day } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import {
  AFTER_STOCK,
  DIFFERENCE_REASONS,
  enterCount,
  useCounts,
  type CountRow,
  type DifferenceReason,
  type Stock,
} from '../api/stock.js';
import { useThingName } from './names.js';
import { decimal } from '../../../lib/decimal.js';

interface Said {
  quantity: string;
  reason: DifferenceReason | '';
}

const numberOf = (text: string): number => Number(decimal(text));

/** What lies there beside what the books say: what differs needs a reason, and becomes a new entry. */
function Rows({ stock, onDone }: { stock: Stock; onDone: () => void }): ReactNode {
  const amounts = useAmounts();
  const name = useThingName();
  const [said, setSaid] = useState<Record<string, Said>>({});
  const action = useAction(enterCount, { refresh: AFTER_STOCK, onDone });
  const rows = stock.lots.map((lot) => {
    const book = amounts.plain(lot.amount, lot.unit);
    const own = said[lot.id] ?? { quantity: book.quantity, reason: '' as const };
    const difference = numberOf(own.quantity) - Number(book.quantity);
    return { lot, book, own, difference: Number.isFinite(difference) ? Number(difference.toFixed(6)) : 0 };
  });
  const differing = rows.filter(({ difference }) => difference !== 0).length;
  const change = (lot: string, changes: Partial<Said>, before: Said): void =>
    setSaid((all) => ({ ...all, [lot]: { ...before, ...changes } }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void action.run({
      point: stock.point.id,
      rows: rows.map(({ lot, book, own }): CountRow => ({
        lot: lot.id,
        book: lot.amount,
        quantity: decimal(own.quantity) || '0',
        unit: book.unit,
        ...(own.reason ? { reason: own.reason } : {}),
      })),
    });
  };
  return (
    <form onSubmit={submit}>
      <ul className="lines">
        {rows.map(({ lot, book, own, difference }, at) => (
          <li key={lot.id} className="stack">
            <div className="count-line">
              <span>
                <b className="strong break">{typograph(name(lot))}</b>
                <br />
                <span className="small muted">
                  {t('stock:count.book', { amount: amounts.say(lot.amount, lot.unit) })}
                </span>
              </span>
              <label className="count-said">
                <span className="sr">{t('stock:count.said', { what: name(lot) })}</span>
                <input
                  className="num"
                  inputMode="decimal"
                  maxLength={20}
                  value={own.quantity}
                  onChange={(event) => change(lot.id, { quantity: event.target.value }, own)}
                />
              </label>
              <span className={difference < 0 ? 'diff diff-minus' : difference > 0 ? 'diff diff-plus' : 'diff'}>
                {difference > 0 ? `+${difference}` : String(difference).replace('-', '\u2212')}
              </span>
            </div>
            {difference !== 0 && (
              <SelectField
                label={t('stock:count.why', {
                  difference: `${difference > 0 ? '+' : '\u2212'}${Math.abs(difference)} ${amounts.symbol(book.unit)}`,
                })}
                value={own.reason}
                error={action.error(`rows.${at}.reason`) ?? action.error(`rows.${at}.quantity`)}
                onChange={(event) => change(lot.id, { reason: event.target.value as Said['reason'] }, own)}
              >
                <option value="">{t('form.choose')}</option>
                {DIFFERENCE_REASONS.map((reason) => (
                  <option key={reason} value={reason}>
                    {t(`stock:reason.${reason}`)}
                  </option>
                ))}
              </SelectField>
            )}
          </li>
        ))}
      </ul>
      <ProblemNotice problem={action.general} />
      <div className="gap-top-4">
        <Button type="submit" look="main" size="large" wide busy={action.busy}>
          {differing === 0 ? t('stock:count.same') : t('stock:count.go', { count: differing })}
        </Button>
      </div>
      <p className="tiny muted gap-top-2">{t('stock:count.text')}</p>
    </form>
  );
}

/** Earlier counts, with what differed. */
function Earlier({ point, zone }: { point: string; zone?: string }): ReactNode {
  const amounts = useAmounts();
  const name = useThingName();
  return (
    <Loaded query={useCounts(point)} bones={<Bones rows={2} height={32} />}>
      {(counts) =>
        counts.length === 0 ? (
          <p className="small muted">{t('stock:count.none')}</p>
        ) : (
          <ul className="lines" data-counts>
            {counts.map((count) => (
              <li key={count.id}>
                <p className="small strong">{day(count.at, zone)}</p>
                {count.rows
                  .filter((row) => row.book !== row.counted)
                  .map((row) => (
                    <p key={row.lot} className="small">
                      {t('stock:count.was', {
                        what: name(row),
                        book: amounts.say(row.book, row.unit),
                        counted: amounts.say(row.counted, row.unit),
                        why: t(`stock:reason.${row.reason ?? 'other'}`),
                      })}
                    </p>
                  ))}
                {count.rows.every((row) => row.book === row.counted) && (
                  <p className="small muted">{t('stock:count.agreed')}</p>
                )}
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

export function CountForm({ stock, onDone }: { stock: Stock; onDone: () => void }): ReactNode {
  return (
    <section className="panel" aria-labelledby="count">
      <div className="panel-head">
        <h2 className="h-dense" id="count">
          {t('stock:count.title')}
        </h2>
      </div>
      <div className="panel-body stack-6">
        {stock.lots.length > 0 ? (
          <Rows stock={stock} onDone={onDone} />
        ) : (
          <p className="small muted">{t('stock:emptyText')}</p>
        )}
        <div>
          <h3 className="h-small gap-below-2">{t('stock:count.earlier')}</h3>
          <Earlier point={stock.point.id} />
        </div>
      </div>
    </section>
  );
}
