import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Notice } from '../../../components/notice.js';
import { Bones, Loaded } from '../../../components/states.js';
import type { Kind } from '../../../lib/api-types.js';
import { useDebounced } from '../../../lib/later.js';
import { t } from '../../../lib/words.js';
import { useCatalogue } from '../../catalogue/api/catalogue.js';
import { useNeeds } from '../../needs/api/needs.js';
import { NeedRow } from '../../needs/components/need-card.js';

/** Before anything is offered: what is asked for now in the same category or, while none is known, by the same words, so that nobody offers into a void. */
export function AskedNow({
  kind,
  category,
  words,
  visitor,
}: {
  kind: Kind;
  category: string | undefined;
  words: string;
  visitor: boolean;
}): ReactNode {
  const typed = useDebounced(words.trim(), 300);
  const q = category === undefined && typed.length > 1 ? typed.slice(0, 100) : undefined;
  const query = useNeeds({ kind, category, q, limit: 3 });
  const lists = { categories: useCatalogue('categories'), places: useCatalogue('places') };
  const found = (query.data?.items.length ?? 0) > 0;
  return (
    <section aria-labelledby="asked">
      <div className="live-head">
        <h2 className="h-block" id="asked">
          {category
            ? t('offers:askedInCategory')
            : q
              ? t('offers:askedByWords', { words: q })
              : t(`offers:asked.${kind}`)}
        </h2>
      </div>
      <Loaded query={query} bones={<Bones rows={3} height={110} />}>
        {(page) =>
          page.items.length > 0 ? (
            <div className="asked-list">
              {page.items.map((need) => (
                <NeedRow key={need.id} need={need} lists={lists} />
              ))}
            </div>
          ) : (
            <p className="muted">{t('offers:askedNothing')}</p>
          )
        }
      </Loaded>
      <p className="gap-top-4">
        <Link className="btn btn-plain" to="/needs" search={{ kind, category, q: found ? q : undefined }}>
          {t(q && !found ? 'offers:askedEverything' : 'offers:askedAll')}
        </Link>
      </p>
      <div className="gap-top-4">
        <Notice>
          <p>{t(visitor ? 'offers:howItGoesVisitor' : 'offers:howItGoes')}</p>
        </Notice>
      </div>
    </section>
  );
}
