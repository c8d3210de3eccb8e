import type { Actor } from '#identity';
import type { AcceptedByAll } from '#kernel';
import {
  isInsider,
  mayOfferFor,
  NO_STANDING,
  organizationCan,
  type OrganizationVerb,
  type ScoringContext,
} from './access.rules.js';
import type { AccountChangeEntity, AccountChangeStatus } from './account-change.entity.js';
import { publicContacts, type HandOverPoint, type OrganizationContacts } from './contacts.rules.js';
import { detailWarnings, type DetailWarning } from './details.rules.js';
import { givesOnly, isInformal, legalForm } from './legal-forms.rules.js';
import type { OrganizationStatus } from './lifecycle.rules.js';
import type { BankAccount, OrganizationEntity } from './organization.entity.js';
import { trustOf, type TrustFacts, type TrustLevel, type TrustReason } from './trust.rules.js';

/** A changed account on its way. */
export interface AccountChangeView {
  readonly id: string;
  readonly status: AccountChangeStatus;
  /** Null where it is the first one. */
  readonly before: BankAccount | null;
  readonly after: BankAccount;
  /** How many moderators have approved it. */
  readonly signatures: number;
  readonly requestedAt: string;
  readonly effectiveAt: string | null;
  readonly endedAt: string | null;
  readonly reason: string | null;
}

interface TrustView {
  readonly level: TrustLevel;
  /** Members and moderators only. */
  readonly reasons?: readonly TrustReason[];
  /** When the next level is lost unless it is reported; members and moderators only. */
  readonly fadesAt?: string | null;
}

/** An organization as one reader may see it. What only its own people and moderators read is left out for everybody else. */
export interface OrganizationView {
  readonly id: string;
  readonly version: number;
  readonly status: OrganizationStatus;
  readonly name: string;
  readonly shortName: string;
  readonly form: string;
  readonly formName: string;
  /** A group without registration: no numbers, no account, no money. */
  readonly informal: boolean;
  /** A company, an entrepreneur or another body that gives and does not ask. */
  readonly gives: boolean;
  readonly vouchedAt: string | null;
  /** The official who vouched for it; for those who may still decline it. */
  readonly vouchedBy?: string | null;
  readonly inn: string | null;
  readonly ogrn: string | null;
  readonly kpp: string | null;
  readonly place: string;
  readonly createdAt: string;
  readonly verifiedAt: string | null;
  readonly trust: TrustView;
  /** What everybody may read, or all of it for its own people. */
  readonly contacts: OrganizationContacts | null;
  readonly handOverPoints: readonly HandOverPoint[];
  /** What it says of all its needs for things; null: everything is taken. */
  readonly accepts: AcceptedByAll | null;
  readonly account?: BankAccount | null;
  /** What waits for approval or for its day. */
  readonly accountChange?: AccountChangeView | null;
  readonly submittedAt?: string | null;
  readonly returnReason?: string | null;
  readonly warnings?: readonly DetailWarning[];
  readonly mayOffer?: boolean;
  readonly can: readonly OrganizationVerb[];
}

export interface OrganizationViewAround {
  readonly locale: 'ru' | 'en';
  readonly now: Date;
  readonly places: readonly string[];
  readonly trust: TrustFacts;
  readonly accountChange: AccountChangeView | null;
  /** The name of the official who vouched for it. */
  readonly vouchedBy: string | null;
}

export function organizationView(
  organization: OrganizationEntity,
  actor: Actor | null,
  around: OrganizationViewAround,
): OrganizationView {
  const { id, version, status, name, shortName, form, inn, ogrn, kpp, place, account } = organization;
  const { locale, accountChange } = around;
  const known = legalForm(form);
  const insider = isInsider(actor, organization);
  const standing: ScoringContext = {
    ...NO_STANDING,
    places: around.places,
    vouched: organization.vouchedAt !== null,
    accountChange: accountChange !== null,
  };
  const { level, reasons, fadesAt } = trustOf(around.trust, around.now, locale);
  const own = insider
    ? {
        account,
        accountChange,
        submittedAt: organization.submittedAt?.toISOString() ?? null,
        returnReason: organization.returnReason,
        warnings: detailWarnings(account, locale),
        mayOffer: mayOfferFor(actor, organization),
      }
    : {};
  const can = organizationCan(actor, organization, standing);
  return {
    id,
    version,
    status,
    name,
    shortName,
    form,
    formName: (locale === 'ru' ? known?.nameRu : known?.nameEn) ?? form,
    informal: isInformal(form),
    gives: givesOnly(form),
    vouchedAt: organization.vouchedAt?.toISOString() ?? null,
    ...(can.includes('decline') ? { vouchedBy: around.vouchedBy } : {}),
    inn,
    ogrn,
    kpp,
    place,
    createdAt: organization.createdAt.toISOString(),
    verifiedAt: organization.verifiedAt?.toISOString() ?? null,
    trust: insider ? { level, reasons, fadesAt: fadesAt?.toISOString() ?? null } : { level },
    contacts: insider ? organization.contacts : publicContacts(organization.contacts),
    handOverPoints: organization.handOverPoints.filter((point) => insider || point.public),
    accepts: organization.accepts,
    ...own,
    can,
  };
}

/** @param signatures how many moderators have approved it */
export function accountChangeView(change: AccountChangeEntity, signatures: number): AccountChangeView {
  const { id, status, before, after, reason } = change;
  return {
    id,
    status,
    before,
    after,
    signatures,
    requestedAt: change.requestedAt.toISOString(),
    effectiveAt: change.effectiveAt?.toISOString() ?? null,
    endedAt: change.endedAt?.toISOString() ?? null,
    reason,
  };
}
