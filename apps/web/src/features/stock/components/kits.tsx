import { useMemo, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { SelectField, TextField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { focusFirstError } from '../../../lib/form.js';
import { nameOf, t } from '../../../lib/words.js';
import { useAmounts, useByCode, useCatalogue, useGoods } from '../../catalogue/api/catalogue.js';
import { AFTER_STOCK, assembleKits, makeKit, retireKit, type Kit, type KitForm, type Stock } from '../api/stock.js';
import { decimal } from '../../../lib/decimal.js';

function KitLine({ kit, point }: { kit: Kit; point: string }): ReactNode {
  const amounts = useAmounts();
  const goods = useCatalogue('goods');
  const [said, setSaid] = useState<string | null>(null);
  const assemble = useAction(assembleKits, { refresh: AFTER_STOCK, onDone: () => setSaid(null) });
  const retire = useAction(retireKit, { refresh: AFTER_STOCK });
  const count = said ?? String(kit.possible);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void assemble.run({ point, kit: kit.id, count: Number(count) || 0 });
  };
  const parts = kit.parts.map(({ item, amount, unit }) => `${nameOf(goods.get(item))} ${amounts.say(amount, unit)}`);
  return (
    <li data-kit={kit.id}>
      <p className="strong break">{kit.name}</p>
      <p className="small muted break">{parts.join(', ')}</p>
      <p className="small gap-top-1">
        {kit.possible > 0
          ? t('stock:kit.possible', { count: kit.possible, item: nameOf(goods.get(kit.short ?? '')) })
          : t('stock:kit.short', { item: nameOf(goods.get(kit.short ?? '')) })}
      </p>
      {kit.can.includes('assemble') && kit.possible > 0 && (
        <form className="row row-wrap gap-top-2" onSubmit={submit}>
          <label className="count-said">
            <span className="sr">{t('stock:kit.count', { name: kit.name })}</span>
            <input
              className="num"
              inputMode="numeric"
              maxLength={6}
              value={count}
              onChange={(event) => setSaid(event.target.value)}
            />
          </label>
          <Button type="submit" look="main" busy={assemble.busy}>
            {t('stock:kit.go')}
          </Button>
        </form>
      )}
      {kit.can.includes('retire') && (
        <p>
          <Button look="plain" size="dense" busy={retire.busy} onClick={() => void retire.run(kit.id)}>
            {t('stock:kit.retire')}
          </Button>
        </p>
      )}
      <ProblemNotice problem={assemble.problem ?? retire.problem} />
    </li>
  );
}

const PART = { item: '', quantity: '1', unit: '' };

/** What one kit is made of. */
function NewKit({ org, onDone }: { org: string; onDone: () => void }): ReactNode {
  const element = useRef<HTMLFormElement>(null);
  const goods = useGoods().data;
  const byCode = useByCode(goods);
  const amounts = useAmounts();
  const [form, setForm] = useState<KitForm>({ name: '', item: '', parts: [PART, PART] });
  const action = useAction(makeKit, { refresh: AFTER_STOCK, onDone });
  const kits = useMemo(() => (goods ?? []).filter(({ units }) => units.includes('set')), [goods]);
  const change = (at: number, changes: Partial<KitForm['parts'][number]>): void =>
    setForm({ ...form, parts: form.parts.map((part, index) => (index === at ? { ...part, ...changes } : part)) });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const parts = form.parts
      .filter(({ item }) => item !== '')
      .map(({ item, quantity, unit }) => ({
        item,
        quantity: decimal(quantity),
        unit: unit || (byCode.get(item)?.defaultUnit ?? ''),
      }));
    await action.run({ org, name: form.name.trim(), item: form.item, parts });
    focusFirstError(element.current);
  };
  const options = (items: typeof kits): ReactNode => (
    <>
      <option value="">{t('form.choose')}</option>
      {items.map((one) => (
        <option key={one.code} value={one.code}>
          {nameOf(one)}
        </option>
      ))}
    </>
  );
  return (
    <form ref={element} className="stack" onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('stock:kit.name')}
        required
        maxLength={120}
        value={form.name}
        error={action.error('name')}
        onChange={(event) => setForm({ ...form, name: event.target.value })}
      />
      <SelectField
        label={t('stock:kit.item')}
        hint={t('stock:kit.itemHint')}
        required
        value={form.item}
        error={action.error('item')}
        onChange={(event) => setForm({ ...form, item: event.target.value })}
      >
        {options(kits)}
      </SelectField>
      {form.parts.map((part, at) => (
        <div key={at} className="kit-part" role="group" aria-label={t('stock:kit.part', { number: at + 1 })}>
          <SelectField
            label={t('stock:kit.part', { number: at + 1 })}
            value={part.item}
            error={action.error(`parts.${at}.item`)}
            onChange={(event) => change(at, { item: event.target.value, unit: '' })}
          >
            {options(goods ?? [])}
          </SelectField>
          <TextField
            label={t('stock:in.quantity')}
            inputMode="decimal"
            maxLength={20}
            value={part.quantity}
            error={action.error(`parts.${at}.quantity`)}
            onChange={(event) => change(at, { quantity: event.target.value })}
          />
          <SelectField
            label={t('stock:in.unit')}
            value={part.unit || (byCode.get(part.item)?.defaultUnit ?? '')}
            error={action.error(`parts.${at}.unit`)}
            onChange={(event) => change(at, { unit: event.target.value })}
          >
            {(byCode.get(part.item)?.units ?? []).map((unit) => (
              <option key={unit} value={unit}>
                {amounts.symbol(unit)}
              </option>
            ))}
          </SelectField>
        </div>
      ))}
      {form.parts.length < 20 && (
        <p>
          <Button size="dense" onClick={() => setForm({ ...form, parts: [...form.parts, PART] })}>
            {t('stock:kit.morePart')}
          </Button>
        </p>
      )}
      <ProblemNotice problem={action.general} />
      <Button type="submit" look="main" wide busy={action.busy}>
        {t('stock:kit.save')}
      </Button>
    </form>
  );
}

/** Recipes of kits, how many each makes of what lies there, and a new one. */
export function Kits({ stock }: { stock: Stock }): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <section className="panel" aria-labelledby="kits">
      <div className="panel-head">
        <h2 className="h-dense" id="kits">
          {t('stock:kit.title')}
        </h2>
      </div>
      <div className="panel-body stack">
        {stock.kits.length > 0 ? (
          <ul className="lines">
            {stock.kits.map((kit) => (
              <KitLine key={kit.id} kit={kit} point={stock.point.id} />
            ))}
          </ul>
        ) : (
          <p className="small muted">{t('stock:kit.none')}</p>
        )}
        <p>
          <Button size="dense" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t('stock:kit.new')}
          </Button>
        </p>
        {open && <NewKit org={stock.point.organization} onDone={() => setOpen(false)} />}
      </div>
    </section>
  );
}
