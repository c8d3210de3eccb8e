import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent as lazily,
  type AsyncRouteComponent,
  type RouterHistory,
} from '@tanstack/react-router';
import { basePath, currentLocale, type Locale } from '../lib/locale.js';
import { Layout } from './layout.js';
import { PAGE_WORDS, withWords } from './page-words.js';
import { BrokenPage, NotFoundPage } from './not-found.js';
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
  statementDays,
  text,
  textVersion,
  type Search,
  shiftFilters,
  standingView,
} from './search.js';

const root = createRootRoute({ component: Layout, notFoundComponent: NotFoundPage });
const at = <P extends string>(path: P) => ({ getParentRoute: () => root, path });

/** A page comes with its words: all that there are, unless it says which. */
const lazyRouteComponent = <T extends Record<string, unknown>, K extends keyof T & string>(
  importer: () => Promise<T>,
  name: K,
  words?: readonly string[],
): AsyncRouteComponent<object> =>
  lazily(withWords(importer, currentLocale, words), name) as AsyncRouteComponent<object>;

const confirm = lazyRouteComponent(
  () => import('../features/identity/components/confirm-page.js'),
  'ConfirmPage',
  PAGE_WORDS.confirm,
);
const reset = lazyRouteComponent(() => import('../features/identity/components/reset-page.js'), 'ResetPage');
const security = lazyRouteComponent(() => import('../features/identity/components/security-page.js'), 'SecurityPage');
const ownPapers = lazyRouteComponent(
  () => import('../features/organizations/components/own-papers-page.js'),
  'OwnPapersPage',
);
const record = lazyRouteComponent(
  () => import('../features/organizations/components/organization-form-page.js'),
  'OrganizationFormPage',
);
const checkStatement = lazyRouteComponent(
  () => import('../features/offers/components/check-statement-page.js'),
  'CheckStatementPage',
  PAGE_WORDS.check,
);
const unsubscribe = lazyRouteComponent(
  () => import('../features/notifications/components/unsubscribe-page.js'),
  'UnsubscribePage',
);

