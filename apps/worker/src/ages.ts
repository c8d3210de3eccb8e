import { CATALOGUE_AGES } from '#catalogue-store';
import { CLEARING_AGES } from '#clearing';
import { DELIVERIES_AGES } from '#deliveries';
import { IDENTITY_AGES } from '#identity';
import { MATCHING_AGES } from '#matching';
import { MESSAGES_AGES } from '#messages';
import { MODERATION_AGES } from '#moderation';
import { NEEDS_AGES } from '#needs';
import { NOTIFICATIONS_AGES } from '#notifications';
import { OFFERS_AGES } from '#offers';
import { ORGANIZATIONS_AGES } from '#organizations';
import { PAYMENTS_AGES } from '#payments';
import { PLATFORM_AGES, type Age } from '#platform';
import { VOLUNTEERING_AGES } from '#volunteering';

/** Every age after which rows go, of all libs; each says its own beside its tables. What is not here is kept for ever. */
export const AGES: readonly Age[] = [
  ...CATALOGUE_AGES,
  ...CLEARING_AGES,
  ...DELIVERIES_AGES,
  ...IDENTITY_AGES,
  ...MATCHING_AGES,
  ...MESSAGES_AGES,
  ...MODERATION_AGES,
  ...NEEDS_AGES,
  ...NOTIFICATIONS_AGES,
  ...OFFERS_AGES,
  ...ORGANIZATIONS_AGES,
  ...PAYMENTS_AGES,
  ...PLATFORM_AGES,
  ...VOLUNTEERING_AGES,
];
