import { isMember, type Actor } from '#identity';
import { DAY_MS, HOUR_MS } from '#kernel';
import { isInsider, mayDecide, mayManage } from './access.rules.js';

export const DOCUMENT_KINDS = ['charter', 'registration', 'authority', 'minutes', 'other'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
export const DOCUMENT_STATUSES = ['waiting', 'ready', 'accepted', 'refused'] as const;
export type DocumentStatus = (typeof DOCUMENT_STATUSES)[number];

export const DOCUMENT_LIMITS = {
  /** Of one organization, refused ones apart. */
  each: 20,
  titleMax: 160,
  reasonMax: 2000,
  /** One that has waited for so long will not be opened any more. */
  waitsForMs: 6 * HOUR_MS,
  /** How long its own people can read why one was refused. */
  refusedKeptMs: 30 * DAY_MS,
  /** Files that belong to nothing are removed after this time. */
  orphanAfterMs: DAY_MS,
} as const;

/** Why the worker does not take a document: it does not open, wants a password, or holds more than a paper does. */
export const DOCUMENT_FAULTS = ['broken', 'locked', 'too-much'] as const;
export type DocumentFault = (typeof DOCUMENT_FAULTS)[number];

/** What a document may be when it arrives, by its first bytes; a picture is painted anew, and a PDF made anew, before anybody sees it. */
export const DOCUMENT_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const;

/** The file as it was sent, which nobody reads but the worker. */
export const rawDocumentKey = (documentId: string): string => `documents-new/${documentId}`;
/** By what it holds. @param sha256 of the file as it is stored, hex */
export const documentKey = (organizationId: string, sha256: string, type: string): string =>
  `documents/${organizationId}/${sha256}.${type === 'application/pdf' ? 'pdf' : 'webp'}`;

export type DocumentVerb = 'accept' | 'refuse' | 'remove';

/** Papers are for the organization's own people and for moderators. */
export function maySeeDocuments(actor: Actor | null, organization: { readonly id: string }): boolean {
  return isInsider(actor, organization);
}

/** Owners and coordinators attach papers. */
export function mayAttach(actor: Actor | null, organization: { readonly id: string }): boolean {
  return isMember(actor, organization.id, ['owner', 'coordinator']);
}

export function documentCan(
  actor: Actor | null,
  organization: { readonly id: string; readonly createdBy: string },
  status: DocumentStatus,
): readonly DocumentVerb[] {
  const can: DocumentVerb[] = [];
  if (mayDecide(actor, organization)) {
    if (status === 'ready') can.push('accept');
    if (status === 'ready' || status === 'accepted') can.push('refuse');
  }
  if (mayManage(actor, organization)) can.push('remove');
  return can;
}
