import { useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import { t } from '../../../lib/words.js';
import { useSession } from '../../identity/api/session.js';
import { refundGift, type Gift } from '../api/payments.js';

const ANSWERS = ['owner', 'accountant'];

/** For whoever answers for the organization's account: that money of the gift was sent back. Nothing for anybody else. */
export function RefundForm({ gift }: { gift: Gift }): ReactNode {
  const { data: session } = useSession();
  const [said, setSaid] = useState({ bankDate: '', bankNumber: '', quantity: '' });
  const action = useAction(refundGift, { refresh: ['gift', 'needs', 'entries'] });
  const answers = session?.memberships.some(
    ({ organization, role }) => organization.id === gift.organization && ANSWERS.includes(role),
  );
  if (gift.status !== 'paid' || !answers) return null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { quantity, ...bank } = said;
    void action.run({
      code: gift.code,
      ...bank,
      ...(quantity.trim() === '' ? {} : { quantity: quantity.trim().replace(',', '.'), unit: 'rub' }),
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
