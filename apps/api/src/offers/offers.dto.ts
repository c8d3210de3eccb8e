import { ApiProperty, ApiPropertyOptional, OmitType, PartialType } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { OFFER_LIMITS, type OfferChanges, type OfferForm } from '#forms';
import { OFFER_STATUSES, type OfferStatus } from '#offers';
import { PageQuery, ManyLines } from '../http/index.js';
import {
  CODE_LENGTH,
  EachDto,
  instant,
  throughDay,
  IsCode,
  IsInstant,
  MayBeAbsent,
  QUANTITY,
  QUANTITY_LENGTH,
} from '../needs/fields.js';
import { KINDS } from '../needs/needs.dto.js';
import { FetchingDto, ThingAttributesDto } from '../needs/things.dto.js';
import { listOf } from '../needs/needs.query.js';

export class PostOfferDto {
  @ApiProperty({ enum: KINDS, example: 'goods' })
  @IsIn(KINDS)
  kind: string;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength: CODE_LENGTH,
    example: 'relief-household',
    description: 'A category or a sphere. Money may leave it out (any), goods too when an item is named',
  })
  @IsOptional()
  @IsCode()
  category?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength: CODE_LENGTH,
    example: 'heater',
    description: 'Goods only',
  })
  @IsOptional()
  @IsCode()
  item?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength: OFFER_LIMITS.titleMax,
    example: 'Пятьдесят новых обогревателей',
  })
  @IsOptional()
  @IsString()
  @MaxLength(OFFER_LIMITS.titleMax)
  title?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: OFFER_LIMITS.descriptionMax })
  @IsOptional()
  @IsString()
  @MaxLength(OFFER_LIMITS.descriptionMax)
  @ManyLines()
  description?: string | null;

  @ApiProperty({ ...QUANTITY, example: '50', description: 'A decimal above zero' })
  @IsString()
  @MaxLength(QUANTITY_LENGTH)
  quantity: string;

  @ApiProperty({ type: String, maxLength: CODE_LENGTH, example: 'pcs' })
  @IsCode()
  unit: string;

  @ApiPropertyOptional({
    type: EachDto,
    nullable: true,
    description: 'What one visit, trip, day, box or pack holds; required for time in another unit than hours',
  })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => EachDto)
  each?: EachDto | null;

  @ApiPropertyOptional({
    ...QUANTITY,
    nullable: true,
    example: '10',
    description: 'Smallest part, in the same unit; without it the smallest there is',
  })
  @IsOptional()
  @IsString()
  @MaxLength(QUANTITY_LENGTH)
  minLot?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: CODE_LENGTH, example: 'selemdzhinsky' })
  @IsOptional()
  @IsCode()
  place?: string | null;

  @ApiPropertyOptional({
    type: 'integer',
    nullable: true,
    minimum: 1,
    maximum: OFFER_LIMITS.radiusMaxKm,
    example: 900,
    description: 'How far the donor goes from `place`; without it anywhere',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(OFFER_LIMITS.radiusMaxKm)
  radiusKm?: number | null;

  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true })
  @IsOptional()
  @IsInstant()
  from?: string | null;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    nullable: true,
    example: '2026-12-31T18:00:00Z',
    description: 'Within two years; without it 90 days',
  })
  @IsOptional()
  @IsInstant()
  until?: string | null;

  @ApiPropertyOptional({ type: [String], maxItems: OFFER_LIMITS.skillsMax, example: ['loading'] })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(OFFER_LIMITS.skillsMax)
  @IsString({ each: true })
  @MaxLength(CODE_LENGTH, { each: true })
  skills?: string[];

  @ApiPropertyOptional({
    type: [String],
    maxItems: OFFER_LIMITS.prefersMax,
    example: ['relief', 'selemdzhinsky'],
    description: 'Codes of spheres, categories and places, and ids of organizations',
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(OFFER_LIMITS.prefersMax)
  @IsString({ each: true })
  @MaxLength(CODE_LENGTH, { each: true })
  prefers?: string[];

  @ApiPropertyOptional({
    type: [String],
    maxItems: OFFER_LIMITS.onlyMax,
    example: ['tynda'],
    description:
      'Codes of spheres, categories and places, ids of organizations and open needs: it goes to what any one of them names, or waits',
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(OFFER_LIMITS.onlyMax)
  @IsString({ each: true })
  @MaxLength(CODE_LENGTH, { each: true })
  only?: string[];

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    nullable: true,
    example: '2027-03-01T23:59:59+09:00',
    description:
      'Until when it keeps; a day counts to its end. Food and medicine must say. It is proposed only where it is still good whenever it arrives',
  })
  @IsOptional()
  @IsInstant()
  bestBefore?: string | null;

  @ApiPropertyOptional({
    type: Boolean,
    nullable: true,
    description:
      'Whether it must be kept cold on the way. Food and medicine must say. Then it is proposed near by only, and where it is kept cold',
  })
  @IsOptional()
  @IsBoolean()
  coldChain?: boolean | null;

  @ApiPropertyOptional({
    type: ThingAttributesDto,
    nullable: true,
    description: 'Only what the thing is asked (`asks` of its item, else of its category)',
  })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ThingAttributesDto)
  attributes?: ThingAttributesDto | null;

  @ApiPropertyOptional({ type: FetchingDto, nullable: true, description: 'Of things: when they can be fetched' })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => FetchingDto)
  pickUp?: FetchingDto | null;

  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    nullable: true,
    description:
      'An organization of which the caller is owner or coordinator, and that gives; or a person who came by to a verified one of them (`POST /organizations/{id}/walk-ins`)',
  })
  @IsOptional()
  @IsUUID()
  onBehalfOf?: string | null;

  @ApiPropertyOptional({
    type: Boolean,
    description:
      'Without it: as the donor has said for all their giving. `false`: the other side reads the name, and the public report on what arrived names the giver by it',
  })
  @MayBeAbsent()
  @IsBoolean()
  anonymous?: boolean;

  @ApiPropertyOptional({
    type: Boolean,
    description:
      'Where so much is unusual of this giver the offer is asked back (422, field `amountConfirmed`, code `offer.confirm-amount`): `true` says that it is meant',
  })
  @MayBeAbsent()
  @IsBoolean()
  amountConfirmed?: boolean;
}

