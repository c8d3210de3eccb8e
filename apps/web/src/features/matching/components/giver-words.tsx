import type { ReactNode } from 'react';
import { typograph } from '../../../lib/typograph.js';
import { PENDING_NAME, placeName } from '../../../lib/words.js';
import { useCatalogue } from '../../catalogue/api/catalogue.js';
import { attributesLine } from '../../offers/components/attribute-fields.js';
import type { Match } from '../../../lib/api-types.js';

/** What is given as its giver named it: «Куртка · размер 98-104 · хорошее состояние». */
export const givenLine = (offer: Match['offer'], place = ''): string =>
  [offer.title && typograph(offer.title), attributesLine(offer.attributes), place].filter(Boolean).join('\u00a0· ');

/** What is given, in which state, where, and what the giver wrote of it. Without it nobody can say yes to «1 шт». */
export function GiverWords({ offer, className }: { offer: Match['offer']; className?: string }): ReactNode {
  const places = useCatalogue('places');
  const line = givenLine(offer, offer.place ? placeName(places.get(offer.place), PENDING_NAME) : '');
  return (
    <div className={className}>
      {line && <p className="small muted">{line}</p>}
      {offer.description && (
        <p className="small pre break gap-top-1" data-giver-words>
          {typograph(offer.description)}
        </p>
      )}
    </div>
  );
}
