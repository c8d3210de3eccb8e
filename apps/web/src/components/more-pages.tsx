import type { ReactNode } from 'react';
import type { Problem } from '../lib/api.js';
import type { Pages } from '../lib/pages.js';
import { t } from '../lib/words.js';
import { Button } from './button.js';
import { ProblemNotice } from './notice.js';

/** The button for what comes after the pages that are shown. */
export function MorePages<T>({ pages }: { pages: Pages<T> }): ReactNode {
  return (
    <>
      {pages.hasNextPage && <p className="gap-top-3"><Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('pager.more')}</Button></p>}
      {pages.isFetchNextPageError && <ProblemNotice problem={pages.error as Problem} />}
    </>
  );
}
