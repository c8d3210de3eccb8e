import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import type { Need } from '../../../lib/api-types.js';
import { useClipboard } from '../../../lib/clipboard.js';
import { addressIn, currentLocale } from '../../../lib/locale.js';
import { useSiteOrigin } from '../../../lib/site-origin.js';
import { t } from '../../../lib/words.js';

/** The short address of a need: its number. */
export const useShortAddress = (number: number): string =>
  useSiteOrigin() + addressIn(currentLocale(), `/needs/${number}`, '');

/** A link to send, a picture, a sheet to hang up, a code for a site. Where a page may not write to the clipboard (no https) the link stands there to be copied by hand. */
export function Share({ need }: { need: Need }): ReactNode {
  const { state, copy } = useClipboard();
  const address = useShortAddress(need.number);
  const flyer = { to: '/needs/$id/flyer', params: { id: need.id } } as const;
  return (
    <section aria-labelledby="share">
      <h2 className="h-dense gap-below-2 no-print" id="share">
        {t('needs:share.title')}
      </h2>
      <p className="row row-wrap">
        <span className="by-script">
          <Button size="dense" onClick={() => copy(address)}>
            {t('needs:share.copy')}
          </Button>
        </span>
        <Link className="btn btn-quiet btn-dense" {...flyer}>
          {t('needs:share.flyer')}
        </Link>
        <a className="btn btn-quiet btn-dense" href={addressIn(currentLocale(), `/cards/needs/${need.id}.png`, '')}>
          {t('needs:share.picture')}
        </a>
        <Link className="btn btn-quiet btn-dense" {...flyer} hash="site">
          {t('needs:share.site')}
        </Link>
      </p>
      <p role="status" className="small gap-top-2 no-print">
        {state === 'copied' && t('needs:share.copied')}
      </p>
      {state === 'by-hand' && (
        <input
          className="input input-dense no-print"
          readOnly
          aria-label={t('needs:share.address')}
          value={address}
          autoFocus
          onFocus={(event) => event.target.select()}
        />
      )}
      <p className="only-print">
        {t('needs:share.paper')} <b className="code">{address}</b>
      </p>
    </section>
  );
}
