/** As much of Stripe's script as is called. */
interface StripeError {
  type: string;
  code?: string;
  decline_code?: string;
}
interface PaymentElement {
  mount(place: HTMLElement): void;
  destroy(): void;
  on(event: 'ready' | 'loaderror', done: () => void): void;
}
export interface StripeElements {
  create(kind: 'payment', options: object): PaymentElement;
}
export interface StripePage {
  elements(options: object): StripeElements;
  confirmPayment(options: object): Promise<{ error?: StripeError; paymentIntent?: { status: string } }>;
  confirmSetup(options: object): Promise<{ error?: StripeError }>;
}
type StripeMaker = (key: string, options: { locale: string }) => StripePage;

/** Of the same release as the API that the installation speaks. It comes from Stripe alone, as its rules ask. */
const SCRIPT = 'https://js.stripe.com/endive/stripe.js';

let loading: Promise<StripeMaker> | null = null;
const maker = (): StripeMaker | undefined => (window as { Stripe?: StripeMaker }).Stripe;

/** Loads the script of Stripe, once, when a person has chosen to pay by card. */
export function loadStripe(key: string, locale: string): Promise<StripePage> {
  loading ??= new Promise<StripeMaker>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = SCRIPT;
    script.async = true;
    const fail = (): void => {
      loading = null;
      script.remove();
      reject(new Error('the script of Stripe did not come'));
    };
    script.addEventListener('error', fail);
    script.addEventListener('load', () => {
      const made = maker();
      if (made) resolve(made);
      else fail();
    });
    document.head.append(script);
  });
  return loading.then((make) => make(key, { locale }));
}
