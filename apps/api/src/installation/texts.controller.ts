import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import {
  PublishedTexts,
  refuseIdentity,
  TEXT_PURPOSES,
  type Actor,
  type PublishedText,
  type TextPurpose,
} from '#identity';
import { OperatorTexts, type TextToEdit } from '#installation';
import {
  ApiErrors,
  CurrentUser,
  LocaleOf,
  ManyLines,
  page,
  RequireAdministrator,
  RequireInPerson,
  type Page,
} from '../http/index.js';

const TEXT_MAX = 20_000;

export class TextQuery {
  @ApiPropertyOptional({ type: String, maxLength: 40, description: 'An older wording; left out: the one of now' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  version?: string;
}

export class TextDto {
  @ApiProperty({ enum: TEXT_PURPOSES })
  @IsIn([...TEXT_PURPOSES])
  purpose: TextPurpose;

  @ApiProperty({
    maxLength: TEXT_MAX,
    description: 'Paragraphs are parted by an empty line; a line that begins with # is a heading',
  })
  @IsString()
  @MaxLength(TEXT_MAX)
  @ManyLines()
  ru: string;

  @ApiProperty({ maxLength: TEXT_MAX })
  @IsString()
  @MaxLength(TEXT_MAX)
  @ManyLines()
  en: string;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength: 40,
    description: 'The version that was the newest when you began; null: none was published',
  })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  basedOn?: string | null;
}

export class TextAnswer {
  @ApiProperty({ enum: TEXT_PURPOSES }) purpose: TextPurpose;
  @ApiProperty({ type: String, example: '2026-11-24' }) version: string;
  @ApiProperty({ type: String, description: 'In the language of Accept-Language' }) text: string;
  @ApiProperty({ type: String, format: 'date-time' }) publishedAt: string;
}

class BothLanguages {
  @ApiProperty({ type: String }) ru: string;
  @ApiProperty({ type: String }) en: string;
}

class PublishedVersion {
  @ApiProperty({ type: String, example: '2026-11-24' }) version: string;
  @ApiProperty({ type: String, format: 'date-time' }) publishedAt: string;
}

export class TextToEditAnswer {
  @ApiProperty({ enum: TEXT_PURPOSES }) purpose: TextPurpose;
  @ApiProperty({ type: PublishedVersion, nullable: true, description: 'null: never published here' })
  published: PublishedVersion | null;
  @ApiProperty({
    type: BothLanguages,
    nullable: true,
    description: 'What to begin with: the wording of now, or a draft; null before the operator is known',
  })
  draft: BothLanguages | null;
}

export class TextsToEditAnswer {
  @ApiProperty({ type: [TextToEditAnswer] }) items: TextToEditAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

/** Privacy policy, rules and wordings of consents: read by everybody, published by administrators. */
@ApiTags('installation')
@Controller()
export class TextsController {
  constructor(
    private readonly texts: PublishedTexts,
    private readonly operatorTexts: OperatorTexts,
  ) {}

  @Get('texts/:purpose')
  @ApiOperation({ summary: 'A text of the operator, with its version' })
  @ApiParam({ name: 'purpose', enum: TEXT_PURPOSES })
  @ApiOkResponse({ type: TextAnswer })
  @ApiErrors('text.not-published')
  async read(
    @Param('purpose') said: string,
    @LocaleOf() locale: 'ru' | 'en',
    @Query() { version }: TextQuery,
  ): Promise<TextAnswer> {
    const purpose = TEXT_PURPOSES.find((one) => one === said) ?? refuseIdentity('text.not-published');
    const text = await this.texts.read(purpose, version ?? null);
    return { purpose, version: text.version, text: text[locale], publishedAt: text.publishedAt.toISOString() };
  }

  @Get('admin/texts')
  @RequireAdministrator()
  @ApiOperation({ summary: 'Every text, as an editor needs it' })
  @ApiOkResponse({ type: TextsToEditAnswer })
  @ApiErrors('http.administrators-only')
  async list(): Promise<Page<TextToEditAnswer>> {
    return page((await this.operatorTexts.list()).map(toEdit), null);
  }

  @Post('admin/texts')
  @RequireAdministrator()
  @RequireInPerson()
  @ApiOperation({
    summary: 'Publish a new wording',
    description:
      'The older ones stay readable. Where the law requires consent to it (`personal-data`), people are asked anew when they sign in.',
  })
  @ApiCreatedResponse({ type: TextToEditAnswer })
  @ApiErrors(
    'http.administrators-only',
    'identity.only-in-person',
    'installation.operator-first',
    'text.changed-meanwhile',
  )
  async publish(@CurrentUser() actor: Actor, @Body() { purpose, ru, en, basedOn }: TextDto): Promise<TextToEditAnswer> {
    const published = await this.operatorTexts.publish(actor, { purpose, ru, en, basedOn: basedOn ?? null });
    return toEdit({ purpose, published, draft: published });
  }
}

function toEdit({ purpose, published, draft }: TextToEdit): TextToEditAnswer {
  return { purpose, published: published && versionOf(published), draft: draft && { ru: draft.ru, en: draft.en } };
}

function versionOf({ version, publishedAt }: PublishedText): PublishedVersion {
  return { version, publishedAt: publishedAt.toISOString() };
}
