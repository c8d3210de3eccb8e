import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Clock } from '#kernel';
import {
  FRESH_MS,
  PasskeysService,
  PasswordsService,
  RecoveryCodes,
  refuseAccount,
  SecondFactors,
  TotpService,
  type Actor,
  type PasskeyEntity,
} from '#identity';
import {
  ApiErrors,
  Id,
  NotKept,
  page,
  RequireInPerson,
  CurrentUser,
  type ApiRequest,
  type Page,
} from '../../http/index.js';
import { PasskeyOptionsAnswer } from '../sessions/second-step.dto.js';
import { SessionRenewal } from '../sessions/session-renewal.js';
import { OwnPasswordDto } from './account.dto.js';
import {
  CodeDto,
  NewPasskeyAnswer,
  NewPasskeyDto,
  PasskeyAnswer,
  PasskeyNameDto,
  PasskeysAnswer,
  RecoveryCodesAnswer,
  SecondFactorsAnswer,
  TotpBegunAnswer,
} from './second-factors.dto.js';

/**
 * One's own second factors. To set one up the password is asked for again, and a second factor where there is one already; to take one away a
 * session must have passed one within FRESH_MS (`POST /session/second-factor`).
 */
@ApiTags('identity')
@Controller('me')
@RequireInPerson()
export class SecondFactorsController {
  constructor(
    private readonly passwords: PasswordsService,
    private readonly factors: SecondFactors,
    private readonly totp: TotpService,
    private readonly passkeys: PasskeysService,
    private readonly codes: RecoveryCodes,
    private readonly renewal: SessionRenewal,
    private readonly clock: Clock,
  ) {}

  @Get('second-factors')
  @ApiOperation({ summary: 'Your second factors' })
  @ApiOkResponse({ type: SecondFactorsAnswer })
  @ApiErrors('identity.only-in-person')
  async state(@CurrentUser() actor: Actor, @Req() request: ApiRequest): Promise<SecondFactorsAnswer> {
    const { totp, codes } = await this.factors.state(actor.personId);
    const passkeys = (await this.passkeys.list(actor.personId)).map(shown);
    return {
      required: request.rolesSleep,
      totpSince: totp?.toISOString() ?? null,
      passkeys,
      recoveryCodes: codes,
      passkeysPossible: this.passkeys.possible,
      fresh: this.isFresh(request),
    };
  }

  @Post('totp')
  @NotKept()
  @ApiOperation({
    summary: 'Begin to connect an authenticator app',
    description:
      'Nothing is asked for at sign-in until a first code has confirmed it. Begun anew, the secret before is worth nothing.',
  })
  @ApiCreatedResponse({ type: TotpBegunAnswer })
  @ApiErrors(
    'identity.only-in-person',
    'identity.too-often',
    'identity.prove-again',
    'identity.totp-enrolled',
    'person.unconfirmed',
  )
  async beginTotp(
    @CurrentUser() actor: Actor,
    @Req() request: ApiRequest,
    @Body() body: OwnPasswordDto,
  ): Promise<TotpBegunAnswer> {
    await this.mayAdd(actor, request, body.password);
    return this.totp.begin(actor);
  }

  @Post('totp/confirm')
  @NotKept()
  @ApiOperation({ summary: 'Confirm the authenticator app by a first code' })
  @ApiCreatedResponse({ type: RecoveryCodesAnswer })
  @ApiErrors('identity.only-in-person', 'identity.totp-not-begun', 'identity.totp-enrolled', 'person.unconfirmed')
  async confirmTotp(
    @CurrentUser() actor: Actor,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: CodeDto,
  ): Promise<RecoveryCodesAnswer> {
    const recoveryCodes = await this.totp.confirm(actor, body.code);
    await this.renewal.renew(request, reply, this.clock.now());
    return { recoveryCodes };
  }

  @Delete('totp')
  @HttpCode(204)
  @ApiOperation({ summary: 'Disconnect the authenticator app' })
  @ApiNoContentResponse()
  @ApiErrors('identity.only-in-person', 'identity.prove-again', 'identity.totp-not-found')
  async removeTotp(@CurrentUser() actor: Actor, @Req() request: ApiRequest): Promise<void> {
    if ((await this.factors.state(actor.personId)).totp === null) refuseAccount('identity.totp-not-found');
    this.mustBeFresh(request);
    await this.totp.remove(actor);
  }

