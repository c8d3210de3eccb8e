import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Problem } from '../../../lib/api.js';
import { currentLocale } from '../../../lib/locale.js';
import { t } from '../../../lib/words.js';
import type { CardSession } from '../api/card.js';
import { loadStripe, type StripeElements, type StripePage } from '../api/stripe-js.js';

/** Our colours and shapes for the fields that Stripe draws. */
function appearance(): object {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    theme: 'flat',
    variables: {
      colorPrimary: token('--spruce'),
      colorBackground: token('--surface'),
      colorText: token('--ink'),
      colorDanger: token('--bad'),
      borderRadius: token('--radius-s') || '8px',
      fontSizeBase: '16px',
    },
  };
}

interface Mounted {
  readonly stripe: StripePage;
  readonly elements: StripeElements;
}

/** The fields of Stripe in a frame of its own: numbers of cards never reach this page. @param of what they are about: where that changes, they are made anew */
export function useCardFields(open: () => Promise<CardSession>, of: string) {
  const session = useEffectEvent(open);
  const [tries, setTries] = useState(0);
  const place = useRef<HTMLDivElement>(null);
  const [mounted, setMounted] = useState<Mounted | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  useEffect(() => {
    let left = false;
    let destroy: (() => void) | undefined;
    void (async () => {
      try {
        const { clientSecret, publishableKey } = await session();
        const stripe = await loadStripe(publishableKey, currentLocale());
        if (left || !place.current) return;
        const elements = stripe.elements({ clientSecret, appearance: appearance(), loader: 'never' });
        const element = elements.create('payment', { layout: 'tabs' });
        destroy = () => element.destroy();
        element.on('ready', () => setMounted({ stripe, elements }));
        element.on('loaderror', () => setFailed(t('payments:card.away')));
        element.mount(place.current);
      } catch (error) {
        if (!left) setFailed(error instanceof Problem && error.message ? error.message : t('payments:card.away'));
      }
    })();
    return () => {
      left = true;
      destroy?.();
      setMounted(null);
    };
  }, [of, tries]);
  const again = (): void => {
    setFailed(null);
    setTries(tries + 1);
  };
  return { place, mounted, failed, again };
}
