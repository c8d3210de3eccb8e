import { newId } from '#kernel';
import type { Tx } from './tx.js';

/** All that is written down; the log names each in words. */
export const AUDIT_ACTIONS = [
  'catalogue.add',
  'catalogue.change',
  'catalogue.restore',
  'catalogue.retire',
  'clearing.start',
  'erasure-request.extended',
  'erasure-request.recorded',
  'erasure-request.refused',
  'identity.email-change-undone',
  'identity.email-changed',
  'identity.email-confirmed',
  'identity.erased',
  'identity.granted',
  'identity.key-created',
  'identity.key-revoked',
  'identity.passkey-added',
  'identity.passkey-removed',
  'identity.password-changed',
  'identity.password-reset',
  'identity.people-searched',
  'identity.person-looked-up',
  'identity.recovery-code-used',
  'identity.recovery-codes-renewed',
  'identity.revoked',
  'identity.sessions-ended',
  'identity.totp-added',
  'identity.totp-removed',
  'installation.operator',
  'installation.test-mail',
  'job.discard',
  'job.retry',
  'mail.list',
  'mail.retry',
  'mail.reveal',
  'match.contact-look',
  'match.messages-read',
  'need.renew-by-link',
  'organization.account-change-applied',
  'organization.account-change-approved',
  'organization.account-change-cancelled',
  'organization.account-change-requested',
  'organization.account-change-returned',
  'organization.decline',
  'organization.document-accept',
  'organization.document-attach',
  'organization.document-refuse',
  'organization.document-remove',
  'organization.imported',
  'organization.invitation-accepted',
  'organization.invitation-taken-back',
  'organization.invite',
  'organization.reinstate',
  'organization.return',
  'organization.suspend',
  'organization.vouch',
  'papers.checked',
  'papers.ended',
  'papers.kept',
  'papers.shared',
  'point.closed',
  'point.opened',
  'review.appeal',
  'review.approve',
  'review.escalate',
  'review.look',
  'review.return',
  'text.published',
  'walk-in.contact-look',
  'walk-in.entered',
  'walk-in.erased',
  'walk-in.exported',
  'weights.overtaken',
  'weights.propose',
  'weights.publish',
  'weights.refused',
  'weights.signed',
  'weights.withdrawn',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** What an entry is about. */
export const AUDIT_SUBJECTS = [
  'account_change',
  'api-key',
  'appeal',
  'catalogue-category',
  'catalogue-group',
  'catalogue-item',
  'catalogue-skill',
  'catalogue-sphere',
  'catalogue-unit',
  'clearing',
  'complaint',
  'erasure_request',
  'fact',
  'import',
  'installation',
  'mail',
  'match',
  'messages',
  'need',
  'need_edit',
  'offer',
  'organization',
  'outbox',
  'passkey',
  'people',
  'person',
  'point',
  'report',
  'suspension',
  'text',
  'weights',
] as const;
export type AuditSubject = (typeof AUDIT_SUBJECTS)[number];

export interface AuditEntry {
  /** null: the system itself. */
  readonly personId: string | null;
  readonly action: AuditAction;
  readonly subjectType: AuditSubject;
  readonly subjectId: string;
  readonly reason?: string | null;
  /** Ids and numbers only, never names or addresses. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Writes down who decided what, in the transaction of the decision. Entries are never changed and never forgotten. */
export async function audit(tx: Tx, entry: AuditEntry): Promise<void> {
  await tx.query(
    `INSERT INTO audit_log (id, person_id, action, subject_type, subject_id, reason, data) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [newId(), entry.personId, entry.action, entry.subjectType, entry.subjectId, entry.reason ?? null, entry.data ?? {}],
  );
}
