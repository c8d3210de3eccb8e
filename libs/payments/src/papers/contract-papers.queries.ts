import { createHash } from 'node:crypto';
import type { Tx } from '#platform';
import { contractOf, type PledgeContract } from '../pledges/pledges.queries.js';
import { donationTerms, type DonationTerms } from './donation-terms.rules.js';
import type { KeptPaper } from './paper-codes.queries.js';
import { recipientOf } from './recipients.queries.js';

const digestOf = (said: unknown): Buffer => createHash('sha256').update(JSON.stringify(said)).digest();
/** Of the words in one language, and of the organization's names and numbers. */
export const digestOfTerms = ({ title, lead, sections, details }: DonationTerms): Buffer =>
  digestOf([title, lead, sections, details]);
/** Which needs, and how much for each: a title may be set right without making it another contract. */
export const digestOfContract = ({ parts }: Pick<PledgeContract, 'parts'>): Buffer =>
  digestOf(parts.map(({ needNumber, amount }) => [needNumber, amount]));

/** Whether the terms of an organization are still those of a paper, in either language. */
export async function termsStand(db: Tx, { organizationId, digest }: KeptPaper): Promise<boolean> {
  const recipient = await recipientOf(db, organizationId);
  if (!recipient.verified || !recipient.account) return false;
  return (['ru', 'en'] as const).some((locale) => digestOfTerms(donationTerms(recipient, locale)).equals(digest));
}

/** What a contract promises, as it was issued (null: that can no longer be told) and now. */
export async function contractSums(
  db: Pick<Tx, 'query'>,
  { about, digest }: KeptPaper,
): Promise<{ readonly then: number | null; readonly now: number }> {
  const contract = await contractOf(db, about);
  if (contract === null) return { then: null, now: 0 };
  const now = contract.parts.reduce((sum, { amount }) => sum + amount, 0);
  return { then: digestOfContract(contract).equals(digest) ? now : null, now };
}
