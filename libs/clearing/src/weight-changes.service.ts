import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Env } from '#host';
import { administrators, PersonEntity } from '#identity';
import { Clock, derivedId, newId } from '#kernel';
import { readWeights, type Weights } from '#engine';
import { audit, sendMail, type Tx, type AuditAction } from '#platform';
import { refuse } from './clearing.refusals.js';
import {
  decidedMail,
  needsSignature,
  OUTCOME_OF,
  verbsFor,
  waitingMail,
  type ChangeMail,
  type ChangeOutcome,
  type ChangeVerb,
} from './weight-changes.rules.js';
import {
  addVersion,
  LOCK,
  newestWeights,
  weightsIn,
  type PublishedWeights,
  type WeightsForm,
} from './weights.service.js';

/** Weights that wait for a second administrator. */
export interface WeightChange {
  readonly id: string;
  readonly weights: Weights;
  readonly basedOn: number;
  readonly reason: string;
  readonly at: Date;
  readonly by: { readonly id: string; readonly name: string };
  readonly can: readonly ChangeVerb[];
}

/** The newest weights that the reader proposed, when another administrator gave them back and nothing has come of it since. */
export interface ReturnedChange {
  readonly id: string;
  readonly weights: Weights;
  readonly at: Date;
  readonly by: string;
  readonly why: string;
}

interface Row extends Omit<WeightChange, 'by' | 'can'> {
  readonly by: string;
  readonly outcome: ChangeOutcome | null;
  readonly decidedBy: string | null;
}

const ROW = `SELECT id, weights, based_on AS "basedOn", reason, at, by, outcome, decided_by AS "decidedBy" FROM weight_changes`;
const WAITS = 'outcome IS NULL';
// The table has one row for each proposal that an administrator ever made.
const RETURNED = `SELECT c.id, c.weights, c.decided_at AS at, coalesce(p.name, '') AS by, c.why, c.outcome, c.based_on AS "basedOn"
  FROM weight_changes c LEFT JOIN people p ON p.id = c.decided_by WHERE c.by = $1 ORDER BY c.at DESC, c.id DESC LIMIT 1`;
const PAGE = '/admin/weights';

/** What became of new weights: in force at once, or waiting. */
export interface Published {
  readonly version: PublishedWeights | null;
  readonly change: WeightChange | null;
}

/**
 * New weights of the score. Where another administrator's role works, they wait for that person's signature; one administrator alone puts
 * them in force. At most one change waits, and every step of it is in the audit log.
 */
@Injectable()
export class WeightChanges {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {}

