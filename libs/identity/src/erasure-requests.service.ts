import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Env } from '#host';
import { Clock, derivedId, newId, refuseForm } from '#kernel';
import { audit, type AuditAction, type Tx } from '#platform';
import type { Actor } from './actor.rules.js';
import { requestExtendedMail, requestRecordedMail, requestRefusedMail } from './erasure-request.mails.js';
import { refuseRequest } from './erasure-request.refusals.js';
import {
  dueOn,
  extendedTo,
  mayExtend,
  obstacleOf,
  reasonFaults,
  requestErrors,
  type RequestObstacle,
  type WrittenWay,
} from './erasure-request.rules.js';
import { requestRow, type RequestRow } from './erasure-requests.queries.js';
import type { MailText } from './identity.mails.js';
import { refuseIdentity } from './identity.refusals.js';
import { tellOwner } from './owner-notices.js';
import { lockLivingPerson } from './person-erasure.js';
import { PersonEntity } from './person.entity.js';
import { administrators } from './staff.queries.js';

export interface RequestForm {
  readonly personId: string;
  readonly way: WrittenWay;
  /** Days of the calendar of the region. */
  readonly cameOn: string;
  readonly said: string;
}

/** What an administrator erases by: the person, and the words that stay in the audit log. */
export interface ErasureOrder {
  readonly personId: string;
  readonly number: number;
  readonly reason: string;
}

/**
 * Requests to be erased that came by letter, in the office or by e-mail. They belong to nobody in particular: whoever administers decides. The owner of the account
 * hears at once that somebody asked in their name. The erasure itself, which ends the request, is done by `Erasure` of matching.
 */
@Injectable()
export class ErasureRequests {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {}

  /** @throws identity.person-not-found, erasure-request.own, erasure-request.waits-already; form errors of `cameOn`, `said` */
  async record(by: Actor, form: RequestForm, today: string): Promise<string> {
    refuseForm(requestErrors(form, today));
    if (form.personId === by.personId) refuseRequest('erasure-request.own');
    const id = newId();
    return this.source.transaction(async (tx) => {
      if (!(await lockLivingPerson(tx, form.personId, 'SHARE'))) return refuseIdentity('identity.person-not-found');
      const due = dueOn(form.cameOn);
      const rows = (await tx.query(
        `INSERT INTO erasure_requests (id, status, way, person_id, said, came_on, due_on, recorded_at, recorded_by) VALUES ($1, 'waiting', $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (person_id) WHERE status = 'waiting' DO NOTHING RETURNING id`,
        [id, form.way, form.personId, form.said.trim() || null, form.cameOn, due, this.clock.now(), by.personId],
      )) as unknown[];
      if (rows.length === 0) return refuseRequest('erasure-request.waits-already');
      await this.log(tx, by, id, 'erasure-request.recorded', null);
      await this.tell(tx, form.personId, derivedId(id, 'recorded'), (locale) =>
        requestRecordedMail(locale, { ...form, dueOn: due }),
      );
      return id;
    });
  }

  /** @throws erasure-request.not-found, erasure-request.decided, erasure-request.own; form errors of `reason` */
  async refuse(by: Actor, id: string, reason: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      // The person first, as in an erasure: of a refusal and an erasure at once one is told that it was decided.
      const before = await this.waiting(tx, by, id);
      const person = await tx.findOneByOrFail(PersonEntity, { id: before.personId });
      refuseForm(reasonFaults(reason, person));
      if (!(await lockLivingPerson(tx, person.id, 'SHARE'))) return refuseRequest('erasure-request.decided');
      const [, changed] = (await tx.query(
        `UPDATE erasure_requests SET status = 'refused', reason = $2, decided_at = $3, decided_by = $4 WHERE id = $1 AND status = 'waiting'`,
        [id, reason.trim(), this.clock.now(), by.personId],
      )) as [unknown, number];
      if (changed === 0) refuseRequest('erasure-request.decided');
      await this.log(tx, by, id, 'erasure-request.refused', reason.trim());
      await this.tell(tx, person.id, derivedId(id, 'refused'), (locale) => requestRefusedMail(locale, reason.trim()));
    });
  }

  /** @throws erasure-request.not-found, erasure-request.decided, erasure-request.own, erasure-request.not-to-extend; form errors of `reason` */
  async extend(by: Actor, id: string, reason: string, today: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const { personId, dueOn: due, extended } = await this.waiting(tx, by, id);
      refuseForm(reasonFaults(reason, await tx.findOneByOrFail(PersonEntity, { id: personId })));
      if (!(await lockLivingPerson(tx, personId, 'SHARE'))) return refuseRequest('erasure-request.decided');
      if (!mayExtend({ dueOn: due, extended }, today)) refuseRequest('erasure-request.not-to-extend');
      const [, changed] = (await tx.query(
        `UPDATE erasure_requests SET due_on = $2, extended_at = $3 WHERE id = $1 AND status = 'waiting' AND extended_at IS NULL`,
        [id, extendedTo(due), this.clock.now()],
      )) as [unknown, number];
      if (changed === 0) refuseRequest('erasure-request.not-to-extend');
      await this.log(tx, by, id, 'erasure-request.extended', reason.trim());
      await this.tell(tx, personId, derivedId(id, 'extended'), (locale) =>
        requestExtendedMail(locale, extendedTo(due), reason.trim()),
      );
    });
  }

  /**
   * What is to be erased, where this administrator may.
   * @throws erasure-request.not-found, erasure-request.decided, erasure-request.own, erasure-request.administrator; form errors of `reason`
   */
  async order(by: Actor, id: string, reason: string): Promise<ErasureOrder> {
    const { personId, number } = await this.waiting(this.source, by, id);
    const obstacle = await this.obstacle(by, personId);
    if (obstacle) refuseRequest(obstacle);
    refuseForm(reasonFaults(reason, await this.source.manager.findOneByOrFail(PersonEntity, { id: personId })));
    return { personId, number, reason: reason.trim() };
  }

  /** What forbids this administrator alone to erase this person. */
  async obstacle(by: Pick<Actor, 'personId'>, personId: string): Promise<RequestObstacle | null> {
    const all = await administrators(this.source, this.env.REQUIRE_SECOND_FACTOR);
    return obstacleOf({
      own: personId === by.personId,
      administrator: all.some((one) => one.personId === personId),
    });
  }

  /** @throws erasure-request.not-found */
  async one(id: string): Promise<RequestRow> {
    return (await requestRow(this.source, id)) ?? refuseRequest('erasure-request.not-found');
  }

  private async waiting(db: Tx | DataSource, by: Actor, id: string): Promise<RequestRow & { personId: string }> {
    const row = await requestRow(db, id);
    if (!row) return refuseRequest('erasure-request.not-found');
    if (row.status !== 'waiting' || !row.person) return refuseRequest('erasure-request.decided');
    if (row.person.id === by.personId) return refuseRequest('erasure-request.own');
    return { ...row, personId: row.person.id };
  }

  private log(tx: Tx, by: Actor, id: string, action: AuditAction, reason: string | null): Promise<void> {
    return audit(tx, { personId: by.personId, action, subjectType: 'erasure_request', subjectId: id, reason });
  }

  private async tell(tx: Tx, personId: string, id: string, write: (locale: 'ru' | 'en') => MailText): Promise<void> {
    const { locale } = await tx.findOneByOrFail(PersonEntity, { id: personId });
    await tellOwner(tx, { id, personId, locale }, write);
  }
}
