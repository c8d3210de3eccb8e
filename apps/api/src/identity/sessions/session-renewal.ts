import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { SessionsService } from '#identity';
import { EventStreams } from '../../platform/events/event-streams.js';
import { Cookies } from '../../http/cookies.js';
import type { ApiRequest } from '../../http/request.js';

/**
 * Gives a session another id when its person has proved once more who they are: with a password that changes, with a second factor. A person who had
 * got hold of the id before is out, and never holds a session that may more than the one that was taken.
 */
@Injectable()
export class SessionRenewal {
  constructor(
    private readonly sessions: SessionsService,
    private readonly cookies: Cookies,
    private readonly streams: EventStreams,
  ) {}

  /** @param secondFactorAt when the session passed a second factor, if that is what was proved */
  async renew(request: ApiRequest, reply: FastifyReply, secondFactorAt: Date | null = null): Promise<void> {
    const before = request.session.sessionId;
    const renewed = await this.sessions.renew(before, secondFactorAt);
    if (!renewed) return; // it has ended meanwhile
    this.cookies.keepSession(reply, renewed.sid, renewed.expires);
    this.streams.endSession(before); // browsers come back with the new one
  }
}
