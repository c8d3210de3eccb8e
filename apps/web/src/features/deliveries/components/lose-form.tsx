import { useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { SelectField, TextField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { t } from '../../../lib/words.js';
import { loseLeg, type Leg, type LossReason } from '../api/deliveries.js';
import { decimal } from '../../../lib/decimal.js';

const REASONS: readonly LossReason[] = ['lost', 'damaged', 'other'];

/** Lost or damaged on the way: how much, and why. Nothing said of how much means all of it. */
export function LoseForm({ leg, onDone }: { leg: Leg; onDone: () => void }): ReactNode {
  const [quantity, setQuantity] = useState('');
  const [reason, setReason] = useState<LossReason>('lost');
  const action = useAction(loseLeg, { refresh: ['matches'], onDone });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const much = decimal(quantity);
    void action.run({ leg: leg.id, reason, ...(much ? { quantity: much } : {}) });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <TextField
        label={t('deliveries:lostMuch')}
        hint={t('deliveries:lostMuchHint', { amount: leg.text })}
        optional
        inputMode="decimal"
        maxLength={12}
        value={quantity}
        error={action.error('quantity')}
        onChange={(event) => setQuantity(event.target.value)}
      />
      <SelectField
        label={t('deliveries:lostWhy')}
        value={reason}
        onChange={(event) => setReason(event.target.value as LossReason)}
      >
        {REASONS.map((one) => (
          <option key={one} value={one}>
            {t(`deliveries:lostReason.${one}`)}
          </option>
        ))}
      </SelectField>
      <ProblemNotice problem={action.general} />
      <div>
        <Button type="submit" look="no" busy={action.busy}>
          {t('deliveries:lostSend')}
        </Button>
      </div>
    </form>
  );
}
