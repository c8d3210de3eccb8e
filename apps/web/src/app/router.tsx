import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent as lazily,
  type AsyncRouteComponent,
  type RouterHistory,
} from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { basePath, currentLocale, type Locale } from '../lib/locale.js';
import { Layout } from './layout.js';
import { PAGE_WORDS, withWords } from './page-words.js';
import { BrokenPage, NotFoundPage } from './not-found.js';
import type { ROOMS } from './rooms.js';
import {
  auditFilters,
  balanceView,
  catalogueFilters,
  complaintView,
  cursorOf,
  bankOf,
  giftTarget,
  linkDeed,
  mailFilters,
  needFilters,
  nextAddress,
  offerWish,
  peopleFilters,
  requestFilters,
  statementDays,
  text,
  textVersion,
  type Search,
  sheetView,
  shiftFilters,
  standingView,
} from './search.js';

const root = createRootRoute({ component: Layout, notFoundComponent: NotFoundPage });
const at = <P extends string>(path: P) => ({ getParentRoute: () => root, path });

/** A public page comes with the words that it names. */
const lazyRouteComponent = <T extends Record<string, unknown>, K extends keyof T & string>(
  importer: () => Promise<T>,
  name: K,
  words: readonly string[],
): AsyncRouteComponent<object> =>
  lazily(withWords(importer, currentLocale, words), name) as AsyncRouteComponent<object>;

/** A page that no visitor is drawn: its file is named in rooms.ts, which public pages do not load. */
const room = (name: keyof typeof ROOMS): AsyncRouteComponent<object> =>
  lazily(
    withWords(async () => {
      const page: () => Promise<ComponentType> = (await import('./rooms.js')).ROOMS[name];
      return { page: await page() };
    }, currentLocale),
    'page',
  ) as AsyncRouteComponent<object>;

const confirm = lazyRouteComponent(
  () => import('../features/identity/components/confirm-page.js'),
  'ConfirmPage',
  PAGE_WORDS.confirm,
);
const reset = room('ResetPage');
const security = room('SecurityPage');
const ownPapers = room('OwnPapersPage');
const record = room('OrganizationFormPage');
const checkStatement = lazyRouteComponent(
  () => import('../features/offers/components/check-statement-page.js'),
  'CheckStatementPage',
  PAGE_WORDS.check,
);
const unsubscribe = room('UnsubscribePage');

