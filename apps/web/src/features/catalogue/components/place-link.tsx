import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { placeName } from '../../../lib/words.js';
import { useCatalogue } from '../api/catalogue.js';

/** The name of a place, leading to its own balance; what the list of municipalities does not have is said and leads nowhere. */
export function PlaceLink({ code }: { code: string }): ReactNode {
  const place = useCatalogue('places').get(code);
  return place ? (
    <Link to="/places/$code" params={{ code }}>
      {placeName(place)}
    </Link>
  ) : (
    code
  );
}
