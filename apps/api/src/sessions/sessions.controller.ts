import { Body, Controller, Delete, Get, HttpCode, Module, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Clock } from '#kernel';
import { refuseIdentity, type Actor } from '#identity';
import { EventStreams } from '../events/event-streams.js';
import { EventsApiModule } from '../events/events.controller.js';
import { ApiErrors, NotKept, RequireSignIn, Signed, type ApiRequest } from '../http/index.js';
import { startSession } from '../http/session.js';
import { SignIn } from '../http/sign-in.js';
import { SessionAnswer, SignInDto } from './sessions.dto.js';
import { SessionQueries } from './sessions.queries.js';

@ApiTags('identity')
@Controller('session')
export class SessionsController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: SessionQueries,
    private readonly streams: EventStreams,
    private readonly clock: Clock,
  ) {}

  @Post()
  @NotKept()
  @ApiOperation({ summary: 'Sign in', description: 'Sets the session cookie.' })
  @ApiCreatedResponse({ type: SessionAnswer })
  @ApiErrors('identity.wrong-sign-in', 'identity.too-many-attempts')
  async start(@Req() request: ApiRequest, @Res({ passthrough: true }) reply: FastifyReply, @Body() _body: SignInDto): Promise<SessionAnswer> {
    const person = await this.signIn.byPassword(request, reply);
    if (!person) return refuseIdentity('identity.wrong-sign-in');
    await startSession(request, person.personId, this.clock.now());
    return this.sessions.of(person.personId);
  }

  @Get()
  @RequireSignIn()
  @ApiOperation({ summary: 'Who am I' })
  @ApiOkResponse({ type: SessionAnswer })
  async show(@Signed() actor: Actor): Promise<SessionAnswer> {
    return this.sessions.of(actor.personId);
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out', description: 'Nothing happens when nobody is signed in.' })
  @ApiNoContentResponse()
  async end(@Req() request: ApiRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    if (!request.session.personId) return;
    this.streams.endSession(request.session.sessionId);
    await request.session.destroy();
    reply.clearCookie('lepta_session', { path: '/api' });
  }
}

@Module({ imports: [EventsApiModule], providers: [SessionQueries], controllers: [SessionsController] })
export class SessionsApiModule {}
