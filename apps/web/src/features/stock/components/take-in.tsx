import { useMemo, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Combobox, type Choice } from '../../../components/combobox.js';
import { SelectField, TextField } from '../../../components/field.js';
import { Notice, ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { day } from '../../../lib/dates.js';
import type { Goods } from '../../../lib/api-types.js';
import { focusFirstError } from '../../../lib/form.js';
import { afterLeaving, goToOutcome } from '../../../lib/outcome.js';
import { typograph } from '../../../lib/typograph.js';
import { nameOf, t } from '../../../lib/words.js';
import { useAmounts, useByCode, useGoods } from '../../catalogue/api/catalogue.js';
import { useZone } from '../../installation/api/installation.js';
import { AFTER_STOCK, cancelArrival, takeIn, type Arrival, type Stock } from '../api/stock.js';
import { useThingName } from './names.js';
import { decimal } from '../../../lib/decimal.js';

/** Four digits from the giver's phone, and how much really came. */
function Expected({ arrival, point, onTaken }: { arrival: Arrival; point: string; onTaken: () => void }): ReactNode {
  const zone = useZone();
  const element = useRef<HTMLFormElement>(null);
  const amounts = useAmounts();
  const name = useThingName();
  const [open, setOpen] = useState(false);
  const [code, setCode] = useState('');
  const [said, setSaid] = useState<string | null>(null);
  const [until, setUntil] = useState(arrival.bestBefore ?? '');
  const action = useAction(takeIn, { refresh: AFTER_STOCK, onDone: onTaken });
  const cancel = useAction(cancelArrival, { refresh: AFTER_STOCK, onDone: afterLeaving });
  const plain = amounts.plain(arrival.amount, arrival.unit);
  const wrong = action.problem?.code === 'stock.wrong-code' ? action.problem.message : undefined;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await action.run({
      point,
      arrival: arrival.id,
      code,
      quantity: decimal(said ?? plain.quantity),
      unit: plain.unit,
      bestBefore: until || null,
    });
    focusFirstError(element.current);
  };
  return (
    <li data-arrival={arrival.id}>
      <div className="row between row-wrap">
        <span>
          <b className="strong break">{`${typograph(name(arrival))}, ${amounts.say(arrival.amount, arrival.unit)}`}</b>
          <br />
          <span className="small muted">
            {t('stock:in.said', { giver: arrival.giver, day: day(arrival.announcedAt, zone) })}
          </span>
        </span>
        <Button look="main" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('stock:in.open')}
        </Button>
      </div>
      {open && (
        <form ref={element} className="stack gap-top-3" onSubmit={(event) => void submit(event)}>
          <div className="code-of-point">
            <TextField
              label={t('stock:in.code')}
              inputMode="numeric"
              autoComplete="off"
              required
              pattern="[0-9]{4}"
              maxLength={4}
              value={code}
              error={wrong ?? action.error('code')}
              onChange={(event) => setCode(event.target.value.replace(/\D/g, ''))}
            />
          </div>
          <div className="grid-2">
            <TextField
              label={t('stock:in.quantity')}
              inputMode="decimal"
              required
              maxLength={20}
              unit={amounts.symbol(plain.unit)}
              value={said ?? plain.quantity}
              error={action.error('quantity')}
              onChange={(event) => setSaid(event.target.value)}
            />
            <TextField
              label={t('stock:in.until')}
              type="date"
              optional
              value={until}
              error={action.error('bestBefore')}
              onChange={(event) => setUntil(event.target.value)}
            />
          </div>
          {!wrong && <ProblemNotice problem={action.general} />}
          <Button type="submit" look="main" size="large" wide busy={action.busy}>
            {t('stock:in.go')}
          </Button>
          <p>
            <Button look="plain" size="dense" busy={cancel.busy} onClick={() => void cancel.run(arrival.id)}>
              {t('stock:in.notComing')}
            </Button>
          </p>
          <ProblemNotice problem={cancel.problem} />
        </form>
      )}
    </li>
  );
}

const NOTHING = { typed: '', item: '', quantity: '', unit: '', until: '', note: '', cold: false };

