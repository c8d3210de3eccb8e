import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '#kernel';
import { deviceLabel, KnownDevices } from '#identity';
import { Env } from '#platform';
import { deviceCookie, keepDevice, startSession } from '../http/session.js';
import type { ApiRequest } from '../http/request.js';
import type { SessionAnswer } from './sessions.dto.js';
import { SessionQueries } from './sessions.queries.js';

/** The last step of every way to sign in. */
@Injectable()
export class Entrance {
  constructor(
    private readonly sessions: SessionQueries,
    private readonly devices: KnownDevices,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {}

  /** Starts the session, remembers the device, and says who somebody is. */
  async enter(request: ApiRequest, reply: FastifyReply, personId: string, secondFactor: boolean): Promise<SessionAnswer> {
    const now = this.clock.now();
    await startSession(request, personId, now, secondFactor);
    keepDevice(reply, await this.devices.signedIn(personId, deviceCookie(request), deviceLabel(request.headers['user-agent'])), now);
    return this.sessions.of(personId, this.env.REQUIRE_SECOND_FACTOR && !secondFactor);
  }
}
