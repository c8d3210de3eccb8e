import type { QueryClient } from '@tanstack/react-query';
import { PAGE_WORDS } from '../app/page-words.js';
import { Problem } from '../lib/api.js';
import { pageOfCode } from '../lib/code-page.js';
import type { Need } from '../lib/api-types.js';
import type { Organization } from '../features/organizations/api/organizations.js';
import {
  complaintForm,
  confirmForm,
  giftForm,
  offerForm,
  plainForm,
  signInForm,
  type TakesForm,
} from './plain-forms.js';
import { needAbout, organizationAbout, siteAbout, type About, type Site } from './about.js';

/** A page that is drawn by the server: everybody may read it, and nothing of it depends on who does. */
export interface PublicPage {
  /** Loaded for it beside what every page loads. */
  readonly source?: string;
  readonly words?: readonly string[];
  /** The question whose answer the page stands on: with a "no" to it there is no such page. */
  readonly main?: readonly string[];
  /** What of the search makes it another page to a search engine; everything else (where a list goes on, words) does not. */
  readonly search?: readonly string[];
  /** Where a plain form of it leads. */
  readonly moved?: (search: Readonly<Record<string, unknown>>) => string | null;
  /** Takes its form where that is sent without a script; the address is among those of apps/api/src/http/plain-forms.ts. */
  readonly form?: TakesForm;
  /** It is one person's: drawn for the holder of the address, and not to be found. */
  readonly hidden?: true;
  /** It belongs to a signed-in person, and is drawn where they do without scripts; for all others it is the way to sign in. */
  readonly own?: true;
  /** It says its own address, as people pass it on. */
  readonly address?: true;
  readonly about?: (site: Site, client: QueryClient, id: string) => About;
}

const feature = (path: string): string => `src/features/${path}.tsx`;

/** By the names that the router has for them. */
export const PUBLIC_PAGES: Readonly<Record<string, PublicPage>> = {
  '/': { source: feature('needs/components/home-page'), words: PAGE_WORDS.home, about: siteAbout },
  '/needs': {
    source: feature('needs/components/find-page'),
    words: PAGE_WORDS.find,
    search: ['kind', 'sphere', 'category', 'place'],
  },
  '/needs/$id': {
    source: feature('needs/components/need-page'),
    words: PAGE_WORDS.need,
    main: ['needs', 'one'],
    address: true,
    form: giftForm,
    about: (site, client, id) => needAbout(site, client, answer<Need>(client, ['needs', 'one', id])),
  },
  '/organizations/$id': {
    source: feature('organizations/components/organization-page'),
    words: PAGE_WORDS.organization,
    main: ['organization'],
    about: (site, client, id) => organizationAbout(site, client, answer<Organization>(client, ['organization', id])),
  },
  '/clearings': { source: feature('clearing/components/clearings-page'), words: PAGE_WORDS.clearings },
  '/clearings/$id': {
    source: feature('clearing/components/clearing-page'),
    words: PAGE_WORDS.clearing,
    main: ['clearings', 'one'],
  },
  '/shifts': { source: feature('volunteering/components/shifts-page'), words: PAGE_WORDS.shifts },
  '/shifts/$id': {
    source: feature('volunteering/components/shift-page'),
    words: PAGE_WORDS.shift,
    main: ['shifts', 'one'],
  },
  '/v': {
    source: feature('offers/components/check-statement-page'),
    words: PAGE_WORDS.check,
    moved: ({ code }) => (code === undefined || code === '' ? null : pageOfCode(String(code))),
  },
  '/v/$code': {
    source: feature('offers/components/check-statement-page'),
    words: PAGE_WORDS.check,
    main: ['statement-check'],
  },
  '/hours/$code': {
    source: feature('volunteering/components/check-hours-page'),
    words: PAGE_WORDS.hours,
    main: ['hours-check'],
  },
  '/gift-papers/$code': {
    source: feature('payments/components/check-gift-paper-page'),
    words: PAGE_WORDS.papers,
    main: ['gift-paper-check'],
  },
  '/organizations/$id/donation-terms': {
    source: feature('payments/components/donation-terms-page'),
    words: PAGE_WORDS.papers,
    main: ['donation-terms'],
  },
  '/balance': { source: feature('transparency/components/balance-page'), words: PAGE_WORDS.balance },
  '/places/$code': {
    source: feature('transparency/components/sheet-page'),
    words: PAGE_WORDS.sheet,
    main: ['balance', 'sheet'],
  },
  '/spheres/$code': {
    source: feature('transparency/components/sheet-page'),
    words: PAGE_WORDS.sheet,
    main: ['balance', 'sheet'],
  },
  '/how': { source: feature('installation/components/how-page'), words: PAGE_WORDS.how },
  '/complaint': {
    source: feature('moderation/components/complaint-page'),
    words: PAGE_WORDS.complaint,
    form: complaintForm,
  },
  '/rules': { source: feature('installation/components/text-page'), main: ['texts'] },
  '/privacy': { source: feature('installation/components/text-page'), main: ['texts'] },
};

/** Drawn for visitors too, because of their plain forms, as what these lead to, or as a sheet to print; not among those that are told to everybody. */
const OTHER_PAGES: Readonly<Record<string, PublicPage>> = {
  '/offer': { source: feature('offers/components/offer-form-page'), words: PAGE_WORDS.offer, form: offerForm },
  '/confirm-email': {
    source: feature('identity/components/confirm-page'),
    words: PAGE_WORDS.confirm,
    form: confirmForm,
    hidden: true,
  },
  '/sign-in': {
    source: feature('identity/components/sign-in-page'),
    words: PAGE_WORDS.confirm,
    form: signInForm,
    hidden: true,
  },
  '/plain': { source: feature('identity/components/plain-page'), words: PAGE_WORDS.plain, form: plainForm, own: true },
  '/needs/$id/flyer': {
    source: feature('needs/components/flyer-page'),
    words: PAGE_WORDS.flyer,
    main: ['needs', 'one'],
    address: true,
    hidden: true,
  },
  '/places/$code/month': {
    source: feature('transparency/components/month-sheet-page'),
    words: PAGE_WORDS.sheet,
    main: ['balance', 'month'],
    hidden: true,
  },
  '/spheres/$code/month': {
    source: feature('transparency/components/month-sheet-page'),
    words: PAGE_WORDS.sheet,
    main: ['balance', 'month'],
    hidden: true,
  },
  '/gifts/$code': {
    source: feature('payments/components/gift-page'),
    words: PAGE_WORDS.gift,
    main: ['gift'],
    hidden: true,
  },
};

export const pageAt = (route: string): PublicPage | undefined => PUBLIC_PAGES[route] ?? OTHER_PAGES[route];

const answer = <T>(client: QueryClient, key: readonly unknown[]): T | undefined => client.getQueryData<T>(key);

/** 200; 404 where the question was refused that the page stands on; 503 where any question of it found no answer for now: that is not yet the page. */
export function statusOf(page: PublicPage, client: QueryClient): number {
  const cache = client.getQueryCache();
  if (cache.getAll().some(({ state: { error } }) => error && !(error instanceof Problem && !error.undecided)))
    return 503;
  return page.main && cache.findAll({ queryKey: [...page.main] })[0]?.state.error ? 404 : 200;
}
