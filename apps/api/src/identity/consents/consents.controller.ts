import { Body, Controller, Get, HttpCode, Module, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { ConsentsService, IdentityModule, REQUIRED_CONSENTS, type Actor, type ConsentEntity } from '#identity';
import { ApiErrors, Id, LocaleOf, page, RequireSignIn, CurrentUser, type Page } from '../../http/index.js';
import { ConsentDto } from '../people/people.dto.js';

export class ConsentAnswer {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: 'personal-data' }) purpose: string;
  @ApiProperty({ example: '2026-01' }) version: string;
  @ApiProperty({ description: 'SHA-256 of the text that was shown, hexadecimal' }) textHash: string;
  @ApiProperty({ format: 'date-time' }) givenAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) withdrawnAt: string | null;
  @ApiProperty({ type: Boolean, description: 'The law asks it of every person with an account' }) required: boolean;
}

export class ConsentsAnswer {
  @ApiProperty({ type: [ConsentAnswer] }) items: ConsentAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class ConsentTextAnswer {
  @ApiProperty({ example: 'personal-data' }) purpose: string;
  @ApiProperty({ example: '2026-01' }) version: string;
  @ApiProperty({ description: 'In the language of Accept-Language' }) text: string;
}

export class ConsentTextsAnswer {
  @ApiProperty({ type: [ConsentTextAnswer] }) items: ConsentTextAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

@ApiTags('identity')
@Controller()
export class ConsentsController {
  constructor(private readonly consents: ConsentsService) {}

  @Get('consent-texts')
  @ApiOperation({ summary: 'The texts that forms ask consent to, in their present version' })
  @ApiOkResponse({ type: ConsentTextsAnswer })
  async texts(@LocaleOf() locale: 'ru' | 'en'): Promise<Page<ConsentTextAnswer>> {
    return page(
      (await this.consents.current()).map((text) => ({
        purpose: text.purpose,
        version: text.version,
        text: text[locale],
      })),
      null,
    );
  }

  @Get('me/consents')
  @RequireSignIn()
  @ApiOperation({ summary: 'What you agreed to, withdrawn consents too' })
  @ApiOkResponse({ type: ConsentsAnswer })
  async list(@CurrentUser() actor: Actor): Promise<Page<ConsentAnswer>> {
    return page((await this.consents.list(actor.personId)).map(shown), null);
  }

  @Post('me/consents')
  @RequireSignIn()
  @ApiOperation({ summary: 'Agree to a text' })
  @ApiCreatedResponse({ type: ConsentAnswer })
  async give(
    @CurrentUser() actor: Actor,
    @LocaleOf() locale: 'ru' | 'en',
    @Body() body: ConsentDto,
  ): Promise<ConsentAnswer> {
    return shown(await this.consents.give(actor, { ...body, locale }));
  }

  @Post('me/consents/:id/withdraw')
  @HttpCode(200)
  @RequireSignIn()
  @ApiOperation({ summary: 'Take a consent back' })
  @ApiOkResponse({ type: ConsentAnswer })
  @ApiErrors('identity.consent-not-found')
  async withdraw(@CurrentUser() actor: Actor, @Id('id') id: string): Promise<ConsentAnswer> {
    return shown(await this.consents.withdraw(actor, id));
  }
}

function shown(consent: ConsentEntity): ConsentAnswer {
  const { id, purpose, textVersion: version, textHash, givenAt, withdrawnAt } = consent;
  return {
    id,
    purpose,
    version,
    textHash: textHash.toString('hex'),
    givenAt: givenAt.toISOString(),
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
    required: (REQUIRED_CONSENTS as readonly string[]).includes(purpose),
  };
}

@Module({ imports: [IdentityModule], controllers: [ConsentsController] })
export class ConsentsApiModule {}
