import type { ReactNode } from 'react';
import { nameOf, placeName, t } from '../../../lib/words.js';
import type { usePlaces, useSpheres } from '../../catalogue/api/catalogue.js';

/** Places and spheres to which an offer may be bound. */
export function OnlyOptions({
  places,
  spheres,
}: {
  places: ReturnType<typeof usePlaces>['data'];
  spheres: ReturnType<typeof useSpheres>['data'];
}): ReactNode {
  return (
    <>
      <optgroup label={t('offers:onlyPlaces')}>
        {places?.map((place) => (
          <option key={place.code} value={place.code}>
            {placeName(place)}
          </option>
        ))}
      </optgroup>
      <optgroup label={t('offers:onlySpheres')}>
        {spheres?.map((sphere) => (
          <option key={sphere.code} value={sphere.code}>
            {nameOf(sphere)}
          </option>
        ))}
      </optgroup>
    </>
  );
}
