import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#identity';
import { CredentialsService, type PublicKey } from '#volunteering';
import { ApiErrors, CurrentUser, LocaleOf, RequireSignIn } from '../http/index.js';
import { HoursQuery } from './hours.dto.js';

type Locale = 'ru' | 'en';

class PublicKeyAnswer {
  @ApiProperty({ enum: ['OKP'] }) kty: string;
  @ApiProperty({ enum: ['Ed25519'] }) crv: string;
  @ApiProperty({ enum: ['EdDSA'] }) alg: string;
  @ApiProperty({ enum: ['sig'] }) use: string;
  @ApiProperty({ type: String, description: 'Thumbprint of the key (RFC 7638)' }) kid: string;
  @ApiProperty({ type: String, description: 'The public half' }) x: string;
}

class PublicKeysAnswer {
  @ApiProperty({ type: [PublicKeyAnswer] }) keys: PublicKeyAnswer[];
}

class CredentialIssuerAnswer {
  @ApiProperty({ type: String, format: 'uri' }) id: string;
  @ApiProperty({ type: [String], example: ['Profile'] }) type: string[];
  @ApiProperty({ type: String, example: 'Лепта' }) name: string;
  @ApiProperty({ type: String }) description: string;
  @ApiProperty({ type: String, format: 'uri' }) url: string;
}

/** Confirmed hours as an Open Badges 3.0 credential, and what others need to check its signature. */
@ApiTags('shifts')
@Controller()
export class CredentialsController {
  constructor(private readonly credentials: CredentialsService) {}

  @Get('me/hours.jwt')
  @RequireSignIn()
  @ApiOperation({
    summary: 'My confirmed hours as a signed credential',
    description:
      'Open Badges 3.0 as a JWT (EdDSA), for a wallet or a portfolio. It has your name, a hash of your address and the page where the hours are checked; whether they still stand is said there.',
  })
  @ApiProduces('application/vc+jwt')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ApiErrors('hours.too-many', 'hours.none')
  async mine(
    @CurrentUser() actor: Actor,
    @Query() query: HoursQuery,
    @LocaleOf() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { hours, jwt } = await this.credentials.issue(actor.personId, query, locale);
    reply
      .header('vary', 'Accept-Language')
      .header('content-type', 'application/vc+jwt')
      .header('content-disposition', `attachment; filename="lepta-hours-${hours.from}-${hours.to}.jwt"`);
    return jwt;
  }

  @Get('credentials/issuer')
  @ApiOperation({ summary: 'Who signs credentials here', description: 'A profile of Open Badges 3.0.' })
  @ApiOkResponse({ type: CredentialIssuerAnswer })
  issuer(@LocaleOf() locale: Locale): Record<string, unknown> {
    return this.credentials.issuer(locale);
  }

  @Get('credentials/keys')
  @ApiOperation({
    summary: 'Public keys of credentials',
    description: 'A JWK set (RFC 7517): all that ever signed here.',
  })
  @ApiOkResponse({ type: PublicKeysAnswer })
  async keys(): Promise<{ keys: PublicKey[] }> {
    return { keys: await this.credentials.keys() };
  }

  @Get('credentials/keys/:kid')
  @ApiOperation({ summary: 'One of them', description: 'The `kid` of a credential is this address.' })
  @ApiParam({ name: 'kid', type: String, schema: { type: 'string', maxLength: 64 } })
  @ApiOkResponse({ type: PublicKeyAnswer })
  @ApiErrors('credential.no-such-key')
  key(@Param('kid') kid: string): Promise<PublicKey> {
    return this.credentials.key(kid);
  }
}
