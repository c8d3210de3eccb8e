import { useQueryClient } from '@tanstack/react-query';
import { surroundings } from './surroundings.js';

/** Where a page that the server has drawn keeps how the site calls itself. */
export const SITE_ORIGIN = ['site-origin'] as const;

/** As people pass it on: what the server said that drew the page, else the address that this browser has. */
export function useSiteOrigin(): string {
  const told = useQueryClient().getQueryData<string>([...SITE_ORIGIN]);
  return told ?? surroundings()?.origin ?? window.location.origin;
}
