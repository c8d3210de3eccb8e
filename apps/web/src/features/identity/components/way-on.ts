import { useRouter } from '@tanstack/react-router';
import { basePath, currentLocale } from '../../../lib/locale.js';

const STORED = 'lepta.way-on';

/** Where a person was going who has to confirm an address first. It is kept by the browser in which they registered, as the link of the mail opens there. */
export function keepWayOn(next: string | undefined): void {
  try {
    if (next) localStorage.setItem(STORED, next);
    else localStorage.removeItem(STORED);
  } catch {
    // a browser that keeps nothing leads to the account instead
  }
}

/** An address of this site, or undefined. */
export function wayOn(): string | undefined {
  try {
    const next = localStorage.getItem(STORED) ?? '';
    return /^\/(?![/\\])/.test(next) ? next : undefined;
  } catch {
    return undefined;
  }
}

/** Leads to an address of this site that was kept as text, in the language of the page. */
export function useWayBack(): (next: string | undefined) => void {
  const router = useRouter();
  return (next) => router.history.push(basePath(currentLocale()).replace(/\/$/, '') + (next ?? '/') || '/');
}
