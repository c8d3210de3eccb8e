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
      {pages.hasNextPage && (
        <p className="gap-top-3">
          <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('pager.more')}
          </Button>
        </p>
      )}
      {pages.isFetchNextPageError && <ProblemNotice problem={pages.error as Problem} />}
    </>
  );
}

interface TurnProps {
  cursor: string | undefined;
  next: string | null | undefined;
  onTurn: (cursor: string | undefined) => void;
}

/** The way through a list whose place stands in no address. */
export function TurnPages({ cursor, next, onTurn }: TurnProps): ReactNode {
  if (!cursor && !next) return null;
  return (
    <p className="row row-wrap gap-top-4">
      {cursor && (
        <Button size="dense" onClick={() => onTurn(undefined)}>
          {t('pager.first')}
        </Button>
      )}
      {next && (
        <Button size="dense" onClick={() => onTurn(next)}>
          {t('pager.next')}
        </Button>
      )}
    </p>
  );
}
