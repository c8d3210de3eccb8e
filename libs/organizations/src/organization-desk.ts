import type { Catalogue } from '#catalogue';
import type { Actor } from '#identity';
import { refuseForm } from '#kernel';
import type { Tx } from '#platform';
import { mayDecide, mayManage, maySee, maySetContacts } from './access.rules.js';
import { OrganizationEntity } from './organization.entity.js';
import { refuse } from './organizations.refusals.js';

/** Locks the row. @throws organization.not-found */
export async function lockOrganization(tx: Tx, id: string): Promise<OrganizationEntity> {
  return (
    (await tx.findOne(OrganizationEntity, { where: { id }, lock: { mode: 'pessimistic_write' } })) ??
    refuse('organization.not-found')
  );
}

/**
 * Whether it exists for this caller: what is hidden from strangers does not. Only what officials know depends on places, so only for them those
 * above its own are looked up.
 */
export async function isThereFor(db: Tx, actor: Actor, organization: OrganizationEntity): Promise<boolean> {
  if (maySee(actor, organization)) return true;
  if (actor.places.length === 0) return false;
  const places: { code: string }[] = await db.query(
    'WITH RECURSIVE around AS (SELECT code, parent FROM places WHERE code = $1 UNION SELECT above.code, above.parent FROM around JOIN places above ON above.code = around.parent) SELECT code FROM around',
    [organization.place],
  );
  return maySee(actor, organization, { places: places.map(({ code }) => code) });
}

/** Locks it for an owner: hidden ones do not exist for strangers, public ones are not theirs to change. */
export function lockForOwner(tx: Tx, actor: Actor, id: string): Promise<OrganizationEntity> {
  return lockFor(tx, actor, id, mayManage);
}

/** The same for the person who may say how it is reached. */
export function lockForContacts(tx: Tx, actor: Actor, id: string): Promise<OrganizationEntity> {
  return lockFor(tx, actor, id, maySetContacts);
}

async function lockFor(tx: Tx, actor: Actor, id: string, may: typeof mayManage): Promise<OrganizationEntity> {
  const organization = await lockOrganization(tx, id);
  if (!(await isThereFor(tx, actor, organization))) refuse('organization.not-found');
  if (!may(actor, organization)) refuse('organization.not-yours');
  return organization;
}

/** Locks it for a moderator without an interest of their own. */
export async function lockToDecide(tx: Tx, actor: Actor, id: string): Promise<OrganizationEntity> {
  const organization = await lockOrganization(tx, id);
  if (!(await isThereFor(tx, actor, organization))) refuse('organization.not-found');
  if (!mayDecide(actor, organization)) refuse('organization.not-yours-to-decide');
  return organization;
}

/** A place and all places above it: those whose officials speak for it. */
export function placesAround(catalogue: Catalogue, code: string): readonly string[] {
  const around: string[] = [];
  for (let at: string | null = code; at !== null && !around.includes(at); at = catalogue.place(at)?.parent ?? null)
    around.push(at);
  return around;
}

export function reasonOf(reason: string): string {
  if (reason.trim() === '') refuseForm([{ field: 'reason', code: 'organization.reason-needed' }]);
  return reason.trim();
}

/** Writes what changed; every change raises the version. */
export async function changeOrganization(
  tx: Tx,
  organization: OrganizationEntity,
  changes: Partial<OrganizationEntity>,
): Promise<void> {
  await tx.update(OrganizationEntity, { id: organization.id }, {
    ...changes,
    version: organization.version + 1,
  } as never);
  Object.assign(organization, changes, { version: organization.version + 1 });
}
