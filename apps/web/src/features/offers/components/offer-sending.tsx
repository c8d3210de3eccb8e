import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { useAction, type Action } from '../../../lib/action.js';
import type { Problem } from '../../../lib/api.js';
import type { Offer } from '../../../lib/api-types.js';
import { goToOutcome } from '../../../lib/outcome.js';
import { t } from '../../../lib/words.js';
import { offerWithoutAccount, postOffer } from '../api/offers.js';
import { setUpStandingOffer } from '../api/standing-offers.js';
import { sendPhotos } from './offer-photos.js';

/** The offer, and its photos behind it. */
const withPhotos =
  (files: readonly File[]) =>
  async (request: Record<string, unknown>, key: string): Promise<{ offer: Offer; failed: number }> => {
    const offer = await postOffer(request, key);
    return { offer, failed: await sendPhotos(offer.id, request.kind === 'goods' ? files : [], key) };
  };

/** Three ways to send it: once, again and again, or by a mail for whoever is not signed in. */
export function useSending(
  { repeat, forget }: { repeat: boolean; forget: () => void },
  files: readonly File[],
  signedOut: boolean,
  refused: Problem | null,
): Action<Record<string, unknown>> {
  const navigate = useNavigate();
  const once = useAction(withPhotos(files), {
    refresh: ['offers'],
    refused,
    onDone: ({ offer, failed }) => {
      forget();
      void navigate({
        to: '/offer/$id',
        params: { id: offer.id },
        search: { photos: failed > 0 ? 'failed' : undefined },
      });
    },
  });
  const again = useAction(setUpStandingOffer, {
    refresh: ['standing-offers'],
    onDone: (standing) => {
      forget();
      void navigate({ to: '/standing/$id', params: { id: standing.id } });
    },
  });
  const byMail = useAction(offerWithoutAccount, {
    refused,
    onDone: () => {
      forget();
      void navigate({ to: '/offer', search: { sent: true } });
      goToOutcome('[data-sent-by-mail]', t('offers:newcomer.sent'));
    },
  });
  return repeat ? again : signedOut ? byMail : once;
}

/** Whoever has an account signs in last; the form waits for them. */
export function SendButtons({
  repeat,
  signedOut,
  busy,
  onSignIn,
}: {
  repeat: boolean;
  signedOut: boolean;
  busy: boolean;
  onSignIn: () => void;
}): ReactNode {
  return (
    <>
      <Button type="submit" look="main" size="large" wide busy={busy}>
        {repeat ? t(signedOut ? 'offers:sendSignedOut' : 'standing:send') : t('offers:send')}
      </Button>
      {signedOut && !repeat && (
        <p className="center by-script">
          <Button look="plain" onClick={onSignIn}>
            {t('offers:sendSignedOut')}
          </Button>
        </p>
      )}
    </>
  );
}
