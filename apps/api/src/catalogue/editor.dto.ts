import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { DIMENSIONS, FLAGS } from '#catalogue';
import { KINDS } from '#kernel';
import { ManyLines } from '../http/index.js';
import { CODE_MAX } from './catalogue.dto.js';

const NAME_MAX = 120;
const WORD_MAX = 60;
const WORDS_MAX = 60;
const UNITS_MAX = 20;
const REASON_MAX = 500;
const SYMBOL_MAX = 20;

function Text(max: number, example: string, description?: string): PropertyDecorator {
  return (target, key) => {
    for (const decorate of [
      ApiPropertyOptional({ type: String, minLength: 1, maxLength: max, example, description }),
      IsOptional(),
      IsString(),
      MinLength(1),
      MaxLength(max),
    ])
      decorate(target, key as string);
  };
}

function Codes(example: readonly string[], description: string): PropertyDecorator {
  return (target, key) => {
    const api = ApiPropertyOptional({
      type: 'array',
      items: { type: 'string', maxLength: CODE_MAX },
      maxItems: UNITS_MAX,
      example: [...example],
      description,
    });
    for (const decorate of [
      api,
      IsOptional(),
      IsArray(),
      ArrayMaxSize(UNITS_MAX),
      IsString({ each: true }),
      MaxLength(CODE_MAX, { each: true }),
    ])
      decorate(target, key as string);
  };
}

export class SynonymsDto {
  @ApiProperty({
    type: 'array',
    items: { type: 'string', minLength: 1, maxLength: WORD_MAX },
    maxItems: WORDS_MAX,
    example: ['дрова', 'дровишки'],
  })
  @IsArray()
  @ArrayMaxSize(WORDS_MAX)
  @IsString({ each: true })
  @MinLength(1, { each: true })
  @MaxLength(WORD_MAX, { each: true })
  ru: string[];

  @ApiProperty({
    type: 'array',
    items: { type: 'string', minLength: 1, maxLength: WORD_MAX },
    maxItems: WORDS_MAX,
    example: ['firewood'],
  })
  @IsArray()
  @ArrayMaxSize(WORDS_MAX)
  @IsString({ each: true })
  @MinLength(1, { each: true })
  @MaxLength(WORD_MAX, { each: true })
  en: string[];
}

/** Which fields belong to which sort of entry stands in the catalogue's rules: a field of another one is refused with its name. */
export class ChangeEntryDto {
  @Text(NAME_MAX, 'Дрова, уголь и ремонт печей')
  nameRu?: string;

  @Text(NAME_MAX, 'Firewood, coal and stove repair')
  nameEn?: string;

  @ApiPropertyOptional({
    type: SynonymsDto,
    description: 'All of them: what is missing is taken away. Of spheres, categories, items, skills',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => SynonymsDto)
  synonyms?: SynonymsDto;

  @Text(200, 'Еда, одежда, тепло', 'Of a sphere')
  hintRu?: string;

  @ApiPropertyOptional({
    enum: KINDS,
    isArray: true,
    example: ['money', 'goods'],
    description: 'Of a category; one can be added and none taken away',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(KINDS.length)
  @IsIn(KINDS, { each: true })
  kinds?: (typeof KINDS)[number][];

  @Text(CODE_MAX, 'm3', 'Of a category or item')
  defaultUnit?: string;

  @Codes(['m3', 't'], 'Of a category: units of things, the usual one first')
  goodsUnits?: string[];

  @Codes(['hour'], 'Of a category: units of time')
  timeUnits?: string[];

  @Codes(['box'], 'Of an item, beside its default unit')
  otherUnits?: string[];

  @Text(SYMBOL_MAX, 'м³', 'Of a unit')
  symbolRu?: string;

  @Text(SYMBOL_MAX, 'm³', 'Of a unit')
  symbolEn?: string;

  @Text(NAME_MAX, 'кубометр', 'Of a unit: beside 1')
  ruOne?: string;

  @Text(NAME_MAX, 'кубометра', 'Of a unit: beside 2')
  ruFew?: string;

  @Text(NAME_MAX, 'кубометров', 'Of a unit: beside 5')
  ruMany?: string;

  @ApiPropertyOptional({
    type: String,
    maxLength: REASON_MAX,
    example: 'Уголь продают тоннами',
    description: 'Stands in the history and in the audit log',
  })
  @IsOptional()
  @IsString()
  @MaxLength(REASON_MAX)
  @ManyLines()
  reason?: string;
}

export class AddEntryDto extends ChangeEntryDto {
  @ApiProperty({
    type: String,
    minLength: 1,
    maxLength: CODE_MAX,
    example: 'relief-stoves',
    description: 'Small Latin letters, digits, hyphens; never changes',
  })
  @IsString()
  @MinLength(1)
  @MaxLength(CODE_MAX)
  code: string;

  @Text(CODE_MAX, 'relief', 'Of a category')
  sphere?: string;

  @ApiPropertyOptional({ enum: KINDS, description: 'Of a category' })
  @IsOptional()
  @IsIn(KINDS)
  defaultKind?: (typeof KINDS)[number];

  @Text(CODE_MAX, 'household', 'Of a category: what the recipient reports')
  outcomeUnit?: string;

  @ApiPropertyOptional({ enum: FLAGS, isArray: true, description: 'Of a category', example: [] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(FLAGS.length)
  @IsIn(FLAGS, { each: true })
  flags?: (typeof FLAGS)[number][];

  @Text(CODE_MAX, 'relief-heating', 'Of an item: where it is at home')
  category?: string;

  @ApiPropertyOptional({ enum: DIMENSIONS, description: 'Of a unit' })
  @IsOptional()
  @IsIn(DIMENSIONS)
  dimension?: (typeof DIMENSIONS)[number];

  @Text(CODE_MAX, 'gram', 'Of a unit: what the ledger counts; its own code where it counts itself')
  base?: string;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 1_000_000_000,
    example: 1000,
    description: 'Of a unit: how many of its base it holds',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000_000)
  basePerUnit?: number;

  @Text(NAME_MAX, 'practical', 'Of a skill')
  group?: string;
}

export class RetireEntryDto {
  @ApiPropertyOptional({
    type: String,
    maxLength: CODE_MAX,
    example: 'relief-heating',
    description: 'What takes its place; needed where standing offers name the entry',
  })
  @IsOptional()
  @IsString()
  @MaxLength(CODE_MAX)
  successor?: string;

  @ApiPropertyOptional({ type: String, maxLength: REASON_MAX, example: 'Объединили с дровами' })
  @IsOptional()
  @IsString()
  @MaxLength(REASON_MAX)
  @ManyLines()
  reason?: string;
}

export class RestoreEntryDto extends OmitType(RetireEntryDto, ['successor'] as const) {}
