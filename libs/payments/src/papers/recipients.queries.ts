import type { EntityManager } from 'typeorm';
import { LEGAL_FORMS, OrganizationEntity, refuseOrganization, type BankAccount } from '#organizations';

/** An organization as papers name it. */
export interface Recipient {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly form: { readonly ru: string; readonly en: string };
  readonly inn: string | null;
  readonly ogrn: string | null;
  readonly kpp: string | null;
  readonly account: BankAccount | null;
  readonly verified: boolean;
}

/** Organizations that take money, or did until a moderator stopped it: papers outlive that. */
const PAID: readonly string[] = ['verified', 'suspended'];

/** @throws organization.not-found */
export async function recipientOf(db: EntityManager, id: string): Promise<Recipient> {
  const organization = await db.findOneBy(OrganizationEntity, { id });
  if (!organization || !PAID.includes(organization.status)) return refuseOrganization('organization.not-found');
  const { name, shortName, inn, ogrn, kpp, account, status } = organization;
  const form = LEGAL_FORMS.find(({ code }) => code === organization.form);
  return {
    id,
    name,
    shortName,
    form: { ru: form?.nameRu ?? organization.form, en: form?.nameEn ?? organization.form },
    inn,
    ogrn,
    kpp,
    account,
    verified: status === 'verified',
  };
}