  @Post('recovery-codes')
  @NotKept()
  @ApiOperation({ summary: 'New recovery codes', description: 'The old ones are worth nothing from now on.' })
  @ApiCreatedResponse({ type: RecoveryCodesAnswer })
  @ApiErrors('identity.only-in-person', 'identity.prove-again', 'identity.no-second-factor', 'person.unconfirmed')
  async renewCodes(@CurrentUser() actor: Actor, @Req() request: ApiRequest): Promise<RecoveryCodesAnswer> {
    this.mustBeFresh(request);
    return { recoveryCodes: await this.codes.renew(actor) };
  }

  @Get('passkeys')
  @ApiOperation({ summary: 'Your passkeys' })
  @ApiOkResponse({ type: PasskeysAnswer })
  @ApiErrors('identity.only-in-person')
  async listPasskeys(@CurrentUser() actor: Actor): Promise<Page<PasskeyAnswer>> {
    return page((await this.passkeys.list(actor.personId)).map(shown), null);
  }

  @Post('passkeys/options')
  @HttpCode(200)
  @NotKept()
  @ApiOperation({ summary: 'What the browser needs to make a passkey' })
  @ApiOkResponse({ type: PasskeyOptionsAnswer })
  @ApiErrors(
    'identity.only-in-person',
    'identity.too-often',
    'identity.prove-again',
    'identity.passkeys-need-a-name',
    'person.unconfirmed',
  )
  async passkeyOptions(
    @CurrentUser() actor: Actor,
    @Req() request: ApiRequest,
    @Body() body: OwnPasswordDto,
  ): Promise<PasskeyOptionsAnswer> {
    await this.mayAdd(actor, request, body.password);
    return this.passkeys.askToRegister(actor);
  }

  @Post('passkeys')
  @NotKept()
  @ApiOperation({ summary: 'Keep a passkey that the browser made', description: 'At most 20.' })
  @ApiCreatedResponse({ type: NewPasskeyAnswer })
  @ApiErrors(
    'identity.only-in-person',
    'identity.passkey-not-valid',
    'identity.passkey-known',
    'identity.too-many-passkeys',
    'person.unconfirmed',
  )
  async addPasskey(
    @CurrentUser() actor: Actor,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: NewPasskeyDto,
  ): Promise<NewPasskeyAnswer> {
    const { passkey, recoveryCodes } = await this.passkeys.register(actor, body.name.trim(), body);
    await this.renewal.renew(request, reply, this.clock.now());
    return { ...shown(passkey), recoveryCodes };
  }

  @Post('passkeys/:id/rename')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give a passkey another name' })
  @ApiOkResponse({ type: PasskeyAnswer })
  @ApiErrors('identity.only-in-person', 'identity.passkey-not-found')
  async renamePasskey(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() body: PasskeyNameDto,
  ): Promise<PasskeyAnswer> {
    return shown(await this.passkeys.rename(actor, id, body.name.trim()));
  }

  @Delete('passkeys/:id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove a passkey' })
  @ApiNoContentResponse()
  @ApiErrors('identity.only-in-person', 'identity.prove-again', 'identity.passkey-not-found')
  async removePasskey(@CurrentUser() actor: Actor, @Id('id') id: string, @Req() request: ApiRequest): Promise<void> {
    if (!(await this.passkeys.list(actor.personId)).some((passkey) => passkey.id === id))
      refuseAccount('identity.passkey-not-found');
    this.mustBeFresh(request);
    await this.passkeys.remove(actor, id);
  }

  private async mayAdd(actor: Actor, request: ApiRequest, password: string): Promise<void> {
    await this.passwords.prove(actor, password, request.ip);
    if ((await this.factors.of(actor.personId)).length > 0) this.mustBeFresh(request);
  }

  private isFresh(request: ApiRequest): boolean {
    const at = request.session.secondFactorAt;
    return at !== undefined && this.clock.now().getTime() - at < FRESH_MS;
  }

  private mustBeFresh(request: ApiRequest): void {
    if (!this.isFresh(request)) refuseAccount('identity.prove-again');
  }
}

function shown(passkey: PasskeyEntity): PasskeyAnswer {
  const { id, name, createdAt, lastUsedAt } = passkey;
  return { id, name, createdAt: createdAt.toISOString(), lastUsedAt: lastUsedAt?.toISOString() ?? null };
}
