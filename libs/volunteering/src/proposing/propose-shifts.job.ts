import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { Catalogue } from '#catalogue';
import { lockLivingPerson } from '#identity';
import { Clock, newId, Refusal, type Fact } from '#kernel';
import { lockPromises } from '#matching';
import { isLive, NeedsService } from '#needs';
import { organizationSummaries } from '#organizations';
import { log, record, type FactJob, type Tx } from '#platform';
import { keptTimes } from '../any-time.rules.js';
import { lockShift, oneAtATime } from '../places.js';
import { refuseClash } from '../rest/clash.js';
import { hasBegun, offeredUntil } from '../sign-up-times.rules.js';
import { SignUpEntity } from '../sign-up.entity.js';
import { assign } from './assignment.js';
import { KEPT, readProposable } from './propose.queries.js';
import { placesToPropose } from './propose.rules.js';

/**
 * What a clearing of time does for shifts: their free places and those who said when, where and with what they would come are brought together, so that all of it is worth the most. Each has a place
 * kept for them, as for those who waited: they take it, or it lapses and goes to the next. Each proposal is a transaction of its own, in which everything is looked at again; where a process dies, the next
 * one plans what is left, and proposes nobody a second one.
 */
@Injectable()
export class ProposeShifts {
  readonly job: FactJob<Fact<'clearing.time-cleared'>> = {
    name: 'volunteering.propose-cleared',
    call: async (fact) => void (await this.propose(fact.payload.clearingId)),
  };

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly needs: NeedsService,
  ) {}

  /** Answers how many were proposed. */
  async propose(clearingId: string): Promise<number> {
    const { people, shifts, pairs } = await readProposable(this.source, this.catalogue, clearingId, this.clock.now());
    const places = shifts.map(({ free }) => free);
    let proposed = 0;
    for (const { person, shift } of await assign(people.length, places, pairs)) {
      const [who, where] = [people[person]?.personId, shifts[shift]?.id];
      if (who && where && (await this.offer(clearingId, who, where))) proposed += 1;
    }
    log.info({ clearingId, proposed }, 'a clearing has proposed shifts');
    return proposed;
  }

  /** False where it is overtaken: a volunteer came, or they did something else meanwhile. */
  private async offer(clearingId: string, personId: string, shiftId: string): Promise<boolean> {
    try {
      return await oneAtATime(() => this.source.transaction((tx) => this.keep(tx, clearingId, personId, shiftId)));
    } catch (err) {
      if (err instanceof Refusal) return false;
      throw err;
    }
  }

  private async keep(tx: Tx, clearingId: string, personId: string, shiftId: string): Promise<boolean> {
    const at = this.clock.now();
    const { need, shift } = await lockShift(tx, this.needs, shiftId);
    const organization = (await organizationSummaries(tx, [need.organizationId])).get(need.organizationId);
    if (shift.status !== 'planned' || hasBegun(shift, at) || shift.taken >= shift.capacity) return false;
    const [{ count: kept }]: [{ count: number }] = await tx.query(`${KEPT} AND u.shift_id = $1`, [shiftId]);
    if (placesToPropose({ free: shift.capacity - shift.taken, kept }) === 0) return false;
    if (!isLive(need.status) || organization?.status !== 'verified') return false;
    if (await tx.existsBy(SignUpEntity, { shiftId, status: 'waiting', offeredUntil: IsNull() })) return false;
    await lockPromises(tx, [personId]);
    if (await tx.existsBy(SignUpEntity, { shiftId, personId })) return false;
    if (await tx.existsBy(SignUpEntity, { personId, proposedBy: clearingId })) return false;
    if (!(await lockLivingPerson(tx, personId, 'SHARE'))) return false;
    await refuseClash(tx, this.catalogue, { personId, locale: 'ru' }, shift, {});
    shift.queued += 1;
    shift.taken += 1;
    const signUp = tx.create(SignUpEntity, {
      id: newId(),
      shiftId,
      personId,
      status: 'waiting',
      number: shift.queued,
      ...keptTimes(shift),
      signedUpAt: at,
      via: 'staff',
      people: 1,
      offeredUntil: offeredUntil(shift, at),
      proposedBy: clearingId,
    });
    await tx.insert(SignUpEntity, signUp);
    await tx.save(shift);
    await record(tx, 'sign-up.offered', { signUpId: signUp.id });
    return true;
  }
}
