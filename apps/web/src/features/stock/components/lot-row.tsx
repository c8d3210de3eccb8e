import { useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { SelectField, TextField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { day } from '../../../lib/dates.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { useZone } from '../../installation/api/installation.js';
import { AFTER_STOCK, takeApart, writeOff, type DifferenceReason, type Lot, type Stock } from '../api/stock.js';
import { GiveOut } from './give-out.js';
import { SendLot } from './moves.js';
import { LotPathOf } from './lot-path.js';
import { useThingName } from './names.js';
import { decimal } from '../../../lib/decimal.js';

const REASONS = ['broken', 'missing', 'miscounted', 'other'] as const;
/** Days that fill the bar. */
const LONG = 90;

function Keeps({ lot }: { lot: Lot }): ReactNode {
  const zone = useZone();
  const { bestBefore, daysLeft, freshness } = lot;
  if (bestBefore === null || daysLeft === null) return <span className="small muted">{t('stock:noDate')}</span>;
  const hot = freshness === 'soon' || freshness === 'expired';
  const said = daysLeft < 0 ? t('stock:past') : t('stock:days', { count: daysLeft });
  return (
    <span className="row">
      <span className="left-bar" role="img" aria-label={said}>
        <i className={hot ? 'hot' : ''} style={{ width: `${Math.min(100, Math.max(4, (daysLeft * 100) / LONG))}%` }} />
      </span>
      <span className={hot ? 'small strong' : 'small'}>
        {day(bestBefore, zone)}
        <br />
        <span className="tiny muted">{said}</span>
      </span>
    </span>
  );
}

function WriteOff({ lot, onDone }: { lot: Lot; onDone: () => void }): ReactNode {
  const amounts = useAmounts();
  const plain = amounts.plain(lot.amount, lot.unit);
  const [quantity, setQuantity] = useState('');
  const [reason, setReason] = useState<DifferenceReason>('broken');
  const action = useAction(writeOff, { refresh: AFTER_STOCK, onDone });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void action.run({ lot: lot.id, quantity: decimal(quantity), unit: plain.unit, reason });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <div className="grid-2">
        <TextField
          label={t('stock:loss.quantity')}
          inputMode="decimal"
          required
          maxLength={20}
          unit={amounts.symbol(plain.unit)}
          value={quantity}
          error={action.error('quantity')}
          onChange={(event) => setQuantity(event.target.value)}
        />
        <SelectField
          label={t('stock:loss.why')}
          value={reason}
          onChange={(event) => setReason(event.target.value as DifferenceReason)}
        >
          {REASONS.map((one) => (
            <option key={one} value={one}>
              {t(`stock:reason.${one}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <p className="small muted">{t('stock:loss.text')}</p>
      <ProblemNotice problem={action.general} />
      <p>
        <Button type="submit" look="no" busy={action.busy}>
          {t('stock:loss.go')}
        </Button>
      </p>
    </form>
  );
}

function TakeApart({ lot, onDone }: { lot: Lot; onDone: () => void }): ReactNode {
  const [count, setCount] = useState(String(lot.amount));
  const action = useAction(takeApart, { refresh: AFTER_STOCK, onDone });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void action.run({ lot: lot.id, count: Number(count) || 0 });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <TextField
        label={t('stock:kit.apartCount')}
        hint={t('stock:kit.apartText')}
        inputMode="numeric"
        required
        maxLength={6}
        value={count}
        error={action.error('count')}
        onChange={(event) => setCount(event.target.value)}
      />
      <ProblemNotice problem={action.general} />
      <p>
        <Button type="submit" busy={action.busy}>
          {t('stock:kit.apart')}
        </Button>
      </p>
    </form>
  );
}

type Opened = 'give' | 'move' | 'loss' | 'apart' | 'path' | null;

/** One lot: what it is, how much, until when, and what can be done with it. */
export function LotRow({ lot, stock, first }: { lot: Lot; stock: Stock; first: boolean }): ReactNode {
  const zone = useZone();
  const amounts = useAmounts();
  const name = useThingName();
  const [open, setOpen] = useState<Opened>(null);
  const expired = useAction(writeOff, { refresh: AFTER_STOCK });
  const close = (): void => setOpen(null);
  const toggle = (what: Opened) => (): void => setOpen(open === what ? null : what);
  const can = (verb: Lot['can'][number]): boolean => lot.can.includes(verb);
  return (
    <li className={first ? 'lot lot-first' : 'lot'} data-lot={lot.id}>
      <div className="lot-line">
        <span>
          <b className="strong break">{typograph(name(lot))}</b>
          <br />
          <span className="tiny muted break">
            {[
              t(lot.kit ? 'stock:lotMade' : 'stock:lotOf', { day: day(lot.takenInAt, zone) }),
              lot.coldChain && t('stock:cold'),
              lot.note,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
        <b className="num lot-amount">{amounts.say(lot.amount, lot.unit)}</b>
        <Keeps lot={lot} />
        <span className="row row-wrap lot-do">
          {can('give-out') && (
            <Button
              look={first ? 'main' : 'quiet'}
              size="dense"
              aria-expanded={open === 'give'}
              onClick={toggle('give')}
            >
              {t(first ? 'stock:give.first' : 'stock:give.title')}
            </Button>
          )}
          {can('write-off-expired') && (
            <Button
              look="no"
              size="dense"
              busy={expired.busy}
              onClick={() => void expired.run({ lot: lot.id, reason: 'expired' })}
            >
              {t('stock:loss.expired')}
            </Button>
          )}
          {can('move') && (
            <Button look="plain" size="dense" aria-expanded={open === 'move'} onClick={toggle('move')}>
              {t('stock:move.title')}
            </Button>
          )}
          {can('take-apart') && (
            <Button look="plain" size="dense" aria-expanded={open === 'apart'} onClick={toggle('apart')}>
              {t('stock:kit.apart')}
            </Button>
          )}
          {can('write-off') && (
            <Button look="plain" size="dense" aria-expanded={open === 'loss'} onClick={toggle('loss')}>
              {t('stock:loss.title')}
            </Button>
          )}
          <Button look="plain" size="dense" aria-expanded={open === 'path'} onClick={toggle('path')}>
            {t('stock:path')}
          </Button>
        </span>
      </div>
      <ProblemNotice problem={expired.problem} />
      {open && (
        <div className="lot-open">
          {open === 'give' && <GiveOut stock={stock} lot={lot} onDone={close} />}
          {open === 'move' && <SendLot lot={lot} stock={stock} onDone={close} />}
          {open === 'loss' && <WriteOff lot={lot} onDone={close} />}
          {open === 'apart' && <TakeApart lot={lot} onDone={close} />}
          {open === 'path' && <LotPathOf lot={lot.id} />}
        </div>
      )}
    </li>
  );
}
