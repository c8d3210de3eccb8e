import { lazy, Suspense, useRef, type ReactNode } from 'react';
import { useMedia } from '../../../lib/media.js';
import { useNear } from '../../../lib/near.js';
import { t } from '../../../lib/words.js';
import type { SchemeProps } from './scheme-coins.js';

/** Loaded by the browser that draws them; the page is there before. */
const Coins = lazy(() => import('./scheme-coins.js').then((module) => ({ default: module.Coins })));

/** Where the coins are drawn. */
const BOXES = { large: '0 0 600 600', small: '0 0 358 430' } as const;
/** Where the style sheets show the small one (widths.css). */
const PHONE = '(max-width: 760px)';

/** What a coin counts, as a reader hears it. */
export interface SchemeWords {
  readonly label: string;
  readonly caption: string;
  readonly coin: string;
}
const NEEDS: SchemeWords = { label: 'home.schemeLabel', caption: 'home.schemeCaption', coin: 'home.coin' };

/** The places of the region as coins: north stays up and west left, distances do not hold. The table of /needs says the same in words. */
export function Scheme({
  small = false,
  words = NEEDS,
  ...props
}: SchemeProps & { /** Drawn for a phone. */ small?: boolean; words?: SchemeWords }): ReactNode {
  const place = useRef<SVGSVGElement>(null);
  const near = useNear(place);
  const here = useMedia(small ? PHONE : `not all and ${PHONE}`); // to find room for every coin takes a tenth of a second: no server has it, and the other size is not shown
  const size = small ? 'small' : 'large';
  return (
    <>
      <svg ref={place} viewBox={BOXES[size]} role="img" aria-label={t(words.label, { count: props.places.length })}>
        {here && near && (
          <Suspense>
            <Coins {...props} coin={words.coin} size={size} />
          </Suspense>
        )}
      </svg>
      <figcaption className="map-caption">{t(words.caption)}</figcaption>
    </>
  );
}
