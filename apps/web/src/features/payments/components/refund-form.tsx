import { useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { t } from '../../../lib/words.js';
import { refundCard } from '../api/card.js';
import { refundGift, type Gift } from '../api/payments.js';
import { decimal } from '../../../lib/decimal.js';

/** For the person who answers for the organization's account: that money of the gift was sent back, or is. Nothing for anybody else. */
export function RefundForm({ gift }: { gift: Gift }): ReactNode {
  if (!gift.can.includes('refund')) return null;
  return gift.provider === 'stripe' ? <CardRefund gift={gift} /> : <BankRefund gift={gift} />;
}

/** Back to the card that it came from: Stripe does it, and asks for no number. */
function CardRefund({ gift }: { gift: Gift }): ReactNode {
  const [quantity, setQuantity] = useState('');
  const action = useAction(refundCard, {
    refresh: ['gift', 'needs', 'entries', 'card-entries'],
    onDone: () => setQuantity(''),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const part = quantity.trim() === '' ? {} : { quantity: decimal(quantity), unit: 'rub' };
    void action.run({ code: gift.code, ...part });
  };
  return (
    <details className="sheet pad-l">
      <summary className="strong">{t('payments:card.refund.title')}</summary>
      <form className="stack gap-top-4" onSubmit={submit}>
        <p className="small muted">{t('payments:card.refund.note')}</p>
        <TextField
          label={t('payments:card.refund.quantity')}
          hint={t('payments:card.refund.quantityHint')}
          optional
          inputMode="decimal"
          maxLength={20}
          value={quantity}
          error={action.error('quantity')}
          onChange={(event) => setQuantity(event.target.value)}
        />
        <ProblemNotice problem={action.general} />
        <p>
          <Button type="submit" busy={action.busy}>
            {t('payments:card.refund.send')}
          </Button>
        </p>
      </form>
    </details>
  );
}

function BankRefund({ gift }: { gift: Gift }): ReactNode {
  const [said, setSaid] = useState({ bankDate: '', bankNumber: '', quantity: '' });
  const action = useAction(refundGift, { refresh: ['gift', 'needs', 'entries'] });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { quantity, ...bank } = said;
    void action.run({
      code: gift.code,
      ...bank,
      ...(quantity.trim() === '' ? {} : { quantity: decimal(quantity), unit: 'rub' }),
    });
  };
  const field = (name: keyof typeof said) => ({
    value: said[name],
    error: action.error(name),
    onChange: (event: { target: { value: string } }) => setSaid({ ...said, [name]: event.target.value }),
  });
  return (
    <details className="sheet pad-l">
      <summary className="strong">{t('payments:refund.title')}</summary>
      <form className="stack gap-top-4" onSubmit={submit}>
        <p className="small muted">{t('payments:refund.note')}</p>
        <TextField label={t('payments:surplus.bankDate')} type="date" required {...field('bankDate')} />
        <TextField label={t('payments:surplus.bankNumber')} required maxLength={40} {...field('bankNumber')} />
        <TextField
          label={t('payments:refund.quantity')}
          hint={t('payments:refund.quantityHint')}
          optional
          inputMode="decimal"
          maxLength={20}
          {...field('quantity')}
        />
        <ProblemNotice problem={action.general} />
        <p>
          <Button type="submit" busy={action.busy}>
            {t('payments:refund.send')}
          </Button>
        </p>
      </form>
    </details>
  );
}
