import type { ReactNode } from 'react';
import type { Photo } from '../../../lib/api-types.js';
import { t } from '../../../lib/words.js';

/** Photos that can be seen; nothing at all where there are none. */
export function PhotoRow({ photos, title }: { photos: readonly Photo[]; title: string }): ReactNode {
  const ready = photos.filter((photo) => photo.urls);
  if (ready.length === 0) return null;
  return (
    <ul className={`photos${ready.length === 1 ? ' photos-one' : ''}`}>
      {ready.map((photo) => (
        <li key={photo.id}>
          <a href={photo.urls?.large}>
            <img
              src={photo.urls?.small}
              srcSet={`${photo.urls?.small} 480w, ${photo.urls?.large} 1600w`}
              sizes="(max-width: 760px) 92vw, 480px"
              alt={photo.alt ?? t('photos:of', { title })}
              loading="lazy"
              decoding="async"
            />
          </a>
        </li>
      ))}
    </ul>
  );
}
