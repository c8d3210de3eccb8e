import { refusalSpec } from '#kernel';
import type { DocumentEntity } from './document.entity.js';
import {
  DOCUMENT_FAULTS,
  type DocumentFault,
  type DocumentKind,
  type DocumentStatus,
  type DocumentVerb,
} from './document.rules.js';

export interface DocumentView {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly status: DocumentStatus;
  readonly type: string;
  readonly bytes: number;
  /** Address of this server; null until it is ready. */
  readonly url: string | null;
  /** Why it was refused. */
  readonly reason: string | null;
  readonly createdAt: string;
  readonly decidedAt: string | null;
  readonly can: readonly DocumentVerb[];
}

export function documentView(
  document: DocumentEntity,
  can: readonly DocumentVerb[],
  locale: 'ru' | 'en',
): DocumentView {
  const { id, organizationId, kind, title, status, type, bytes, storedKey, reason } = document;
  return {
    id,
    kind,
    title,
    status,
    type,
    bytes,
    url: storedKey === null ? null : `/api/v1/organizations/${organizationId}/documents/${id}/file`,
    reason: isFault(reason) ? refusalSpec(`organization.document-${reason}`)[locale] : reason,
    createdAt: document.createdAt.toISOString(),
    decidedAt: document.decidedAt?.toISOString() ?? null,
    can,
  };
}

/** The worker's word, not a moderator's. */
function isFault(reason: string | null): reason is DocumentFault {
  return (DOCUMENT_FAULTS as readonly (string | null)[]).includes(reason);
}
