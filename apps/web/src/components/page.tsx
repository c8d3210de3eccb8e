import { useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { currentPath } from '../lib/locale.js';
import { t } from '../lib/words.js';

/** The address of the page that is shown, as the browser has it. */
export function useAddress(): { path: string; search: string } {
  return useRouterState({ select: (state) => ({ path: currentPath(), search: state.location.searchStr }), structuralSharing: true });
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
