import { useQueryClient } from '@tanstack/react-query';
import { useHydrated } from '@tanstack/react-router';
import { useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { Icon } from '../../../components/marks.js';
import { Notice } from '../../../components/notice.js';
import { Bones } from '../../../components/states.js';
import { t } from '../../../lib/words.js';
import { cardSession, lookAtCard } from '../api/card.js';
import type { Gift } from '../api/payments.js';
import { useCardFields } from './card-fields.js';

/** Where the money is comes first. */
type Said = { readonly look: 'bad' | 'wait' | 'good'; readonly words: string };
const DECLINES = ['insufficient_funds', 'expired_card', 'incorrect_cvc', 'authentication_required'];
const declined = (code: string | null | undefined): string =>
  t(`payments:card.declined.${code && DECLINES.includes(code) ? code : 'other'}`);

/** The way to pay a gift by card. Nothing of Stripe is loaded before a person who has chosen it is here. */
export function CardPay({
  gift,
  amount,
  payee,
}: {
  gift: Gift;
  amount: string;
  payee?: string | undefined;
}): ReactNode {
  const client = useQueryClient();
  const hydrated = useHydrated();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said | null>(
    gift.declined === null ? null : { look: 'bad', words: declined(gift.declined) },
  );
  const { place, mounted, failed, again } = useCardFields(() => cardSession(gift.code), gift.code);
  const look = async (): Promise<void> => {
    const seen = await lookAtCard({ code: gift.code }).catch(() => null);
    if (seen) client.setQueryData(['gift', gift.code], seen);
    if (seen?.status !== 'paid') setSaid({ look: 'wait', words: t('payments:card.silent') });
  };
  const pay = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!mounted || busy) return;
    setBusy(true);
    setSaid(null);
    try {
      const { error } = await mounted.stripe.confirmPayment({
        elements: mounted.elements,
        confirmParams: { return_url: window.location.href.split(/[?#]/)[0] },
        redirect: 'if_required',
      });
      if (!error) await look();
      else if (error.type !== 'validation_error')
        setSaid({ look: 'bad', words: declined(error.decline_code ?? error.code) }); // Stripe says the others beside its fields
    } catch {
      await look(); // whether it was paid is Stripe's to say
    }
    setBusy(false);
  };
  return (
    <section className="give give-order" aria-labelledby="card-pay">
      <div className="give-part row between row-base">
        <h2 className="h-block" id="card-pay">
          {t('payments:card.title')}
        </h2>
        <b className="num order-sum">{amount}</b>
      </div>
      <form className="give-part stack" onSubmit={(event) => void pay(event)}>
        {payee && <p className="small muted">{t('payments:card.payee', { name: payee })}</p>}
        {!hydrated && <p className="without-script">{t('payments:card.needsScript')}</p>}
        {hydrated && !mounted && !failed && <Bones rows={3} />}
        <div ref={place} />
        {failed && (
          <Notice look="bad" role="alert">
            <p>{failed}</p>
            <p className="gap-top-2">
              <Button size="dense" onClick={again}>
                {t('payments:card.again')}
              </Button>
            </p>
          </Notice>
        )}
        {said && (
          <Notice look={said.look} role={said.look === 'bad' ? 'alert' : 'status'}>
            <p>{said.words}</p>
          </Notice>
        )}
        <Button type="submit" look="main" size="large" wide busy={busy} disabled={!mounted}>
          {t('payments:card.pay', { amount })}
        </Button>
        <p className="small row row-top">
          <Icon name="shield" />
          <span className="muted">{t('payments:card.note')}</span>
        </p>
      </form>
    </section>
  );
}