// prettier-ignore
const routes = [
  createRoute({ ...at('/'), component: lazyRouteComponent(() => import('../features/needs/components/home-page.js'), 'HomePage', PAGE_WORDS.home) }),
  createRoute({ ...at('/needs'), validateSearch: needFilters, component: lazyRouteComponent(() => import('../features/needs/components/find-page.js'), 'FindPage', PAGE_WORDS.text) }),
  createRoute({ ...at('/needs/$id'), component: lazyRouteComponent(() => import('../features/needs/components/need-page.js'), 'NeedPage', PAGE_WORDS.need) }),
  createRoute({ ...at('/needs/$id/flyer'), component: lazyRouteComponent(() => import('../features/needs/components/flyer-page.js'), 'FlyerPage', PAGE_WORDS.flyer) }),
  createRoute({ ...at('/needs/$id/edit'), component: lazyRouteComponent(() => import('../features/needs/components/need-edit-page.js'), 'NeedEditPage') }),
  createRoute({ ...at('/offer'), validateSearch: offerWish, component: lazyRouteComponent(() => import('../features/offers/components/offer-form-page.js'), 'OfferFormPage', PAGE_WORDS.offer) }),
  createRoute({ ...at('/offer/$id'), validateSearch: (s: Search): { photos?: 'failed' } => ({ photos: s.photos === 'failed' ? 'failed' : undefined }), component: lazyRouteComponent(() => import('../features/offers/components/offer-page.js'), 'OfferPage') }),
  createRoute({ ...at('/standing/$id'), validateSearch: standingView, component: lazyRouteComponent(() => import('../features/offers/components/standing-page.js'), 'StandingPage') }),
  createRoute({ ...at('/standing-gift'), validateSearch: giftTarget, component: lazyRouteComponent(() => import('../features/payments/components/standing-gift-page.js'), 'StandingGiftPage') }),
  createRoute({ ...at('/standing-link'), validateSearch: linkDeed, component: lazyRouteComponent(() => import('../features/payments/components/standing-link-page.js'), 'StandingLinkPage') }),
  createRoute({ ...at('/standing/$id/edit'), component: lazyRouteComponent(() => import('../features/offers/components/standing-edit-page.js'), 'StandingEditPage') }),
  createRoute({ ...at('/matches/$id'), component: lazyRouteComponent(() => import('../features/matching/components/meeting-page.js'), 'MeetingPage') }),
  createRoute({ ...at('/handovers/$id'), component: lazyRouteComponent(() => import('../features/matching/components/hand-over-page.js'), 'HandOverPage') }),
  createRoute({ ...at('/resources'), validateSearch: (s: Search): { what?: 'hall' | 'van' | 'equipment' } => ({ what: s.what === 'hall' || s.what === 'van' || s.what === 'equipment' ? s.what : undefined }), component: lazyRouteComponent(() => import('../features/bookings/components/resources-page.js'), 'ResourcesPage') }),
  createRoute({ ...at('/resources/$id'), validateSearch: (s: Search): { week?: string } => ({ week: /^\d{4}-\d\d-\d\d$/.test(String(s.week)) ? String(s.week) : undefined }), component: lazyRouteComponent(() => import('../features/bookings/components/resource-page.js'), 'ResourcePage') }),
  createRoute({ ...at('/desk/$org/resources'), component: lazyRouteComponent(() => import('../features/bookings/components/desk-resources-page.js'), 'DeskResourcesPage') }),
  createRoute({ ...at('/me/trips'), component: lazyRouteComponent(() => import('../features/deliveries/components/trips-page.js'), 'TripsPage') }),
  createRoute({ ...at('/trips/$id'), component: lazyRouteComponent(() => import('../features/deliveries/components/trip-page.js'), 'TripPage') }),
  createRoute({ ...at('/desk/$org/deliveries'), component: lazyRouteComponent(() => import('../features/deliveries/components/desk-deliveries-page.js'), 'DeskDeliveriesPage') }),
  createRoute({ ...at('/shifts'), validateSearch: shiftFilters, component: lazyRouteComponent(() => import('../features/volunteering/components/shifts-page.js'), 'ShiftsPage', PAGE_WORDS.shifts) }),
  createRoute({ ...at('/shifts/$id'), component: lazyRouteComponent(() => import('../features/volunteering/components/shift-page.js'), 'ShiftPage', PAGE_WORDS.shift) }),
  createRoute({ ...at('/me/shifts'), validateSearch: (s: Search): { when?: 'to-come' | 'past' } => ({ when: s.when === 'past' ? 'past' : undefined }), component: lazyRouteComponent(() => import('../features/volunteering/components/my-shifts-page.js'), 'MyShiftsPage') }),
  createRoute({ ...at('/me/shifts/$id'), component: lazyRouteComponent(() => import('../features/volunteering/components/ticket-page.js'), 'TicketPage') }),
  createRoute({ ...at('/desk/$org/shifts'), validateSearch: (s: Search): { day?: string } => ({ day: text(s.day, 10) }), component: lazyRouteComponent(() => import('../features/volunteering/components/shifts-week-page.js'), 'ShiftsWeekPage') }),
  createRoute({ ...at('/desk/$org/shifts/$id'), component: lazyRouteComponent(() => import('../features/volunteering/components/run-shift-page.js'), 'RunShiftPage') }),
  createRoute({ ...at('/me'), component: lazyRouteComponent(() => import('../features/offers/components/account-page.js'), 'AccountPage') }),
  createRoute({ ...at('/me/statement'), validateSearch: statementDays, component: lazyRouteComponent(() => import('../features/ledger/components/statement-page.js'), 'StatementPage') }),
  createRoute({ ...at('/v'), component: checkStatement }),
  createRoute({ ...at('/v/$code'), component: checkStatement }),
  createRoute({ ...at('/hours/$code'), component: lazyRouteComponent(() => import('../features/volunteering/components/check-hours-page.js'), 'CheckHoursPage', PAGE_WORDS.hours) }),
  createRoute({ ...at('/gift-papers/$code'), component: lazyRouteComponent(() => import('../features/payments/components/check-gift-paper-page.js'), 'CheckGiftPaperPage', PAGE_WORDS.papers) }),
  createRoute({ ...at('/organizations/$id/donation-terms'), component: lazyRouteComponent(() => import('../features/payments/components/donation-terms-page.js'), 'DonationTermsPage', PAGE_WORDS.papers) }),
  createRoute({ ...at('/sign-in'), validateSearch: nextAddress, component: lazyRouteComponent(() => import('../features/identity/components/sign-in-page.js'), 'SignInPage') }),
  createRoute({ ...at('/plain'), validateSearch: (s: Search): { from?: string; to?: string; done?: 'accept' | 'decline' } => ({ from: text(s.from, 10), to: text(s.to, 10), done: s.done === 'accept' || s.done === 'decline' ? s.done : undefined }), component: lazyRouteComponent(() => import('../features/identity/components/plain-page.js'), 'PlainPage') }),
  createRoute({ ...at('/join'), validateSearch: nextAddress, component: lazyRouteComponent(() => import('../features/identity/components/join-page.js'), 'JoinPage') }),
  createRoute({ ...at('/confirm'), component: confirm }),
  createRoute({ ...at('/confirm-email'), validateSearch: (s: Search): { done?: true } => ({ done: s.done === true || undefined }), component: confirm }),
  createRoute({ ...at('/confirm-email-change'), component: lazyRouteComponent(() => import('../features/identity/components/confirm-page.js'), 'ConfirmChangePage') }),
  createRoute({ ...at('/undo-email-change'), component: lazyRouteComponent(() => import('../features/identity/components/confirm-page.js'), 'UndoChangePage') }),
  createRoute({ ...at('/forgot-password'), component: reset }),
  createRoute({ ...at('/reset-password'), component: reset }),
  createRoute({ ...at('/me/security'), component: security }),
  createRoute({ ...at('/account/security'), component: security }), // as mails say it
  createRoute({ ...at('/account/sessions'), component: security }),
  createRoute({ ...at('/me/notifications'), validateSearch: (s: Search): { show?: 'unread' } => ({ show: s.show === 'unread' ? 'unread' : undefined }), component: lazyRouteComponent(() => import('../features/notifications/components/notifications-page.js'), 'NotificationsPage') }),
  createRoute({ ...at('/unsubscribe'), component: unsubscribe }),
  createRoute({ ...at('/unsubscribe/$token'), component: unsubscribe }),
  createRoute({ ...at('/consent'), component: lazyRouteComponent(() => import('../features/volunteering/components/consent-page.js'), 'ConsentPage') }),
  createRoute({ ...at('/renew-need'), component: lazyRouteComponent(() => import('../features/needs/components/renew-page.js'), 'RenewPage') }),
  createRoute({ ...at('/invitation'), component: lazyRouteComponent(() => import('../features/organizations/components/invitation-page.js'), 'InvitationPage') }),
  createRoute({ ...at('/desk/new'), component: record }),
  createRoute({ ...at('/desk/$org/record'), component: record }),
  createRoute({ ...at('/desk/$org/reports'), component: lazyRouteComponent(() => import('../features/reports/components/reports-page.js'), 'ReportsPage') }),
  createRoute({ ...at('/desk/$org/reports/$need'), component: lazyRouteComponent(() => import('../features/reports/components/report-page.js'), 'ReportPage') }),
  createRoute({ ...at('/desk/$org/statement'), validateSearch: statementDays, component: lazyRouteComponent(() => import('../features/ledger/components/desk-statement-page.js'), 'DeskStatementPage') }),
  createRoute({ ...at('/desk/$org/people'), component: lazyRouteComponent(() => import('../features/organizations/components/members-page.js'), 'MembersPage') }),
  createRoute({ ...at('/desk/$org/papers'), validateSearch: cursorOf, component: lazyRouteComponent(() => import('../features/organizations/components/papers-page.js'), 'PapersPage') }),
  createRoute({ ...at('/desk/$org/stock'), validateSearch: (s: Search): { point?: string } => ({ point: text(s.point) }), component: lazyRouteComponent(() => import('../features/stock/components/stock-page.js'), 'StockPage') }),
  createRoute({ ...at('/desk/$org/walk-ins'), component: lazyRouteComponent(() => import('../features/offers/components/walk-ins-page.js'), 'WalkInsPage') }),
  createRoute({ ...at('/desk/$org/walk-ins/$id'), component: lazyRouteComponent(() => import('../features/offers/components/walk-in-offer-page.js'), 'WalkInOfferPage') }),
  createRoute({ ...at('/me/papers'), component: ownPapers }),
  createRoute({ ...at('/account/papers'), component: ownPapers }), // as mails say it
  createRoute({ ...at('/desk/$org/documents'), component: lazyRouteComponent(() => import('../features/organizations/components/documents-page.js'), 'DocumentsPage') }),
  createRoute({ ...at('/desk/$org/contacts'), component: lazyRouteComponent(() => import('../features/organizations/components/contacts-page.js'), 'ContactsPage') }),
  createRoute({ ...at('/desk/$org/account'), validateSearch: cursorOf, component: lazyRouteComponent(() => import('../features/organizations/components/account-change-page.js'), 'AccountChangePage') }),
  createRoute({ ...at('/desk/$org/bank'), validateSearch: bankOf, component: lazyRouteComponent(() => import('../features/payments/components/bank-page.js'), 'BankPage') }),
  createRoute({ ...at('/desk/$org/pledges'), component: lazyRouteComponent(() => import('../features/payments/components/pledges-page.js'), 'PledgesPage') }),
  createRoute({ ...at('/gifts/$code'), component: lazyRouteComponent(() => import('../features/payments/components/gift-page.js'), 'GiftPage', PAGE_WORDS.gift) }),
  createRoute({ ...at('/surplus/$id'), component: lazyRouteComponent(() => import('../features/payments/components/surplus-page.js'), 'SurplusPage') }),
  createRoute({ ...at('/vouches'), component: lazyRouteComponent(() => import('../features/organizations/components/vouches-page.js'), 'VouchesPage') }),
  createRoute({ ...at('/desk'), component: lazyRouteComponent(() => import('../features/organizations/components/desk-door-page.js'), 'DeskDoorPage') }),
  createRoute({ ...at('/desk/$org'), validateSearch: (s: Search): { show?: string; need?: string } => ({ show: text(s.show), need: text(s.need) }), component: lazyRouteComponent(() => import('../features/organizations/components/desk-page.js'), 'DeskPage') }),
  createRoute({ ...at('/desk/$org/offers'), validateSearch: (s: Search): { need?: string; match?: string } => ({ need: text(s.need), match: text(s.match) }), component: lazyRouteComponent(() => import('../features/matching/components/answers-page.js'), 'AnswersPage') }),
  createRoute({ ...at('/desk/$org/handovers'), validateSearch: (s: Search): { day?: string } => ({ day: text(s.day, 10) }), component: lazyRouteComponent(() => import('../features/matching/components/handovers-page.js'), 'HandOversPage') }),
  createRoute({ ...at('/desk/$org/needs'), validateSearch: (s: Search): { show?: string } => ({ show: text(s.show) }), component: lazyRouteComponent(() => import('../features/organizations/components/desk-needs-page.js'), 'DeskNeedsPage') }),
  createRoute({ ...at('/desk/$org/needs/new'), component: lazyRouteComponent(() => import('../features/needs/components/need-form-page.js'), 'NeedFormPage') }),
  createRoute({ ...at('/organizations/$id'), validateSearch: cursorOf, component: lazyRouteComponent(() => import('../features/organizations/components/organization-page.js'), 'OrganizationPage', PAGE_WORDS.organization) }),
  createRoute({ ...at('/moderation'), validateSearch: (s: Search): { status?: string; sort?: string; cursor?: string; case?: string } => ({ status: text(s.status), sort: text(s.sort, 10), cursor: text(s.cursor, 1000), case: text(s.case, 40) }), component: lazyRouteComponent(() => import('../features/moderation/components/moderation-page.js'), 'ModerationPage') }),
  createRoute({ ...at('/moderation/mine'), validateSearch: cursorOf, component: lazyRouteComponent(() => import('../features/moderation/components/own-decisions-page.js'), 'OwnDecisionsPage') }),
  createRoute({ ...at('/appeals/$id'), component: lazyRouteComponent(() => import('../features/moderation/components/appeal-page.js'), 'AppealPage') }),
  createRoute({ ...at('/admin'), component: lazyRouteComponent(() => import('../features/installation/components/admin-room.js'), 'AdminDoorPage') }),
  createRoute({ ...at('/admin/health'), component: lazyRouteComponent(() => import('../features/installation/components/health-page.js'), 'HealthPage') }),
  createRoute({ ...at('/admin/jobs'), validateSearch: cursorOf, component: lazyRouteComponent(() => import('../features/platform/components/jobs-page.js'), 'JobsPage') }),
  createRoute({ ...at('/admin/mails'), validateSearch: mailFilters, component: lazyRouteComponent(() => import('../features/notifications/components/mails-page.js'), 'MailsPage') }),
  createRoute({ ...at('/admin/first-day'), component: lazyRouteComponent(() => import('../features/installation/components/first-day-page.js'), 'FirstDayPage') }),
  createRoute({ ...at('/admin/texts'), component: lazyRouteComponent(() => import('../features/installation/components/texts-page.js'), 'TextsPage') }),
  createRoute({ ...at('/privacy'), validateSearch: textVersion, component: lazyRouteComponent(() => import('../features/installation/components/text-page.js'), 'PrivacyPage', PAGE_WORDS.text) }),
  createRoute({ ...at('/rules'), validateSearch: textVersion, component: lazyRouteComponent(() => import('../features/installation/components/text-page.js'), 'RulesPage', PAGE_WORDS.text) }),
  createRoute({ ...at('/admin/people'), validateSearch: peopleFilters, component: lazyRouteComponent(() => import('../features/identity/components/people-page.js'), 'PeoplePage') }),
  createRoute({ ...at('/admin/audit'), validateSearch: auditFilters, component: lazyRouteComponent(() => import('../features/moderation/components/audit-page.js'), 'AuditPage') }),
  createRoute({ ...at('/admin/catalogue'), validateSearch: catalogueFilters, component: lazyRouteComponent(() => import('../features/catalogue/components/catalogue-page.js'), 'CataloguePage') }),
  createRoute({ ...at('/admin/weights'), component: lazyRouteComponent(() => import('../features/clearing/components/weights-page.js'), 'WeightsPage') }),
  createRoute({ ...at('/balance'), validateSearch: balanceView, component: lazyRouteComponent(() => import('../features/transparency/components/balance-page.js'), 'BalancePage', PAGE_WORDS.balance) }),
  createRoute({ ...at('/places/$code'), component: lazyRouteComponent(() => import('../features/transparency/components/sheet-page.js'), 'PlacePage', PAGE_WORDS.balance) }),
  createRoute({ ...at('/spheres/$code'), component: lazyRouteComponent(() => import('../features/transparency/components/sheet-page.js'), 'SpherePage', PAGE_WORDS.balance) }),
  createRoute({ ...at('/admin/cards'), component: lazyRouteComponent(() => import('../features/payments/components/card-differences-page.js'), 'CardDifferencesPage') }),
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