/** How much of it came, until when it keeps, and where it lies. */
function BroughtFields({
  form,
  change,
  item,
  error,
}: {
  form: typeof NOTHING;
  change: (changes: Partial<typeof NOTHING>) => void;
  item: Goods | undefined;
  error: (field: string) => string | undefined;
}): ReactNode {
  const amounts = useAmounts();
  return (
    <div className="grid-2">
      <TextField
        label={t('stock:in.quantity')}
        inputMode="decimal"
        required
        maxLength={20}
        value={form.quantity}
        error={error('quantity')}
        onChange={(event) => change({ quantity: event.target.value })}
      />
      <SelectField
        label={t('stock:in.unit')}
        value={form.unit || (item?.defaultUnit ?? '')}
        error={error('unit')}
        onChange={(event) => change({ unit: event.target.value })}
      >
        {(item?.units ?? []).map((unit) => (
          <option key={unit} value={unit}>
            {amounts.symbol(unit)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t('stock:in.until')}
        type="date"
        optional
        value={form.until}
        error={error('bestBefore')}
        onChange={(event) => change({ until: event.target.value })}
      />
      <TextField
        label={t('stock:in.note')}
        optional
        maxLength={300}
        value={form.note}
        onChange={(event) => change({ note: event.target.value })}
      />
    </div>
  );
}

/** Brought without an announcement: an offer is made of it, of nobody by name. */
function Brought({ point }: { point: string }): ReactNode {
  const element = useRef<HTMLFormElement>(null);
  const goods = useGoods().data;
  const byCode = useByCode(goods);
  const [form, setForm] = useState(NOTHING);
  const [done, setDone] = useState(false);
  const change = (changes: Partial<typeof NOTHING>): void => setForm((before) => ({ ...before, ...changes }));
  const action = useAction(takeIn, {
    refresh: AFTER_STOCK,
    onDone: () => {
      setForm(NOTHING);
      setDone(true);
      goToOutcome('[data-brought]', t('stock:in.done'));
    },
  });
  const choices = useMemo<Choice[]>(
    () => (goods ?? []).map((one) => ({ value: one.code, label: nameOf(one) })),
    [goods],
  );
  const item = byCode.get(form.item);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setDone(false);
    await action.run({
      point,
      bestBefore: form.until || null,
      ...(form.note.trim() ? { note: form.note.trim() } : {}),
      brought: {
        item: form.item || undefined,
        quantity: decimal(form.quantity),
        unit: form.unit || item?.defaultUnit || '',
        coldChain: form.cold,
      },
    });
    focusFirstError(element.current);
  };
  return (
    <form ref={element} className="stack" onSubmit={(event) => void submit(event)}>
      <h3 className="h-small">{t('stock:in.brought')}</h3>
      <p className="small muted">{t('stock:in.broughtText')}</p>
      <Combobox
        label={t('stock:in.what')}
        choices={choices}
        value={form.item}
        typed={form.typed}
        error={action.error('item') ?? action.error('category')}
        onType={(typed) => change({ typed, item: '', unit: '' })}
        onChoose={(choice) => change({ typed: choice.label, item: choice.value, unit: '' })}
      />
      <BroughtFields form={form} change={change} item={item} error={action.error} />
      {item?.saysStorage && (
        <label className="check">
          <input type="checkbox" checked={form.cold} onChange={(event) => change({ cold: event.target.checked })} />
          <span>{t('stock:in.cold')}</span>
        </label>
      )}
      {done && (
        <div tabIndex={-1} data-brought>
          <Notice look="good" role="status">
            <p>{t('stock:in.done')}</p>
          </Notice>
        </div>
      )}
      <ProblemNotice problem={action.general} />
      <Button type="submit" look="main" size="large" wide busy={action.busy} disabled={form.item === ''}>
        {t('stock:in.go')}
      </Button>
    </form>
  );
}

/** What was announced, then what nobody announced. */
export function TakeIn({ stock }: { stock: Stock }): ReactNode {
  const [taken, setTaken] = useState(false);
  const onTaken = (): void => {
    setTaken(true);
    goToOutcome('[data-taken-in]', t('stock:in.done'));
  };
  return (
    <section className="panel" aria-labelledby="take-in">
      <div className="panel-head">
        <h2 className="h-dense" id="take-in">
          {t('stock:in.title')}
        </h2>
      </div>
      <div className="panel-body stack-6">
        {taken && (
          <div tabIndex={-1} data-taken-in>
            <Notice look="good" role="status">
              <p>{t('stock:in.done')}</p>
            </Notice>
          </div>
        )}
        {stock.arrivals.length > 0 ? (
          <ul className="lines">
            {stock.arrivals.map((arrival) => (
              <Expected key={arrival.id} arrival={arrival} point={stock.point.id} onTaken={onTaken} />
            ))}
          </ul>
        ) : (
          <p className="small muted">{t('stock:in.none')}</p>
        )}
        <Brought point={stock.point.id} />
      </div>
    </section>
  );
}
