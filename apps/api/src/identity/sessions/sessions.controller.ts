import { Body, Controller, Delete, Get, HttpCode, Module, Post, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Clock } from '#kernel';
import { IdentityModule, refuseIdentity, SecondFactors, type Actor } from '#identity';
import { EventStreams } from '../../platform/events/event-streams.js';
import { EventsApiModule } from '../../platform/events/events.controller.js';
import { ApiErrors, NotKept, RequireSignIn, CurrentUser, type ApiRequest } from '../../http/index.js';
import { Cookies } from '../../http/cookies.js';
import { openHalf } from '../../http/session.js';
import { SignIn } from '../../http/sign-in.js';
import { Entrance } from './entrance.js';
import { SecondStepController } from './second-step.controller.js';
import { SecondStepAnswer, SessionAnswer, SignInDto } from './sessions.dto.js';
import { SessionQueries } from './sessions.queries.js';
import { SessionRenewal } from './session-renewal.js';

@ApiTags('identity')
@Controller('session')
export class SessionsController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: SessionQueries,
    private readonly factors: SecondFactors,
    private readonly entrance: Entrance,
    private readonly streams: EventStreams,
    private readonly cookies: Cookies,
    private readonly clock: Clock,
  ) {}

  @Post()
  @NotKept()
  @ApiOperation({
    summary: 'Sign in',
    description:
      'Sets the session cookie. Where a second factor is set up the answer is 202 and `POST /session/second-factor` is the next step.',
  })
  @ApiCreatedResponse({ type: SessionAnswer })
  @ApiAcceptedResponse({ type: SecondStepAnswer })
  @ApiErrors('identity.wrong-sign-in', 'identity.too-many-attempts', 'identity.too-many-guesses')
  async start(
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() _body: SignInDto,
  ): Promise<SessionAnswer | SecondStepAnswer> {
    const person = await this.signIn.byPassword(request, reply);
    if (!person) return refuseIdentity('identity.wrong-sign-in');
    const secondFactor = await this.factors.of(person.personId);
    if (secondFactor.length === 0) return this.entrance.enter(request, reply, person, false);
    await openHalf(request, person, this.clock.now());
    reply.status(202);
    return { secondFactor };
  }

  @Get()
  @RequireSignIn()
  @ApiOperation({ summary: 'Who am I' })
  @ApiOkResponse({ type: SessionAnswer })
  async show(@CurrentUser() actor: Actor, @Req() request: ApiRequest): Promise<SessionAnswer> {
    return this.sessions.of(actor.personId, request.rolesSleep);
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out', description: 'Nothing happens when nobody is signed in.' })
  @ApiNoContentResponse()
  async end(@Req() request: ApiRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    if (!request.session.personId && !request.session.pendingPersonId) return;
    this.streams.endSession(request.session.sessionId);
    await request.session.destroy();
    this.cookies.dropSession(reply);
  }
}

@Module({
  imports: [EventsApiModule, IdentityModule],
  providers: [SessionQueries, SessionRenewal, Entrance],
  controllers: [SessionsController, SecondStepController],
  exports: [SessionRenewal],
})
export class SessionsApiModule {}
