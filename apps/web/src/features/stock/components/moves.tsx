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
import { AFTER_STOCK, usePoints, type Lot, type Move, type Stock } from '../api/stock.js';
import { callBack, receiveMove, sendLot } from '../api/moves.js';
import { useThingName } from './names.js';
import { decimal } from '../../../lib/decimal.js';

const REASONS = ['broken', 'missing', 'other'] as const;

/** A lot, or a part of it, to another point of the organization. */
export function SendLot({ lot, stock, onDone }: { lot: Lot; stock: Stock; onDone: () => void }): ReactNode {
  const amounts = useAmounts();
  const plain = amounts.plain(lot.amount, lot.unit);
  const others = (usePoints({ organization: stock.point.organization }).data ?? []).filter(
    ({ id }) => id !== stock.point.id,
  );
  const [to, setTo] = useState('');
  const [quantity, setQuantity] = useState(plain.quantity);
  const [note, setNote] = useState('');
  const action = useAction(sendLot, { refresh: AFTER_STOCK, onDone });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void action.run({
      lot: lot.id,
      to: to || (others[0]?.id ?? ''),
      quantity: decimal(quantity),
      unit: plain.unit,
      note: note.trim() || undefined,
    });
  };
  if (others.length === 0) return <p className="small muted">{t('stock:move.noOther')}</p>;
  return (
    <form className="stack" onSubmit={submit}>
      <div className="grid-2">
        <SelectField label={t('stock:move.to')} value={to} onChange={(event) => setTo(event.target.value)}>
          {others.map((point) => (
            <option key={point.id} value={point.id}>
              {point.name}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t('stock:move.quantity')}
          inputMode="decimal"
          required
          maxLength={20}
          unit={amounts.symbol(plain.unit)}
          value={quantity}
          error={action.error('quantity')}
          onChange={(event) => setQuantity(event.target.value)}
        />
      </div>
      <TextField
        label={t('stock:move.note')}
        optional
        maxLength={300}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <p className="small muted">{t('stock:move.text')}</p>
      <ProblemNotice problem={action.general} />
      <p>
        <Button type="submit" look="main" busy={action.busy}>
          {t('stock:move.go')}
        </Button>
      </p>
    </form>
  );
}

function Coming({ move }: { move: Move }): ReactNode {
  const amounts = useAmounts();
  const plain = amounts.plain(move.amount, move.lot.unit);
  const [quantity, setQuantity] = useState(plain.quantity);
  const [rest, setRest] = useState<'back' | (typeof REASONS)[number]>('back');
  const action = useAction(receiveMove, { refresh: AFTER_STOCK });
  const less = quantity !== plain.quantity;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void action.run({
      move: move.id,
      ...(less ? { quantity: decimal(quantity), unit: plain.unit } : {}),
      ...(less ? (rest === 'back' ? { back: true } : { reason: rest }) : {}),
    });
  };
  return (
    <form className="stack gap-top-3" onSubmit={submit}>
      <div className="grid-2">
        <TextField
          label={t('stock:move.came')}
          inputMode="decimal"
          required
          maxLength={20}
          unit={amounts.symbol(plain.unit)}
          value={quantity}
          error={action.error('quantity')}
          onChange={(event) => setQuantity(event.target.value)}
        />
        {less && (
          <SelectField
            label={t('stock:move.rest')}
            value={rest}
            error={action.error('reason')}
            onChange={(event) => setRest(event.target.value as 'back' | (typeof REASONS)[number])}
          >
            <option value="back">{t('stock:move.back')}</option>
            {REASONS.map((reason) => (
              <option key={reason} value={reason}>
                {t(`stock:reason.${reason}`)}
              </option>
            ))}
          </SelectField>
        )}
      </div>
      <ProblemNotice problem={action.general} />
      <p>
        <Button type="submit" look="main" size="large" busy={action.busy}>
          {t('stock:move.receive')}
        </Button>
      </p>
    </form>
  );
}

/** What is on the way here, and from here; nothing is shown while nothing is. */
export function Moves({ stock }: { stock: Stock }): ReactNode {
  const zone = useZone();
  const amounts = useAmounts();
  const name = useThingName();
  const back = useAction(callBack, { refresh: AFTER_STOCK });
  if (stock.moves.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="moves">
      <div className="panel-head">
        <h2 className="h-dense" id="moves">
          {t('stock:move.onTheWay')}
        </h2>
      </div>
      <ul className="lots">
        {stock.moves.map((move) => (
          <li key={move.id} className="lot" data-move={move.id}>
            <div className="row between row-wrap">
              <span>
                <b className="strong break">{`${typograph(name(move.lot))}, ${amounts.say(move.amount, move.lot.unit)}`}</b>
                <br />
                <span className="small muted break">
                  {[
                    t(move.can.includes('receive') ? 'stock:move.from' : 'stock:move.toPoint', {
                      point: move.can.includes('receive') ? move.from.name : move.to.name,
                    }),
                    t('stock:move.sent', { day: day(move.sentAt, zone) }),
                    move.note,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              {move.can.includes('call-back') && (
                <Button look="plain" size="dense" busy={back.busy} onClick={() => void back.run(move.id)}>
                  {t('stock:move.callBack')}
                </Button>
              )}
            </div>
            {move.can.includes('receive') && <Coming move={move} />}
          </li>
        ))}
      </ul>
      <ProblemNotice problem={back.problem} />
    </section>
  );
}
