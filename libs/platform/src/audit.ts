import { newId } from '#kernel';
import type { Tx } from './tx.js';

export interface AuditEntry {
  /** null: the system itself. */
  readonly personId: string | null;
  /** What was done: `review.approve`, `grant.revoke`. */
  readonly action: string;
  readonly subjectType: string;
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
