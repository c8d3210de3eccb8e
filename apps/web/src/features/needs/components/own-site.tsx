import type { ReactNode } from 'react';
import { Button } from '../../../components/button.js';
import type { Need } from '../../../lib/api-types.js';
import { useClipboard } from '../../../lib/clipboard.js';
import { addressIn, currentLocale } from '../../../lib/locale.js';
import { useSiteOrigin } from '../../../lib/site-origin.js';
import { t } from '../../../lib/words.js';
import { useShortAddress } from './share.js';

/** Half of what the picture is drawn in: sharp on every screen. */
const SHOWN = { width: 600, height: 315 } as const;
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A picture that tells the balance as it is, for pages of others: no script, nobody who looks at it is counted. */
export function OnOwnSite({ need }: { need: Need }): ReactNode {
  const { state, copy } = useClipboard();
  const origin = useSiteOrigin();
  const address = useShortAddress(need.number);
  const card = addressIn(currentLocale(), `/cards/needs/${need.id}.png`, '');
  const alt = t('flyer:site.alt', { title: need.title });
  const code = `<a href="${escaped(address)}"><img src="${escaped(origin + card)}" alt="${escaped(alt)}" width="${SHOWN.width}" height="${SHOWN.height}" loading="lazy"></a>`;
  return (
    <section className="no-print stack gap-top-6" aria-labelledby="site">
      <h2 className="h-section" id="site">
        {t('flyer:site.title')}
      </h2>
      <p>{t('flyer:site.text')}</p>
      <label className="field">
        <span className="label">{t('flyer:site.code')}</span>
        <textarea
          className="input code-to-paste"
          readOnly
          rows={4}
          value={code}
          onFocus={(event) => event.target.select()}
        />
      </label>
      <p className="row row-wrap by-script">
        <Button onClick={() => copy(code)}>{t('flyer:site.copy')}</Button>
        <span role="status" className="small">
          {state === 'copied' && t('flyer:site.copied')}
        </span>
      </p>
      <figure>
        <figcaption className="small muted gap-below-2">{t('flyer:site.preview')}</figcaption>
        <img className="site-picture" src={card} alt={alt} {...SHOWN} loading="lazy" />
      </figure>
    </section>
  );
}
