import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '#identity';
import { refuseForm } from '#kernel';
import { audit } from '#platform';
import { changedFields, operatorErrors, type Operator } from './operator.rules.js';
import { operatorOf, writeSetting } from './settings.queries.js';

/** Says who runs the installation. */
@Injectable()
export class OperatorDetails {
  constructor(private readonly source: DataSource) {}

  async say(actor: Actor, said: Operator): Promise<Operator> {
    refuseForm(operatorErrors(said));
    const operator: Operator = {
      name: said.name.trim(),
      inn: said.inn.trim(),
      address: said.address.trim(),
      email: said.email.trim(),
      phone: said.phone?.trim() || null,
    };
    await this.source.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(738205, 1)'); // two at once: one after the other, each in the log as it was
      const changed = changedFields(await operatorOf(tx), operator);
      if (changed.length === 0) return;
      await writeSetting(tx, 'installation.operator', operator, actor.personId);
      await audit(tx, {
        personId: actor.personId,
        action: 'installation.operator',
        subjectType: 'installation',
        subjectId: 'operator',
        data: { changed },
      });
    });
    return operator;
  }
}
