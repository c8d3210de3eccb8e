import type { Actor } from '#identity';
import { isInsider, organizationCan, type OrganizationVerb } from './access.rules.js';
import { detailWarnings, type DetailWarning } from './details.rules.js';
import type { OrganizationStatus } from './lifecycle.rules.js';
import { legalForm } from './legal-forms.rules.js';
import type { BankAccount, OrganizationEntity } from './organization.entity.js';

/** An organization as one reader may see it. What only its own people and moderators read is left out for everybody else. */
export interface OrganizationView {
  readonly id: string;
  readonly version: number;
  readonly status: OrganizationStatus;
  readonly name: string;
  readonly shortName: string;
  readonly form: string;
  readonly formName: string;
  readonly inn: string;
  readonly ogrn: string;
  readonly kpp: string | null;
  readonly place: string;
  readonly createdAt: string;
  readonly verifiedAt: string | null;
  readonly account?: BankAccount;
  readonly submittedAt?: string | null;
  readonly returnReason?: string | null;
  readonly warnings?: readonly DetailWarning[];
  readonly can: readonly OrganizationVerb[];
}

export function organizationView(organization: OrganizationEntity, actor: Actor | null, locale: 'ru' | 'en'): OrganizationView {
  const { id, version, status, name, shortName, form, inn, ogrn, kpp, place, account } = organization;
  const known = legalForm(form);
  const formName = (locale === 'ru' ? known?.nameRu : known?.nameEn) ?? form;
  const own = isInsider(actor, organization)
    ? { account, submittedAt: organization.submittedAt?.toISOString() ?? null, returnReason: organization.returnReason, warnings: detailWarnings(account, locale) }
    : {};
  const times = { createdAt: organization.createdAt.toISOString(), verifiedAt: organization.verifiedAt?.toISOString() ?? null };
  return { id, version, status, name, shortName, form, formName, inn, ogrn, kpp, place, ...times, ...own, can: organizationCan(actor, organization) };
}