/** Only what changes. What is given and in whose name stays: that would be a new offer. */
export class EditOfferDto extends PartialType(
  OmitType(PostOfferDto, ['kind', 'category', 'item', 'each', 'onBehalfOf'] as const),
  { skipNullProperties: false },
) {}

export class OffersQuery extends PageQuery {
  @ApiPropertyOptional({ enum: OFFER_STATUSES, isArray: true, description: 'Joined by commas' })
  @IsOptional()
  @Transform(({ value }) => listOf(value))
  @IsArray()
  @ArrayMaxSize(OFFER_STATUSES.length)
  @IsIn(OFFER_STATUSES, { each: true })
  status?: OfferStatus[];

  @ApiPropertyOptional({ enum: KINDS })
  @IsOptional()
  @IsIn(KINDS)
  kind?: string;

  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    description:
      'Offers of an organization that the caller belongs to, or of a person who came by to one that the caller may give for',
  })
  @IsOptional()
  @IsUUID()
  onBehalfOf?: string;

  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    description: 'Offers that an organization which the caller may give for entered for people who came by',
  })
  @IsOptional()
  @IsUUID()
  enteredBy?: string;
}

/** Times of the form as the service takes them. */
export function offerForm(dto: PostOfferDto): OfferForm {
  return { ...dto, from: instant(dto.from), until: instant(dto.until), bestBefore: throughDay(dto.bestBefore) };
}

export function offerChanges(dto: EditOfferDto): OfferChanges {
  return { ...dto, from: instant(dto.from), until: instant(dto.until), bestBefore: throughDay(dto.bestBefore) };
}
