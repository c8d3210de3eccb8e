import type { ReactNode } from 'react';
import { Loaded } from '../../../components/states.js';
import { t } from '../../../lib/words.js';
import { usePapers } from '../api/documents.js';
import { PaperList } from './paper-list.js';

/** For moderators and its own people: what was attached, with the verbs of each. */
export function AttachedPapers({ org }: { org: string }): ReactNode {
  const query = usePapers(org);
  return (
    <section aria-labelledby="papers">
      <h2 className="h-block gap-below-4" id="papers">
        {t('organization:documents.title')}
      </h2>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">{t('organization:documents.none')}</p>
          ) : (
            <PaperList papers={items} org={org} />
          )
        }
      </Loaded>
    </section>
  );
}
