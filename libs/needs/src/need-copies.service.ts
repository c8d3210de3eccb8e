import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import type { Actor } from '#identity';
import { Clock, newId, refuseForm } from '#kernel';
import { Ledger } from '#ledger';
import { mayManage, maySee } from './access.rules.js';
import { copiedTimes } from './copy.rules.js';
import { readNeed, type NeedColumns, type NeedForm } from '#forms';
import { askerOf, insertDraft } from './need-drafts.js';
import { NeedEntity } from './need.entity.js';
import { refuse } from './needs.refusals.js';
import { givesYesBeforehand } from '#forms';

/** "Like last winter": a need of one's own, in whatever status, as a new draft. */
@Injectable()
export class NeedCopies {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly ledger: Ledger,
  ) {}

  /** The same words, quantity and place, new times; photos stay behind. Returns the draft's id. What the lists no longer have is refused as in a form. @param known as in `draft` */
  async copy(actor: Actor, needId: string, known?: string): Promise<string> {
    return this.source.transaction(async (tx) => {
      if (known !== undefined && (await tx.existsBy(NeedEntity, { id: known, createdBy: actor.personId })))
        return known;
      const need = await tx.findOneBy(NeedEntity, { id: needId });
      if (!need || !maySee(actor, need)) return refuse('need.not-found');
      if (!mayManage(actor, need)) refuse('need.not-yours');
      const asker = await askerOf(tx, need.organizationId);
      if (need.kind === 'money' && !asker.receivesMoney)
        refuseForm([{ field: 'kind', code: 'need.organization-without-account' }]);
      const now = this.clock.now();
      const { required } = (await this.ledger.needBalances(tx, [needId])).get(needId) ?? refuse('need.not-found');
      const times = copiedTimes(need, now);
      const read = readNeed(this.catalogue, formOf(need, required, times), now);
      if (!read.ok) return refuseForm(read.errors) as never;
      const { unit, baseUnit, eachAmount, eachUnit, minAmount } = need;
      const columns: NeedColumns = {
        ...read.columns,
        unit,
        baseUnit,
        eachAmount,
        eachUnit,
        autoAccept: givesYesBeforehand(this.catalogue, need),
        minAmount: Math.min(minAmount, required),
      };
      return insertDraft(tx, this.ledger, {
        id: known ?? newId(),
        actor,
        organizationId: need.organizationId,
        columns,
        required,
        now,
      });
    });
  }
}

/** The form that this need would be today, counted in its base unit. */
function formOf(
  need: NeedEntity,
  required: number,
  { startsAt, deadline }: { startsAt: Date | null; deadline: Date },
): NeedForm {
  const {
    kind,
    category,
    item,
    title,
    description,
    baseUnit,
    place,
    remote,
    urgency,
    beneficiaries,
    beneficiaryGroups,
    skills,
    coldChain,
  } = need;
  return {
    organization: need.organizationId,
    kind,
    category,
    item,
    title,
    description,
    place,
    remote,
    urgency,
    beneficiaries,
    beneficiaryGroups,
    skills,
    coldChain,
    budget: need.budget?.map(({ what, amount }) => ({ what, amount: String(amount) })) ?? null,
    quantity: String(required),
    unit: baseUnit,
    from: startsAt,
    deadline,
  };
}
