import { useHydrated, useNavigate } from '@tanstack/react-router';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { TextField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/notice.js';
import { useAction } from '../../../lib/action.js';
import type { Need } from '../../../lib/api-types.js';
import { decimal } from '../../../lib/decimal.js';
import { focusFirstError, useTypedBefore } from '../../../lib/form.js';
import { KEY_FIELD, usePlainForm } from '../../../lib/plain-form.js';
import { t } from '../../../lib/words.js';
import { useInstallation } from '../../installation/api/installation.js';
import { useGiftProviders } from '../api/card.js';
import { donorOf, promiseGift, type Gift, type GiftProvider } from '../api/payments.js';
import { GiverEmail } from './giver-email.js';
import { MonthlyLink } from './monthly-link.js';

/** Sums that one tap fills in, in roubles; those that the need has room for are shown. */
const QUICK = [300, 500, 1_000, 3_000];
const KOPECKS = 100;

/** What becomes of the money, beside the form. */
export const TransferNote = (): ReactNode => t('giving:note');

/** A sum, and the way to its payment order. Nobody has to sign in, and no script is needed. */
export function TransferForm({ need }: { need: Need }): ReactNode {
  const element = useRef<HTMLFormElement>(null);
  const navigate = useNavigate();
  const plain = usePlainForm();
  const [quantity, setQuantity] = useState(plain.typed('quantity') ?? '');
  const typed = useTypedBefore(quantity, setQuantity);
  const [email, setEmail] = useState(plain.typed('email') ?? '');
  const typedEmail = useTypedBefore(email, setEmail);
  const [provider, setProvider] = useState<GiftProvider>('bank');
  const hydrated = useHydrated(); // asked in the browser only: a drawn page pays by transfer
  const cards = useInstallation().data?.takesCards === true;
  const providers = useGiftProviders(need.id, hydrated && cards).data?.items ?? ['bank'];
  const action = useAction(promiseGift, {
    refresh: ['needs', 'entries'],
    refused: plain.refused,
    onDone: (gift: Gift) => void navigate({ to: '/gifts/$code', params: { code: gift.code } }),
  });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await action.run({
      need: need.id,
      quantity: decimal(quantity),
      unit: 'rub',
      anonymous: true,
      donor: donorOf(email),
      provider,
    });
    focusFirstError(element.current);
  };
  return (
    <form ref={element} className="stack gap-top-4" {...plain.form} onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('giving:sum')}
        ref={typed}
        name="quantity"
        required
        inputMode="decimal"
        autoComplete="off"
        maxLength={20}
        unit="₽"
        value={quantity}
        error={action.error('quantity')}
        onChange={(event) => setQuantity(event.target.value)}
      />
      <p className="row row-wrap by-script" role="group" aria-label={t('giving:quick')}>
        {QUICK.filter((sum) => sum * KOPECKS <= need.balance.open).map((sum) => (
          <Button
            key={sum}
            size="dense"
            disabled={!hydrated} // before, a tap would be lost
            aria-pressed={quantity === String(sum)}
            onClick={() => setQuantity(String(sum))}
          >
            {t('giving:quickSum', { sum })}
          </Button>
        ))}
      </p>
      {providers.length > 1 && (
        <div className="seg" role="group" aria-label={t('giving:way.name')}>
          {providers.map((one) => (
            <button key={one} type="button" aria-pressed={provider === one} onClick={() => setProvider(one)}>
              {t(`giving:way.${one}`)}
            </button>
          ))}
        </div>
      )}
      <GiverEmail value={email} onChange={setEmail} error={action.error('donor.email')} ref={typedEmail} />
      <input type="hidden" name="need" value={need.id} />
      <input type="hidden" name={KEY_FIELD} value={plain.key} />
      <ProblemNotice problem={action.general} />
      <Button type="submit" look="main" size="large" wide busy={action.busy}>
        {t(provider === 'stripe' ? 'giving:byCard' : 'giving:byQr')}
      </Button>
      <p className="center by-script">
        <MonthlyLink to={{ of: 'need', to: need.id }} />
      </p>
    </form>
  );
}
