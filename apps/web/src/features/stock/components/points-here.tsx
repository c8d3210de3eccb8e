import type { ReactNode } from 'react';
import { typograph } from '../../../lib/typograph.js';
import { t } from '../../../lib/words.js';
import { addressIn, openText } from '../../matching/components/opening-hours.js';
import { useCatalogue } from '../../catalogue/api/catalogue.js';
import { usePoints } from '../api/stock.js';

/** Where things are brought, when, and what is wanted there: of the public page of an organization. Without a point it says nothing. */
export function PointsHere({ organization }: { organization: string }): ReactNode {
  const places = useCatalogue('places');
  const points = usePoints({ organization }).data?.filter((point) => point.public) ?? [];
  if (points.length === 0) return null;
  return (
    <section className="sheet pad-l" aria-labelledby="intake">
      <h2 className="h-block" id="intake">
        {t('organization:intake.title')}
      </h2>
      <ul className="lines gap-top-2">
        {points.map((point) => (
          <li key={point.id} data-point={point.id}>
            <p className="strong break">{typograph(point.name)}</p>
            <p className="small muted break">
              {[addressIn(places.get(point.place), point.address), openText(point.hours)].filter(Boolean).join(' · ')}
            </p>
            {point.wanted.length > 0 && (
              <p className="small break">{t('organization:intake.wanted', { names: point.wanted.join(', ') })}</p>
            )}
          </li>
        ))}
      </ul>
      <p className="small muted gap-top-2">{t('organization:intake.how')}</p>
    </section>
  );
}
