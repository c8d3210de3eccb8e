import type { ReactNode } from 'react';
import { PENDING_NAME, placeName, t } from '../../../lib/words.js';
import { useCatalogue } from '../../catalogue/api/catalogue.js';
import type { MovedShares } from '../api/clearings.js';
import { ShareChart } from './share-chart.js';

/** What has arrived in each place, and what would have with this plan: whose lot becomes more even. */
export function MovedPlaces({ moved }: { moved: MovedShares }): ReactNode {
  const places = useCatalogue('places');
  if (moved.places.length === 0) return null;
  const rows = moved.places.map(({ place, before, after }) => ({
    key: place,
    label: placeName(places.get(place), PENDING_NAME),
    share: after,
    before,
  }));
  return (
    <section aria-labelledby="moved">
      <h2 className="h-section" id="moved">
        {t('clearings:moved')}
      </h2>
      <p className="muted gap-top-2 gap-below-4">{t('clearings:movedText')}</p>
      <ShareChart
        rows={rows}
        whole={moved.region.after}
        title={t('clearings:moved')}
        column={t('clearings:by.place')}
      />
    </section>
  );
}
