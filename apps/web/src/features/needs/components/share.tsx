import { useHydrated } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import { useClipboard } from '../../../lib/clipboard.js';
import { basePath, currentLocale } from '../../../lib/locale.js';
import { t } from '../../../lib/words.js';

/** The short address of a need: its number. */
const shortAddress = (number: number, origin: string): string =>
  `${origin}${basePath(currentLocale()).replace(/\/$/, '')}/needs/${number}`;

/** A link to send, a sheet to hang up. Where a page may not write to the clipboard (no https) the link stands there to be copied by hand. */
export function Share({ number }: { number: number }): ReactNode {
  const { state, copy } = useClipboard();
  const address = shortAddress(number, useHydrated() ? window.location.origin : '');
  return (
    <section aria-labelledby="share">
      <h2 className="h-dense gap-below-2 no-print" id="share">
        {t('needs:share.title')}
      </h2>
      <p className="row row-wrap">
        <Button size="dense" onClick={() => copy(address)}>
          {t('needs:share.copy')}
        </Button>
        <Button size="dense" onClick={() => window.print()}>
          {t('needs:share.print')}
        </Button>
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
