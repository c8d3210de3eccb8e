import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { SelectField, TextField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { focusFirstError } from '../../../lib/form.js';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { useAmounts } from '../../catalogue/api/catalogue.js';
import { AFTER_STOCK, giveOut, type FittingNeed, type Lot, type Stock } from '../api/stock.js';
import { decimal } from '../../../lib/decimal.js';

/** So much of it goes to the need as is there and is asked for. */
function most(need: FittingNeed | undefined, lots: readonly Lot[]): number {
  const fitting = lots.filter(({ id }) => need?.lots.includes(id));
  return Math.min(
    need?.open ?? 0,
    fitting.reduce((sum, { amount }) => sum + amount, 0),
  );
}

/** Out of the stock to a need of the organization: of one lot, or of those that end first. */
export function GiveOut({ stock, lot, onDone }: { stock: Stock; lot?: Lot; onDone: () => void }): ReactNode {
  const element = useRef<HTMLFormElement>(null);
  const amounts = useAmounts();
  const needs = stock.needs.filter(({ lots }) => (lot ? lots.includes(lot.id) : lots.length > 0));
  const [chosen, setChosen] = useState('');
  const [said, setSaid] = useState<string | null>(null);
  const need = needs.find(({ id }) => id === chosen) ?? needs[0];
  const action = useAction(giveOut, { refresh: AFTER_STOCK, onDone });
  const unit = need?.unit ?? lot?.unit ?? '';
  const lots = lot ? [lot] : stock.lots;
  const plain = amounts.plain(most(need, lots), unit);
  const quantity = said ?? plain.quantity;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!need) return;
    await action.run({
      point: stock.point.id,
      need: need.id,
      ...(lot ? { lot: lot.id } : {}),
      quantity: decimal(quantity),
      unit: plain.unit,
    });
    focusFirstError(element.current);
  };
  if (needs.length === 0) return <p className="small muted">{t('stock:give.none')}</p>;
  return (
    <form ref={element} className="stack" onSubmit={(event) => void submit(event)}>
      <SelectField
        label={t('stock:give.need')}
        value={need?.id ?? ''}
        onChange={(event) => {
          setChosen(event.target.value);
          setSaid(null);
        }}
      >
        {needs.map((one) => (
          <option key={one.id} value={one.id}>
            {t('stock:give.needs', { title: typograph(one.title), open: amounts.say(one.open, one.unit) })}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t('stock:give.quantity')}
        hint={lot ? undefined : t('stock:give.firstOut')}
        inputMode="decimal"
        required
        maxLength={20}
        unit={amounts.symbol(plain.unit)}
        value={quantity}
        error={action.error('quantity')}
        onChange={(event) => setSaid(event.target.value)}
      />
      <ProblemNotice problem={action.general} />
      <Button type="submit" look="main" size="large" wide busy={action.busy}>
        {t('stock:give.go')}
      </Button>
    </form>
  );
}
