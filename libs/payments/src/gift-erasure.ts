import type { Forget } from '#platform';

/**
 * Takes name and address out of the gifts of a person who is erased, also out of those that were promised without signing in. What was given stays; a gift that holds nothing is nobody's from
 * here on, and its money is still counted when it comes. Files of a bank that the person brought have no name any more.
 */
export const forgetGifts: Forget = async (tx, { personId, addresses }) => {
  await tx.query(
    'UPDATE gifts SET donor_name = NULL, donor_email = NULL, anonymous = true WHERE person_id = $1 OR lower(donor_email) = ANY($2)',
    [personId, addresses],
  );
  await tx.query('UPDATE bank_statements SET file_name = NULL WHERE uploaded_by = $1 AND file_name IS NOT NULL', [
    personId,
  ]);
  await tx.query('UPDATE gifts SET person_id = NULL WHERE person_id = $1 AND match_id IS NULL', [personId]);
  await tx.query(`UPDATE saved_cards SET state = 'leaving' WHERE person_id = $1 AND state IN ('new', 'ready')`, [
    personId,
  ]);
};
