import { BOOKINGS_EXPORT } from '#bookings';
import { DELIVERIES_EXPORT } from '#deliveries';
import { IDENTITY_EXPORT } from '#identity';
import { LEDGER_EXPORT } from '#ledger';
import { MATCHING_EXPORT } from '#matching';
import { MESSAGE_REPORTS_EXPORT, MESSAGES_EXPORT } from '#messages';
import { MODERATION_EXPORT } from '#moderation';
import { NOTIFICATIONS_EXPORT } from '#notifications';
import { OFFERS_EXPORT } from '#offers';
import { ORGANIZATIONS_EXPORT } from '#organizations';
import { PAYMENTS_EXPORT } from '#payments';
import { AUDIT_EXPORT, OUTBOX_EXPORT, type ExportSection } from '#platform';
import { STOCK_EXPORT } from '#stock';
import { VOLUNTEERING_EXPORT } from '#volunteering';

/** What is kept about a person besides the person itself, of all libs, in the order of the file; each lib says its own beside its tables. `test/integration/identity/personal-data.spec.ts` finds a table that none of them names. */
export const EXPORT_SECTIONS: readonly ExportSection[] = [
  ...IDENTITY_EXPORT,
  ...OFFERS_EXPORT,
  ...MATCHING_EXPORT,
  ...PAYMENTS_EXPORT,
  ...STOCK_EXPORT,
  ...VOLUNTEERING_EXPORT,
  ...DELIVERIES_EXPORT,
  ...BOOKINGS_EXPORT,
  ...MESSAGES_EXPORT,
  ...MODERATION_EXPORT,
  ...MESSAGE_REPORTS_EXPORT,
  ...LEDGER_EXPORT,
  ...ORGANIZATIONS_EXPORT,
  ...OUTBOX_EXPORT,
  ...NOTIFICATIONS_EXPORT,
  ...AUDIT_EXPORT,
];
