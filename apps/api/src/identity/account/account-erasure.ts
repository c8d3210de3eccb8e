import { Injectable } from '@nestjs/common';
import { Bookings, forgetBookings } from '#bookings';
import { Catalogue } from '#catalogue';
import { forgetDeliveries, Trips } from '#deliveries';
import { refuseIdentity, type Actor, type Obstacle } from '#identity';
import { Clock, dayAt, Refusal } from '#kernel';
import { Erasure, type ErasureWay } from '#matching';
import { forgetMessages } from '#messages';
import { forgetAppeals, forgetComplaints, forgetInDecisions } from '#moderation';
import { forgetNotifications } from '#notifications';
import { forgetGifts } from '#payments';
import { forgetSignUps, SignUpsService } from '#volunteering';
import { EventStreams } from '../../platform/events/event-streams.js';

/** How an account ends, whoever asks for it: by the person's own click, and by an administrator who holds their letter. It alone knows every lib that keeps something of a person. */
@Injectable()
export class AccountErasure {
  constructor(
    private readonly erasure: Erasure,
    private readonly signUps: SignUpsService,
    private readonly trips: Trips,
    private readonly bookings: Bookings,
    private readonly streams: EventStreams,
    private readonly catalogue: Catalogue,
    private readonly clock: Clock,
  ) {}

  /** Everything that stands in the way now. */
  async obstacles(personId: string): Promise<Obstacle[]> {
    const obstacles = await this.erasure.obstacles(personId);
    return (await this.trips.hasAboard(personId)) ? [...obstacles, { code: 'trip.aboard' }] : obstacles;
  }

  /** At once and for ever. @throws trip.aboard; what `refuse` says. Their sessions end, also what browsers listen to. */
  async erase(actor: Actor, { by, refuse }: Pick<ErasureWay, 'by' | 'refuse'>): Promise<void> {
    await this.signUps.leaveQueues(actor.personId);
    await this.trips.leaveAll(actor.personId);
    await this.bookings.leaveAll(actor.personId);
    const ended = await this.erasure.erase(actor, {
      by,
      refuse,
      today: this.today(),
      forget: [
        forgetInDecisions,
        forgetComplaints,
        forgetAppeals,
        forgetMessages,
        forgetGifts,
        forgetSignUps,
        forgetDeliveries,
        forgetBookings,
        forgetNotifications,
      ],
    });
    for (const sid of ended) this.streams.endSession(sid);
  }

  /** The day that it is in the region. */
  today(): string {
    return dayAt(this.catalogue.timeZone, this.clock.now());
  }
}

/** Tells whoever erases themselves what stands in the way: each obstacle is a refusal that speaks to them. */
export function refuseOwner(why: Obstacle | 'gone'): never {
  if (why === 'gone') return refuseIdentity('identity.person-not-found');
  const { code, ...params } = why;
  throw new Refusal(code, params);
}
