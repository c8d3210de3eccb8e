import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { useAction } from '../../../lib/action.js';
import type { Problem } from '../../../lib/api.js';
import type { Offer, Schema } from '../../../lib/api-types.js';
import { goToOutcome } from '../../../lib/outcome.js';
import { t } from '../../../lib/words.js';
import { offerWithoutAccount, postOffer } from '../api/offers.js';
import { setUpStandingOffer } from '../api/standing-offers.js';
import { newcomerOf } from './newcomer-fields.js';
import type { OfferDraft } from './offer-draft.js';
import { sendPhotos } from './offer-photos.js';
import { requestFrom, standingRequestFrom, type Known } from './offer-plain.js';

/** The offer, and its photos behind it. */
const withPhotos =
  (files: readonly File[]) =>
  async (request: Schema['PostOfferDto'], key: string): Promise<{ offer: Offer; failed: number }> => {
    const offer = await postOffer(request, key);
    return { offer, failed: await sendPhotos(offer.id, request.kind === 'goods' ? files : [], key) };
  };

/** Three ways to send it: once, again and again, or by a mail for the person who is not signed in. */
export function useSending(
  form: Known & { readonly draft: OfferDraft; readonly forget: () => void },
  files: readonly File[],
  signedOut: boolean,
  refused: Problem | null,
) {
  const navigate = useNavigate();
  const { draft, forget } = form;
  const { repeat } = draft;
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
  /** @param newcomer the form, where it says who sends it */
  const send = (amountConfirmed: true | undefined, newcomer: HTMLFormElement | null): Promise<void> => {
    if (repeat) return again.run({ ...standingRequestFrom(form, draft, repeat), amountConfirmed });
    const request = { ...requestFrom(form, draft), amountConfirmed };
    return signedOut && newcomer ? byMail.run({ ...request, ...newcomerOf(newcomer) }) : once.run(request);
  };
  return { action: repeat ? again : signedOut ? byMail : once, send };
}

/** A person who has an account signs in last; the form waits for them. */
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