  /**
   * Saying what stands, or what waits, changes nothing.
   * @throws weights.stale, weights.waiting; a form error of `weights`
   */
  async publish(by: string, said: Omit<WeightsForm, 'weights'> & { readonly weights: unknown }): Promise<Published> {
    const form = { ...said, weights: weightsIn(said.weights) };
    return this.source.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
      const newest = await newestWeights(tx);
      if (newest && JSON.stringify(newest.weights) === JSON.stringify(form.weights))
        return { version: newest, change: null };
      if (newest?.version !== form.basedOn) refuse('weights.stale');
      const all = await administrators(tx, this.env.REQUIRE_SECOND_FACTOR, 'FOR SHARE');
      const waiting = await this.row(tx, WAITS);
      if (!needsSignature(all, by)) {
        if (waiting) await this.end(tx, waiting, 'overtaken', by, null);
        return { version: await addVersion(tx, by, form, this.clock.now()), change: null };
      }
      return { version: null, change: await this.wait(tx, by, form, waiting, all) };
    });
  }

  /** What waits, as this administrator reads it, what was given back to them, and whether what they would publish would wait too. */
  async state(reader: string): Promise<{
    readonly needsSignature: boolean;
    readonly waiting: WeightChange | null;
    readonly returned: ReturnedChange | null;
  }> {
    const all = await administrators(this.source, this.env.REQUIRE_SECOND_FACTOR);
    const row = await this.row(this.source, WAITS);
    return {
      returned: await this.returned(reader),
      needsSignature: needsSignature(all, reader),
      waiting: row ? await this.view(this.source, row, reader) : null,
    };
  }

  private async returned(reader: string): Promise<ReturnedChange | null> {
    const [row]: (ReturnedChange & { readonly outcome: ChangeOutcome | null; readonly basedOn: number })[] =
      await this.source.query(RETURNED, [reader]);
    if (row?.outcome !== 'refused' || (await newestWeights(this.source.manager))?.version !== row.basedOn) return null;
    const { id, weights, at, by, why } = row;
    return { id, weights: readWeights(weights), at, by, why };
  }

  /** How many changes wait for this administrator's signature: one at most. */
  async toSign(reader: string): Promise<number> {
    const row = await this.row(this.source, WAITS);
    return row && verbsFor(row.by, reader).includes('sign') ? 1 : 0;
  }

  /**
   * Saying the same again changes nothing.
   * @param why of `refuse`: what its author reads
   * @throws weights.change-not-found, weights.change-decided, weights.own-change, weights.others-change, weights.why-missing
   */
  async decide(actor: string, id: string, verb: ChangeVerb, why: string | null): Promise<PublishedWeights | null> {
    return this.source.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
      const row = await this.row(tx, 'id = $1', [id]);
      if (!row) return refuse('weights.change-not-found');
      if (!verbsFor(row.by, actor).includes(verb))
        refuse(row.by === actor ? 'weights.own-change' : 'weights.others-change');
      if (row.outcome !== null) {
        if (row.outcome !== OUTCOME_OF[verb] || row.decidedBy !== actor) refuse('weights.change-decided');
        return verb === 'sign' ? newestWeights(tx) : null;
      }
      if (verb === 'refuse' && (why ?? '').trim().length < 3) refuse('weights.why-missing');
      await this.end(tx, row, OUTCOME_OF[verb], actor, why?.trim() || null);
      if (verb === 'withdraw') return null;
      const version =
        verb === 'sign' ? await addVersion(tx, row.by, { ...row, signedBy: actor }, this.clock.now()) : null;
      const outcome = verb === 'sign' ? 'signed' : 'refused';
      await this.tell(tx, row.by, row.id, 'weights.decided', (locale) =>
        decidedMail(locale, { outcome, version: version?.version ?? null, why }),
      );
      return version;
    });
  }

  private async row(db: Tx | DataSource, where: string, params: unknown[] = []): Promise<Row | null> {
    const [row]: Row[] = await db.query(`${ROW} WHERE ${where}`, params);
    return row ? { ...row, weights: readWeights(row.weights) } : null; // in the order of its parts, which jsonb does not keep
  }

  /** An own change that waits gives way to the new one. */
  private async wait(
    tx: Tx,
    by: string,
    { weights, basedOn, reason }: WeightsForm,
    before: Row | null,
    all: readonly { readonly personId: string; readonly awake: boolean }[],
  ): Promise<WeightChange> {
    if (before && before.by !== by) return refuse('weights.waiting');
    if (before && JSON.stringify(before.weights) === JSON.stringify(weights)) return this.view(tx, before, by);
    if (before) await this.end(tx, before, 'withdrawn', by, null);
    const row: Row = {
      id: newId(),
      weights,
      basedOn,
      reason,
      at: this.clock.now(),
      by,
      outcome: null,
      decidedBy: null,
    };
    await tx.query(
      'INSERT INTO weight_changes (id, weights, based_on, reason, by, at) VALUES ($1, $2, $3, $4, $5, $6)',
      [row.id, weights, basedOn, reason, by, row.at],
    );
    await this.log(tx, row, by, 'weights.propose', reason);
    const change = await this.view(tx, row, by);
    const { name } = change.by;
    for (const { personId, awake } of all)
      if (awake && personId !== by)
        await this.tell(tx, personId, row.id, 'weights.waiting', (locale) => waitingMail(locale, { name, reason }));
    return change;
  }

  private async end(tx: Tx, row: Row, outcome: ChangeOutcome, by: string, why: string | null): Promise<void> {
    await tx.query('UPDATE weight_changes SET outcome = $2, decided_by = $3, decided_at = $4, why = $5 WHERE id = $1', [
      row.id,
      outcome,
      by,
      this.clock.now(),
      why,
    ]);
    await this.log(tx, row, by, `weights.${outcome}`, why);
  }

  private log(tx: Tx, row: Row, by: string, action: AuditAction, reason: string | null): Promise<void> {
    const { id, weights, basedOn } = row;
    return audit(tx, {
      personId: by,
      action,
      subjectType: 'weights',
      subjectId: id,
      ...(reason === null ? {} : { reason }),
      data: { weights, basedOn },
    });
  }

  private async view(db: Tx | DataSource, row: Row, reader: string): Promise<WeightChange> {
    const { id, weights, basedOn, reason, at, by } = row;
    const manager = db instanceof DataSource ? db.manager : db;
    const author = await manager.findOneBy(PersonEntity, { id: by });
    return { id, weights, basedOn, reason, at, by: { id: by, name: author?.name ?? '' }, can: verbsFor(by, reader) };
  }

  private async tell(
    tx: Tx,
    personId: string,
    changeId: string,
    template: string,
    write: (locale: 'ru' | 'en') => ChangeMail,
  ): Promise<void> {
    const reader = await tx.findOneBy(PersonEntity, { id: personId });
    if (!reader) return;
    const { subject, body, button } = write(reader.locale);
    await sendMail(tx, {
      id: derivedId(changeId, `${template} ${personId}`),
      personId,
      template,
      locale: reader.locale,
      kind: 'decision',
      subject,
      body,
      action: { url: PAGE, label: button },
      notice: {
        subjectType: 'weights',
        subjectId: changeId,
        path: PAGE,
        ru: write('ru').subject,
        en: write('en').subject,
      },
    });
  }
}
