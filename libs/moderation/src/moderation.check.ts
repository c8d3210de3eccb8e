import type { Check } from '#kernel';

export const moderationChecks: Check[] = [
  {
    sentence: 'An approved review has as many different people behind it as it needs.',
    sql: `SELECT r.id FROM reviews r LEFT JOIN decisions d ON d.review_id = r.id AND d.outcome = 'approve'
          WHERE r.status = 'approved' GROUP BY r.id HAVING count(DISTINCT d.person_id) < r.signatures_needed`,
  },
  {
    sentence: 'Nobody has decided on a matter of an organization in which they had a role at that time.',
    sql: `SELECT d.id FROM decisions d JOIN reviews r ON r.id = d.review_id
          JOIN needs n ON r.subject_type = 'need' AND n.id = r.subject_id
          JOIN grants g ON g.person_id = d.person_id AND g.object_type = 'organization' AND g.object_id = n.organization_id::text
          WHERE g.granted_at <= d.at AND (g.revoked_at IS NULL OR g.revoked_at > d.at)`,
  },
  {
    sentence: 'A changed account is decided by two people.',
    sql: `SELECT id FROM reviews WHERE subject_type = 'account_change' AND signatures_needed < 2`,
  },
  {
    sentence: 'Nobody has decided on an appeal against a decision of their own.',
    sql: `SELECT d.id FROM decisions d JOIN reviews r ON r.id = d.review_id AND r.subject_type = 'appeal' JOIN appeals a ON a.id = r.subject_id
          JOIN decisions b ON b.review_id = a.review_id AND b.person_id = d.person_id WHERE d.outcome <> 'escalate'`,
  },
  {
    sentence: 'An appeal is settled where its review is decided, and waits where it is not.',
    sql: `SELECT a.id FROM appeals a JOIN reviews r ON r.subject_type = 'appeal' AND r.subject_id = a.id WHERE (a.settled_at IS NULL) <> (r.status IN ('open', 'escalated'))`,
  },
  {
    sentence: 'A decided review says when, and an open one does not.',
    sql: `SELECT id FROM reviews WHERE (status IN ('approved', 'returned')) <> (closed_at IS NOT NULL)`,
  },
  {
    sentence: 'What waits in the queue is still waiting for a decision (in the last hour things may be on their way).',
    sql: `SELECT r.id FROM reviews r JOIN needs n ON r.subject_type = 'need' AND n.id = r.subject_id
          WHERE r.status IN ('open', 'escalated') AND n.status <> 'in_review' AND n.updated_at < now() - interval '1 hour'`,
  },
];
