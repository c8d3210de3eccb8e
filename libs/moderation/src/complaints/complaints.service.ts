import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, derivedId, newId, refuseForm } from '#kernel';
import { AccountLimit, type Actor } from '#identity';
import { sendMail, type Tx } from '#platform';
import { ReviewOpening } from '../review-opening.service.js';
import { complaintLetter } from './complaint-mails.rules.js';
import { pageOf, subjectOf, type ComplaintKind, type ComplaintTable } from './complaint.rules.js';

export interface ComplaintForm {
  readonly about: string;
  readonly kind: ComplaintKind;
  readonly text: string;
  readonly email?: string | null;
  readonly locale: 'ru' | 'en';
}

/** The complainant has a number; whether an answer comes by mail. */
export interface TakenComplaint {
  readonly number: number;
  readonly answered: boolean;
}

/** Complaints of anybody, with an account or without. Only moderators without an interest in the matter read them. */
@Injectable()
export class Complaints {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly limit: AccountLimit,
    private readonly opening: ReviewOpening,
  ) {}

  /** Counted by network. The same words of the same sender about the same page are one complaint while it waits. */
  async take(actor: Actor | null, form: ComplaintForm, network: string): Promise<TakenComplaint> {
    const about = pageOf(form.about);
    const text = form.text.trim();
    refuseForm([
      ...(about === null ? [{ field: 'about', code: 'complaint.not-a-page' }] : []),
      ...(text === '' ? [{ field: 'text', code: 'complaint.no-words' }] : []),
    ]);
    await this.limit.count('complaintsPerNetwork', network);
    const email = form.email?.trim() || null;
    return this.source.transaction(async (tx) => {
      const page = about as string;
      const known = await waiting(tx, { about: page, text, email, personId: actor?.personId ?? null });
      if (known !== null) return { number: known, answered: email !== null || actor !== null };
      const subject = await found(tx, page);
      const [row] = (await tx.query(
        `INSERT INTO complaints (id, about, need_id, organization_id, kind, text, email, person_id, locale, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id, number`,
        [
          newId(),
          page,
          subject?.table === 'needs' ? subject.id : null,
          subject?.table === 'organizations' ? subject.id : null,
          form.kind,
          text,
          email,
          actor?.personId ?? null,
          form.locale,
          this.clock.now(),
        ],
      )) as [{ id: string; number: number }];
      await this.opening.openComplaint(tx, row.id);
      return { number: row.number, answered: email !== null || actor !== null };
    });
  }
}

/** Only of the same sender: each one is answered. */
async function waiting(
  tx: Tx,
  { about, text, email, personId }: { about: string; text: string; email: string | null; personId: string | null },
): Promise<number | null> {
  const [row]: { number: number }[] = await tx.query(
    'SELECT number FROM complaints WHERE about = $1 AND text = $2 AND email IS NOT DISTINCT FROM $3 AND person_id IS NOT DISTINCT FROM $4 AND settled_at IS NULL LIMIT 1',
    [about, text, email, personId],
  );
  return row?.number ?? null;
}

const FOUND: Readonly<Record<ComplaintTable, string>> = {
  needs: 'SELECT id FROM needs WHERE id = $1',
  numbers: 'SELECT id FROM needs WHERE number = $1::bigint',
  organizations: 'SELECT id FROM organizations WHERE id = $1',
  shifts: 'SELECT need_id AS id FROM shifts WHERE id = $1',
  matches: 'SELECT need_id AS id FROM matches WHERE id = $1',
};

/** The need or organization of a page, where there is one; a shift and a match are their need's. */
async function found(
  tx: Tx,
  about: string,
): Promise<{ readonly table: 'needs' | 'organizations'; readonly id: string } | null> {
  const subject = subjectOf(about);
  if (!subject) return null;
  const [row] = (await tx.query(FOUND[subject.table], [subject.id])) as { id: string }[];
  return row ? { table: subject.table === 'organizations' ? 'organizations' : 'needs', id: row.id } : null;
}

/** A moderator's word on a complaint, in the transaction of the decision. Only the complainant is told. */
export async function closeComplaint(
  tx: Tx,
  id: string,
  answer: { readonly outcome: 'approve' | 'return'; readonly reason: string | null },
  at: Date,
): Promise<void> {
  const [rows] = (await tx.query(
    'UPDATE complaints SET settled_at = $2 WHERE id = $1 AND settled_at IS NULL RETURNING number, email, person_id AS "personId", locale',
    [id, at],
  )) as [{ number: number; email: string | null; personId: string | null; locale: 'ru' | 'en' }[], number];
  const [row] = rows;
  if (!row || (row.email === null && row.personId === null)) return;
  const letter = complaintLetter({ ...answer, number: row.number }, row.locale);
  await sendMail(tx, {
    id: derivedId(id, 'settled'),
    personId: row.personId ?? id,
    ...(row.email === null ? {} : { address: row.email }),
    template: `complaint-${answer.outcome}`,
    locale: row.locale,
    ...letter,
  });
}

/** Of a complaint that waits and whose complainant can be answered: its number. */
export async function answerableComplaint(db: DataSource, id: string): Promise<{ readonly number: number } | null> {
  const [row] = (await db.query(
    'SELECT number FROM complaints WHERE id = $1 AND settled_at IS NULL AND (email IS NOT NULL OR person_id IS NOT NULL)',
    [id],
  )) as { number: number }[];
  return row ?? null;
}

/** What a person who is erased wrote in complaints, and where it was to be answered. */
export async function forgetComplaints(
  tx: Tx,
  { personId, addresses }: { readonly personId: string; readonly addresses: readonly string[] },
): Promise<void> {
  await tx.query(
    `UPDATE complaints SET text = '—', email = NULL, person_id = NULL WHERE person_id = $1 OR lower(email) = ANY($2)`,
    [personId, addresses],
  );
}
