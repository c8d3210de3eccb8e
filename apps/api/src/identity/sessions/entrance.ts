import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '#kernel';
import { deviceLabel, KnownDevices, type SignedIn } from '#identity';
import { Env } from '#host';
import { Cookies } from '../../http/cookies.js';
import { startSession } from '../../http/session.js';
import type { ApiRequest } from '../../http/request.js';
import type { SessionAnswer } from './sessions.dto.js';
import { SessionQueries } from './sessions.queries.js';

/** The last step of every way to sign in. */
@Injectable()
export class Entrance {
  constructor(
    private readonly sessions: SessionQueries,
    private readonly devices: KnownDevices,
    private readonly cookies: Cookies,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {}

  /** Starts the session, remembers the device, and says who a person is. */
  async enter(
    request: ApiRequest,
    reply: FastifyReply,
    person: SignedIn,
    secondFactor: boolean,
  ): Promise<SessionAnswer> {
    const { personId } = person;
    const now = this.clock.now();
    await startSession(request, person, now, secondFactor);
    const device = await this.devices.signedIn(
      personId,
      this.cookies.deviceOf(request),
      deviceLabel(request.headers['user-agent']),
    );
    this.cookies.keepDevice(reply, device, now);
    return this.sessions.of(personId, this.env.REQUIRE_SECOND_FACTOR && !secondFactor);
  }
}
