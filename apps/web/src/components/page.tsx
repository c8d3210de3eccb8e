import { useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { currentPath } from '../lib/locale.js';
import { t } from '../lib/words.js';

/** The address of the page that is shown, as the browser has it. */
export function useAddress(): { path: string; search: string } {
  return useRouterState({
    select: (state) => ({ path: currentPath(), search: state.location.searchStr }),
    structuralSharing: true,
  });
}

interface PagerProps {
  cursor: string | undefined;
  next: string | null;
  link: (search: { cursor?: string }, words: string) => ReactNode;
}

/** The way through a list whose place stands in the address. */
export function Pager({ cursor, next, link }: PagerProps): ReactNode {
  if (!cursor && !next) return null;
  return (
    <p className="row row-wrap gap-top-4">
      {cursor && link({}, t('pager.first'))}
      {next && link({ cursor: next }, t('pager.next'))}
    </p>
  );
}

/** Title and description; React puts them into the head. What only machines read of a page (its address in both languages, its card) the server adds. */
export function PageHead({ title, description }: { title: string; description?: string }): ReactNode {
  return (
    <>
      <title>{`${title} — ${t('name')}`}</title>
      {description && <meta name="description" content={description} />}
    </>
  );
}
