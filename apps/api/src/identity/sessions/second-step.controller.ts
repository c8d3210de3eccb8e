import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiCookieAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Clock } from '#kernel';
import { AccountLimit, PasskeysService, refuseAccount, SecondFactors, type SignedIn } from '#identity';
import { ApiErrors, NotKept, type ApiRequest } from '../../http/index.js';
import { Cookies } from '../../http/cookies.js';
import { awaited } from '../../http/session.js';
import { Entrance } from './entrance.js';
import { PasskeyAnswerDto, PasskeyOptionsAnswer, ProofDto } from './second-step.dto.js';
import { SessionRenewal } from './session-renewal.js';
import { SessionAnswer } from './sessions.dto.js';
import { SessionQueries } from './sessions.queries.js';

/** Signing in with more, or with something else, than a password. */
@ApiTags('identity')
@Controller('session')
export class SecondStepController {
  constructor(
    private readonly factors: SecondFactors,
    private readonly passkeys: PasskeysService,
    private readonly limit: AccountLimit,
    private readonly renewal: SessionRenewal,
    private readonly cookies: Cookies,
    private readonly sessions: SessionQueries,
    private readonly entrance: Entrance,
    private readonly clock: Clock,
  ) {}

  @Post('second-factor')
  @NotKept()
  @ApiCookieAuth() // also of a session that is half open
  @ApiOperation({
    summary: 'The second step of a sign-in',
    description:
      'After `POST /session` answered 202, within ten minutes. In a session that is signed in it proves once more that it is you; some verbs ask for that.',
  })
  @ApiCreatedResponse({ type: SessionAnswer })
  @ApiErrors(
    'identity.no-second-step',
    'identity.wrong-second-factor',
    'identity.too-often',
    'identity.too-many-guesses',
  )
  async pass(
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: ProofDto,
  ): Promise<SessionAnswer> {
    const pending = awaited(request, this.clock.now());
    const personId = this.whose(request, pending);
    await this.factors.pass(personId, body, { address: request.ip, deviceCookie: this.cookies.deviceOf(request) });
    if (pending !== null) return this.entrance.enter(request, reply, pending, true);
    await this.renewal.renew(request, reply, this.clock.now());
    return this.sessions.of(personId, false);
  }

  @Post('second-factor/options')
  @HttpCode(200)
  @NotKept()
  @ApiCookieAuth()
  @ApiOperation({ summary: 'What the browser needs to ask for a passkey as the second step' })
  @ApiOkResponse({ type: PasskeyOptionsAnswer })
  @ApiErrors('identity.no-second-step', 'identity.passkey-not-found')
  async options(@Req() request: ApiRequest): Promise<PasskeyOptionsAnswer> {
    return this.passkeys.askForSecondStep(this.whose(request, awaited(request, this.clock.now())));
  }

  @Post('passkey/options')
  @HttpCode(200)
  @NotKept()
  @ApiOperation({ summary: 'What the browser needs to ask for a passkey instead of a password' })
  @ApiOkResponse({ type: PasskeyOptionsAnswer })
  @ApiErrors('identity.passkeys-need-a-name')
  async passkeyOptions(): Promise<PasskeyOptionsAnswer> {
    return this.passkeys.askToSignIn();
  }

  @Post('passkey')
  @NotKept()
  @ApiOperation({
    summary: 'Sign in with a passkey',
    description: 'It is unlocked by its owner, so it counts as two factors.',
  })
  @ApiCreatedResponse({ type: SessionAnswer })
  @ApiErrors('identity.wrong-second-factor', 'identity.too-often')
  async passkey(
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: PasskeyAnswerDto,
  ): Promise<SessionAnswer> {
    const person = await this.limit.passkey(request.ip, () => this.passkeys.check(body, null));
    if (!person) return refuseAccount('identity.wrong-second-factor');
    return this.entrance.enter(request, reply, person, true);
  }

  private whose(request: ApiRequest, pending: SignedIn | null): string {
    if (pending !== null) return pending.personId;
    return request.actor?.via === 'web' ? request.actor.personId : refuseAccount('identity.no-second-step');
  }
}