// prettier-ignore
const routes = [
  createRoute({ ...at('/'), component: lazyRouteComponent(() => import('../features/needs/components/home-page.js'), 'HomePage', PAGE_WORDS.home) }),
  createRoute({ ...at('/needs'), validateSearch: needFilters, component: lazyRouteComponent(() => import('../features/needs/components/find-page.js'), 'FindPage', PAGE_WORDS.find) }),
  createRoute({ ...at('/needs/$id'), component: lazyRouteComponent(() => import('../features/needs/components/need-page.js'), 'NeedPage', PAGE_WORDS.need) }),
  createRoute({ ...at('/needs/$id/flyer'), component: lazyRouteComponent(() => import('../features/needs/components/flyer-page.js'), 'FlyerPage', PAGE_WORDS.flyer) }),
  createRoute({ ...at('/needs/$id/edit'), component: room('NeedEditPage') }),
  createRoute({ ...at('/offer'), validateSearch: offerWish, component: lazyRouteComponent(() => import('../features/offers/components/offer-form-page.js'), 'OfferFormPage', PAGE_WORDS.offer) }),
  createRoute({ ...at('/offer/$id'), validateSearch: (s: Search): { photos?: 'failed' } => ({ photos: s.photos === 'failed' ? 'failed' : undefined }), component: room('OfferPage') }),
  createRoute({ ...at('/standing/$id'), validateSearch: standingView, component: room('StandingPage') }),
  createRoute({ ...at('/standing-gift'), validateSearch: giftTarget, component: room('StandingGiftPage') }),
  createRoute({ ...at('/standing-link'), validateSearch: linkDeed, component: room('StandingLinkPage') }),
  createRoute({ ...at('/standing/$id/edit'), component: room('StandingEditPage') }),
  createRoute({ ...at('/matches/$id'), component: room('MeetingPage') }),
  createRoute({ ...at('/handovers/$id'), component: room('HandOverPage') }),
  createRoute({ ...at('/resources'), validateSearch: (s: Search): { what?: string } => ({ what: text(s.what, 10) }), component: room('ResourcesPage') }),
  createRoute({ ...at('/resources/$id'), validateSearch: (s: Search): { week?: string } => ({ week: /^\d{4}-\d\d-\d\d$/.test(String(s.week)) ? String(s.week) : undefined }), component: room('ResourcePage') }),
  createRoute({ ...at('/desk/$org/resources'), component: room('DeskResourcesPage') }),
  createRoute({ ...at('/me/trips'), component: room('TripsPage') }),
  createRoute({ ...at('/trips/$id'), component: room('TripPage') }),
  createRoute({ ...at('/desk/$org/deliveries'), component: room('DeskDeliveriesPage') }),
  createRoute({ ...at('/shifts'), validateSearch: shiftFilters, component: lazyRouteComponent(() => import('../features/volunteering/components/shifts-page.js'), 'ShiftsPage', PAGE_WORDS.shifts) }),
  createRoute({ ...at('/shifts/$id'), component: lazyRouteComponent(() => import('../features/volunteering/components/shift-page.js'), 'ShiftPage', PAGE_WORDS.shift) }),
  createRoute({ ...at('/me/shifts'), validateSearch: (s: Search): { when?: 'to-come' | 'past' } => ({ when: s.when === 'past' ? 'past' : undefined }), component: room('MyShiftsPage') }),
  createRoute({ ...at('/me/shifts/$id'), component: room('TicketPage') }),
  createRoute({ ...at('/desk/$org/shifts'), validateSearch: (s: Search): { day?: string } => ({ day: text(s.day, 10) }), component: room('ShiftsWeekPage') }),
  createRoute({ ...at('/desk/$org/shifts/$id'), component: room('RunShiftPage') }),
  createRoute({ ...at('/me'), component: room('AccountPage') }),
  createRoute({ ...at('/me/statement'), validateSearch: statementDays, component: room('StatementPage') }),
  createRoute({ ...at('/v'), component: checkStatement }),
  createRoute({ ...at('/v/$code'), component: checkStatement }),
  createRoute({ ...at('/hours/$code'), component: lazyRouteComponent(() => import('../features/volunteering/components/check-hours-page.js'), 'CheckHoursPage', PAGE_WORDS.hours) }),
  createRoute({ ...at('/gift-papers/$code'), component: lazyRouteComponent(() => import('../features/payments/components/check-gift-paper-page.js'), 'CheckGiftPaperPage', PAGE_WORDS.papers) }),
  createRoute({ ...at('/organizations/$id/donation-terms'), component: lazyRouteComponent(() => import('../features/payments/components/donation-terms-page.js'), 'DonationTermsPage', PAGE_WORDS.papers) }),
  createRoute({ ...at('/sign-in'), validateSearch: nextAddress, component: room('SignInPage') }),
  createRoute({ ...at('/plain'), validateSearch: (s: Search): { from?: string; to?: string; cursor?: string; done?: 'accept' | 'decline' } => ({ cursor: text(s.cursor, 1000), from: text(s.from, 10), to: text(s.to, 10), done: s.done === 'accept' || s.done === 'decline' ? s.done : undefined }), component: room('PlainPage') }),
  createRoute({ ...at('/join'), validateSearch: nextAddress, component: room('JoinPage') }),
  createRoute({ ...at('/confirm'), component: confirm }),
  createRoute({ ...at('/confirm-email'), validateSearch: (s: Search): { done?: true } => ({ done: s.done === true || undefined }), component: confirm }),
  createRoute({ ...at('/confirm-email-change'), component: room('ConfirmChangePage') }),
  createRoute({ ...at('/undo-email-change'), component: room('UndoChangePage') }),
  createRoute({ ...at('/forgot-password'), component: reset }),
  createRoute({ ...at('/reset-password'), component: reset }),
  createRoute({ ...at('/me/security'), component: security }),
  createRoute({ ...at('/account/security'), component: security }), // as mails say it
  createRoute({ ...at('/account/sessions'), component: security }),
  createRoute({ ...at('/me/notifications'), validateSearch: (s: Search): { show?: 'unread' } => ({ show: s.show === 'unread' ? 'unread' : undefined }), component: room('NotificationsPage') }),
  createRoute({ ...at('/unsubscribe'), component: unsubscribe }),
  createRoute({ ...at('/unsubscribe/$token'), component: unsubscribe }),
  createRoute({ ...at('/consent'), component: room('ConsentPage') }),
  createRoute({ ...at('/renew-need'), component: room('RenewPage') }),
  createRoute({ ...at('/invitation'), component: room('InvitationPage') }),
  createRoute({ ...at('/desk/new'), component: record }),
  createRoute({ ...at('/desk/$org/record'), component: record }),
  createRoute({ ...at('/desk/$org/reports'), component: room('ReportsPage') }),
  createRoute({ ...at('/desk/$org/reports/$need'), component: room('ReportPage') }),
  createRoute({ ...at('/desk/$org/statement'), validateSearch: statementDays, component: room('DeskStatementPage') }),
  createRoute({ ...at('/desk/$org/hours'), component: room('DeskHoursPage') }),
  createRoute({ ...at('/desk/$org/people'), component: room('MembersPage') }),
  createRoute({ ...at('/desk/$org/papers'), validateSearch: cursorOf, component: room('PapersPage') }),
  createRoute({ ...at('/desk/$org/stock'), validateSearch: (s: Search): { point?: string } => ({ point: text(s.point) }), component: room('StockPage') }),
  createRoute({ ...at('/desk/$org/walk-ins'), component: room('WalkInsPage') }),
  createRoute({ ...at('/desk/$org/walk-ins/$id'), component: room('WalkInOfferPage') }),
  createRoute({ ...at('/me/papers'), component: ownPapers }),
  createRoute({ ...at('/account/papers'), component: ownPapers }), // as mails say it
  createRoute({ ...at('/desk/$org/documents'), component: room('DocumentsPage') }),
  createRoute({ ...at('/desk/$org/accepts'), component: room('AcceptsPage') }),
  createRoute({ ...at('/desk/$org/contacts'), component: room('ContactsPage') }),
  createRoute({ ...at('/desk/$org/account'), validateSearch: cursorOf, component: room('AccountChangePage') }),
  createRoute({ ...at('/desk/$org/bank'), validateSearch: bankOf, component: room('BankPage') }),
  createRoute({ ...at('/desk/$org/pledges'), component: room('PledgesPage') }),
  createRoute({ ...at('/gifts/$code'), component: lazyRouteComponent(() => import('../features/payments/components/gift-page.js'), 'GiftPage', PAGE_WORDS.gift) }),
  createRoute({ ...at('/surplus/$id'), component: room('SurplusPage') }),
  createRoute({ ...at('/vouches'), component: room('VouchesPage') }),
  createRoute({ ...at('/desk'), component: room('DeskDoorPage') }),
  createRoute({ ...at('/desk/$org'), validateSearch: (s: Search): { show?: string; need?: string } => ({ show: text(s.show), need: text(s.need) }), component: room('DeskPage') }),
  createRoute({ ...at('/desk/$org/offers'), validateSearch: (s: Search): { need?: string; match?: string } => ({ need: text(s.need), match: text(s.match) }), component: room('AnswersPage') }),
  createRoute({ ...at('/desk/$org/handovers'), validateSearch: (s: Search): { day?: string } => ({ day: text(s.day, 10) }), component: room('HandOversPage') }),
  createRoute({ ...at('/desk/$org/needs'), validateSearch: (s: Search): { show?: string } => ({ show: text(s.show) }), component: room('DeskNeedsPage') }),
  createRoute({ ...at('/desk/$org/needs/new'), component: room('NeedFormPage') }),
  createRoute({ ...at('/organizations/$id'), validateSearch: cursorOf, component: lazyRouteComponent(() => import('../features/organizations/components/organization-page.js'), 'OrganizationPage', PAGE_WORDS.organization) }),
  createRoute({ ...at('/moderation'), validateSearch: (s: Search): { section?: string; sort?: string; cursor?: string; case?: string } => ({ section: text(s.section, 20), sort: text(s.sort, 10), cursor: text(s.cursor, 1000), case: text(s.case, 40) }), component: room('ModerationPage') }),
  createRoute({ ...at('/moderation/mine'), validateSearch: cursorOf, component: room('OwnDecisionsPage') }),
  createRoute({ ...at('/appeals/$id'), component: room('AppealPage') }),
  createRoute({ ...at('/admin'), component: room('AdminDoorPage') }),
  createRoute({ ...at('/admin/health'), component: room('HealthPage') }),
  createRoute({ ...at('/admin/jobs'), validateSearch: cursorOf, component: room('JobsPage') }),
  createRoute({ ...at('/admin/mails'), validateSearch: mailFilters, component: room('MailsPage') }),
  createRoute({ ...at('/admin/first-day'), component: room('FirstDayPage') }),
  createRoute({ ...at('/admin/places'), component: room('PlacesPage') }),
  createRoute({ ...at('/admin/texts'), component: room('TextsPage') }),
  createRoute({ ...at('/privacy'), validateSearch: textVersion, component: lazyRouteComponent(() => import('../features/installation/components/text-page.js'), 'PrivacyPage', PAGE_WORDS.text) }),
  createRoute({ ...at('/rules'), validateSearch: textVersion, component: lazyRouteComponent(() => import('../features/installation/components/text-page.js'), 'RulesPage', PAGE_WORDS.text) }),
  createRoute({ ...at('/admin/people'), validateSearch: peopleFilters, component: room('PeoplePage') }),
  createRoute({ ...at('/admin/requests'), validateSearch: requestFilters, component: room('RequestsPage') }),
  createRoute({ ...at('/admin/audit'), validateSearch: auditFilters, component: room('AuditPage') }),
  createRoute({ ...at('/admin/catalogue'), validateSearch: catalogueFilters, component: room('CataloguePage') }),
  createRoute({ ...at('/admin/weights'), component: room('WeightsPage') }),
  createRoute({ ...at('/balance'), validateSearch: balanceView, component: lazyRouteComponent(() => import('../features/transparency/components/balance-page.js'), 'BalancePage', PAGE_WORDS.balance) }),
  createRoute({ ...at('/places/$code'), validateSearch: sheetView, component: lazyRouteComponent(() => import('../features/transparency/components/sheet-page.js'), 'PlacePage', PAGE_WORDS.sheet) }),
  createRoute({ ...at('/spheres/$code'), validateSearch: sheetView, component: lazyRouteComponent(() => import('../features/transparency/components/sheet-page.js'), 'SpherePage', PAGE_WORDS.sheet) }),
  createRoute({ ...at('/places/$code/month'), validateSearch: sheetView, component: room('PlaceMonthPage') }),
  createRoute({ ...at('/spheres/$code/month'), validateSearch: sheetView, component: room('SphereMonthPage') }),
  createRoute({ ...at('/admin/cards'), component: room('CardDifferencesPage') }),
  createRoute({ ...at('/complaint'), validateSearch: complaintView, component: lazyRouteComponent(() => import('../features/moderation/components/complaint-page.js'), 'ComplaintPage', PAGE_WORDS.complaint) }),
  createRoute({ ...at('/how'), component: lazyRouteComponent(() => import('../features/installation/components/how-page.js'), 'HowPage', PAGE_WORDS.how) }),
  createRoute({ ...at('/clearings'), validateSearch: cursorOf, component: lazyRouteComponent(() => import('../features/clearing/components/clearings-page.js'), 'ClearingsPage', PAGE_WORDS.clearings) }),
  createRoute({ ...at('/clearings/$id'), validateSearch: cursorOf, component: lazyRouteComponent(() => import('../features/clearing/components/clearing-page.js'), 'ClearingPage', PAGE_WORDS.clearing) }),
] as const;

const routeTree = root.addChildren(routes);

/**
 * Where the router puts a page that it shows: back where it was, or at the top. A page that the server has drawn can be read, and so scrolled,
 * before its script is there; the first time, such a page stays where its reader is.
 */
function restoresScroll(): () => boolean {
  let first = true;
  return () => {
    const reading = first && window.scrollY > 0;
    first = false;
    if (!reading) return true;
    const [opened] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return opened?.type !== 'navigate'; // a page loaded anew, or gone back to, has a place of its own
  };
}

/** @param history where a server draws: the one address of its page */
export function makeRouter(locale: Locale, history?: RouterHistory) {
  return createRouter({
    routeTree,
    history,
    basepath: basePath(locale),
    scrollRestoration: history === undefined && restoresScroll(),
    defaultPreload: 'intent',
    defaultErrorComponent: BrokenPage,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
