import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Catalogue } from '#catalogue';
import { EmailChangesService, normalEmail, PasswordsService, SessionsService, type Actor } from '#identity';
import { EventStreams } from '../../platform/events/event-streams.js';
import {
  ApiErrors,
  Id,
  NotKept,
  page,
  RequireInPerson,
  CurrentUser,
  CurrentUserOrVisitor,
  type ApiRequest,
  type Page,
} from '../../http/index.js';
import { SessionRenewal } from '../sessions/session-renewal.js';
import {
  ChangeEmailDto,
  ChangePasswordDto,
  EmailAnswer,
  EmailChangeAskedAnswer,
  OwnSessionAnswer,
  OwnSessionsAnswer,
  PasswordSetAnswer,
  ResetDto,
  ResetRequestDto,
  ResetRequestedAnswer,
  SessionsEndedAnswer,
  TokenDto,
} from './account.dto.js';

/** What the holder of a mail may do: no sign-in, the token says it all. */
@ApiTags('identity')
@Controller()
export class AccountLinksController {
  constructor(
    private readonly passwords: PasswordsService,
    private readonly emails: EmailChangesService,
  ) {}

  @Post('password-resets')
  @HttpCode(202)
  @NotKept()
  @ApiOperation({
    summary: 'Ask for a new password',
    description:
      'The answer is the same whether there is an account or not. The link of the mail works for an hour; three mails an hour at most.',
  })
  @ApiAcceptedResponse({ type: ResetRequestedAnswer })
  @ApiErrors('identity.too-often')
  async askForReset(@Req() request: ApiRequest, @Body() body: ResetRequestDto): Promise<ResetRequestedAnswer> {
    await this.passwords.askForReset(body.email, request.ip);
    return { email: normalEmail(body.email), next: 'open-the-mail' };
  }

  @Post('password-resets/complete')
  @HttpCode(200)
  @NotKept()
  @ApiOperation({
    summary: 'Set a new password by the link of the mail',
    description:
      'Ends every session and API key, and takes away what came before the address was confirmed. Any other second factor is still asked for at sign-in.',
  })
  @ApiOkResponse({ type: PasswordSetAnswer })
  @ApiErrors('identity.link-not-valid')
  async reset(@Body() body: ResetDto): Promise<PasswordSetAnswer> {
    await this.passwords.reset(body.token, body.password);
    return { next: 'sign-in' };
  }

  @Post('email-changes/confirm')
  @HttpCode(200)
  @NotKept()
  @ApiOperation({
    summary: 'Confirm a new address by the link that was sent there',
    description: 'In a session of the account whose address it is to be.',
  })
  @ApiOkResponse({ type: EmailAnswer })
  @ApiErrors('identity.link-not-valid', 'identity.not-your-change')
  async confirmEmail(@CurrentUserOrVisitor() actor: Actor | null, @Body() body: TokenDto): Promise<EmailAnswer> {
    return { email: await this.emails.confirm(actor, body.token) };
  }

  @Post('email-changes/undo')
  @HttpCode(200)
  @NotKept()
  @ApiOperation({
    summary: 'Take the old address back by the link that was sent there',
    description:
      'For seven days. Ends every session and API key and what was added since; a mail to the old address sets a new password.',
  })
  @ApiOkResponse({ type: EmailAnswer })
  @ApiErrors('identity.link-not-valid')
  async undoEmail(@Body() body: TokenDto): Promise<EmailAnswer> {
    return { email: await this.emails.undo(body.token) };
  }
}

@ApiTags('identity')
@Controller('me')
@RequireInPerson()
export class AccountController {
  constructor(
    private readonly passwords: PasswordsService,
    private readonly emails: EmailChangesService,
    private readonly sessions: SessionsService,
    private readonly catalogue: Catalogue,
    private readonly renewal: SessionRenewal,
    private readonly streams: EventStreams,
  ) {}

  @Post('password')
  @HttpCode(204)
  @NotKept()
  @ApiOperation({ summary: 'Change your password', description: 'Ends your other sessions and all API keys.' })
  @ApiNoContentResponse()
  @ApiErrors('identity.only-in-person', 'identity.too-often')
  async changePassword(
    @CurrentUser() actor: Actor,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: ChangePasswordDto,
  ): Promise<void> {
    this.hush(await this.passwords.change(actor, body, { sid: request.session.sessionId, address: request.ip }));
    await this.renewal.renew(request, reply);
  }

  @Post('email')
  @HttpCode(202)
  @NotKept()
  @ApiOperation({
    summary: 'Change your address',
    description:
      'It changes when the link that is sent to the new one is opened, within a day, by you. The old one can take it back for seven days.',
  })
  @ApiAcceptedResponse({ type: EmailChangeAskedAnswer })
  @ApiErrors('identity.only-in-person', 'identity.too-often', 'person.unconfirmed')
  async changeEmail(
    @CurrentUser() actor: Actor,
    @Req() request: ApiRequest,
    @Body() body: ChangeEmailDto,
  ): Promise<EmailChangeAskedAnswer> {
    return { email: await this.emails.ask(actor, body, request.ip), next: 'confirm-email' };
  }

  @Get('sessions')
  @ApiOperation({ summary: 'Where you are signed in', description: 'The newest 200.' })
  @ApiOkResponse({ type: OwnSessionsAnswer })
  @ApiErrors('identity.only-in-person')
  async list(@CurrentUser() actor: Actor, @Req() request: ApiRequest): Promise<Page<OwnSessionAnswer>> {
    const rows = await this.sessions.list(actor.personId, request.session.sessionId, this.catalogue.timeZone);
    return page(
      rows.map((row) => ({ ...row, signedInAt: row.signedInAt.toISOString() })),
      null,
    );
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out somewhere' })
  @ApiNoContentResponse()
  @ApiErrors('identity.only-in-person', 'identity.session-not-found')
  async end(@CurrentUser() actor: Actor, @Id('id') id: string): Promise<void> {
    this.hush([await this.sessions.end(actor, id)]);
  }

  @Post('sessions/end-others')
  @HttpCode(200)
  @ApiOperation({ summary: 'Sign out everywhere else' })
  @ApiOkResponse({ type: SessionsEndedAnswer })
  @ApiErrors('identity.only-in-person')
  async endOthers(@CurrentUser() actor: Actor, @Req() request: ApiRequest): Promise<SessionsEndedAnswer> {
    const ended = await this.sessions.endOthers(actor, request.session.sessionId);
    this.hush(ended);
    return { ended: ended.length };
  }

  /** Ends event streams of sessions that ended; other processes notice at their next heartbeat. */
  private hush(ended: readonly string[]): void {
    for (const sid of ended) this.streams.endSession(sid);
  }
}
