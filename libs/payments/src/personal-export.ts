import { exportPageSql, type ExportSection } from '#platform';

/** What payments keeps of a donor, and of whoever brought files of a bank: what these were called. */
export const PAYMENTS_EXPORT: readonly ExportSection[] = [
  {
    name: 'bankFiles',
    sql: exportPageSql(
      'file_name AS "fileName", organization_id AS organization, uploaded_at AS "uploadedAt"',
      'bank_statements',
      'uploaded_by = $1 AND file_name IS NOT NULL',
      'uploaded_at',
      'id',
    ),
  },
  {
    name: 'gifts',
    sql: exportPageSql(
      'code, provider, status, need_id AS need, amount, unit, purpose, donor_name AS "donorName", donor_email AS "donorEmail", anonymous, created_at AS "createdAt", deadline, ended_at AS "endedAt", refund_amount AS "refundAmount", refund_day::text AS "refundDay", standing_offer_id AS "standingOffer", standing_day::text AS "standingDay", taken_back_at AS "takenBackAt"',
      'gifts',
      'person_id = $1',
      'created_at',
      'id',
    ),
  },
  {
    name: 'savedCards',
    sql: exportPageSql(
      'standing_offer_id AS "standingOffer", state, brand, last4, exp_month AS "expMonth", exp_year AS "expYear", consent, consented_at AS "consentedAt", ended_at AS "endedAt"',
      'saved_cards',
      'person_id = $1',
      'consented_at',
      'id',
    ),
  },
];
