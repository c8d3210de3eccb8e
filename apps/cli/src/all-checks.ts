import type { Check } from '#kernel';
import { bookingsChecks } from '#bookings';
import { catalogueChecks } from '#catalogue-store';
import { donorChecks } from '#donors';
import { identityChecks } from '#identity';
import { clearingChecks } from '#clearing';
import { deliveriesChecks } from '#deliveries';
import { matchingChecks } from '#matching';
import { messageChecks } from '#messages';
import { moderationChecks } from '#moderation';
import { needChecks } from '#needs';
import { offerChecks } from '#offers';
import { volunteeringChecks } from '#volunteering';
import { organizationChecks } from '#organizations';
import { paymentsChecks } from '#payments';
import { photoChecks } from '#photos';
import { reportChecks } from '#reports';
import { stockChecks } from '#stock';

/** What must always be true, of every noun beside the ledger (whose own come with its verification). */
export const ALL_CHECKS: readonly Check[] = [
  ...identityChecks,
  ...catalogueChecks,
  ...donorChecks,
  ...organizationChecks,
  ...needChecks,
  ...offerChecks,
  ...matchingChecks,
  ...clearingChecks,
  ...moderationChecks,
  ...paymentsChecks,
  ...photoChecks,
  ...volunteeringChecks,
  ...deliveriesChecks,
  ...bookingsChecks,
  ...messageChecks,
  ...reportChecks,
  ...stockChecks,
];
