import { useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { addressIn } from '../lib/locale.js';
import { t } from '../lib/words.js';

/** The address of the page that is shown, as the browser has it. */
export function useAddress(): { path: string; search: string } {
  return useRouterState({ select: (state) => ({ path: window.location.pathname, search: state.location.searchStr }), structuralSharing: true });
}

interface PagerProps { cursor: string | undefined; next: string | null; link: (search: { cursor?: string }, words: string) => ReactNode }

/** The way through a list whose place stands in the address. */
export function Pager({ cursor, next, link }: PagerProps): ReactNode {
  if (!cursor && !next) return null;
  return <p className="row row-wrap gap-top-4">{cursor && link({}, t('pager.first'))}{next && link({ cursor: next }, t('pager.next'))}</p>;
}

/** Title and the addresses of both languages; React puts them into the head. */
export function PageHead({ title, description }: { title: string; description?: string }): ReactNode {
  const { path, search } = useAddress();
  return (
    <>
      <title>{`${title} — ${t('name')}`}</title>
      {description && <meta name="description" content={description} />}
      <link rel="alternate" hrefLang="ru" href={addressIn('ru', path, search)} />
      <link rel="alternate" hrefLang="en" href={addressIn('en', path, search)} />
    </>
  );
}
