import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  DELIVERY_LIMITS as LIMITS,
  TURN_BACK_REASONS,
  type Act,
  type LegForm,
  type TripForm,
  type TurnBackReason,
} from '#deliveries';
import { CONTACT_LIMITS, DECIMAL } from '#kernel';
import { LOST_REASONS, type LostReason, type MatchSide } from '#matching';
import { atLeast, ManyLines } from '../http/index.js';
import { CODE_LENGTH, instant, IsCode, IsInstant, MayBeAbsent } from '../needs/fields.js';

const SIDES = ['donor', 'organization'] as const;
const QUANTITY_LENGTH = 32;
const BULK_MIN = 0.001;

export class AskLegDto {
  @ApiPropertyOptional({
    type: Number,
    minimum: BULK_MIN,
    maximum: LIMITS.kgMax,
    example: 24,
    description: 'How heavy it is; needed when a delivery is asked for, not when an end is added',
  })
  @MayBeAbsent()
  @IsNumber()
  @Min(BULK_MIN)
  @Max(LIMITS.kgMax)
  kg?: number;

  @ApiPropertyOptional({
    type: Number,
    minimum: BULK_MIN,
    maximum: LIMITS.m3Max,
    example: 0.6,
    description: 'How much room it takes; needed likewise',
  })
  @MayBeAbsent()
  @IsNumber()
  @Min(BULK_MIN)
  @Max(LIMITS.m3Max)
  m3?: number;

  @ApiProperty({
    type: String,
    ...atLeast(LIMITS.addressMin),
    maxLength: LIMITS.address,
    example: 'ул. Образцовая, 1, второй подъезд',
    description: 'Of your own end of the way; the driver alone reads it, while the delivery lasts',
  })
  @IsString()
  @MaxLength(LIMITS.address)
  address: string;

  @ApiPropertyOptional({ type: String, maxLength: LIMITS.note, nullable: true, example: 'Домофон 12, лифта нет' })
  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.note)
  @ManyLines()
  note?: string | null;

  @ApiPropertyOptional({
    type: String,
    maxLength: CODE_LENGTH,
    example: 'belogorsk',
    description: 'Of your own end; without it the place of the offer or need',
  })
  @MayBeAbsent()
  @IsCode()
  place?: string;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'From when it can be fetched; else from now' })
  @MayBeAbsent()
  @IsInstant()
  from?: string;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'Until when; else for 14 days' })
  @MayBeAbsent()
  @IsInstant()
  until?: string;

  @ApiPropertyOptional({ enum: SIDES, description: 'For a person who stands on both sides' })
  @MayBeAbsent()
  @IsIn(SIDES)
  as?: MatchSide;

  static read({ from, until, as: _as, ...form }: AskLegDto): LegForm {
    return {
      ...form,
      ...(from === undefined ? {} : { from: instant(from) }),
      ...(until === undefined ? {} : { until: instant(until) }),
    };
  }
}

export class TakeLegDto {
  @ApiProperty({ type: String, format: 'uuid', description: 'Your trip' })
  @IsUUID()
  trip: string;
}

class SaidAmountDto {
  @ApiProperty({
    type: String,
    format: 'uuid',
    description: 'Made by the caller: the same entry sent again changes nothing',
  })
  @IsUUID()
  id: string;

  @ApiPropertyOptional({ type: String, pattern: DECIMAL.source, example: '5', description: 'Without it: all of it' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(QUANTITY_LENGTH)
  quantity?: string;

  @ApiPropertyOptional({
    type: String,
    maxLength: CODE_LENGTH,
    example: 'pcs',
    description: "Of the offer or need; without it the offer's",
  })
  @MayBeAbsent()
  @IsCode()
  unit?: string;
}

export class PickUpDto extends SaidAmountDto {
  @ApiProperty({ type: String, example: '8261', description: 'The four digits that the giver shows' })
  @IsString()
  @MaxLength(20)
  @Matches(/^\s*(\d\s*){4}$/)
  code: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    description: 'When it was loaded, where this is sent later: at most 7 days back',
  })
  @MayBeAbsent()
  @IsInstant()
  at?: string;
}

export class LoseLegDto extends SaidAmountDto {
  @ApiProperty({ enum: LOST_REASONS, example: 'damaged' })
  @IsIn(LOST_REASONS)
  reason: LostReason;
}

export class TurnBackDto {
  @ApiProperty({ enum: TURN_BACK_REASONS, example: 'nobody-there' })
  @IsIn(TURN_BACK_REASONS)
  reason: TurnBackReason;
}

export class TakeBackDto {
  @ApiProperty({ type: String, example: '8261', description: 'The four digits that the driver shows' })
  @IsString()
  @MaxLength(20)
  @Matches(/^\s*(\d\s*){4}$/)
  code: string;
}

class DriverContactDto {
  @ApiPropertyOptional({ type: String, nullable: true, maxLength: CONTACT_LIMITS.name, example: 'Пётр' })
  @IsOptional()
  @IsString()
  @MaxLength(CONTACT_LIMITS.name)
  name?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: CONTACT_LIMITS.phone, example: '+7 914 000-00-17' })
  @IsOptional()
  @IsString()
  @MaxLength(CONTACT_LIMITS.phone)
  phone?: string | null;
}

export class PlanTripDto {
  @ApiProperty({ type: String, format: 'date-time', example: '2026-11-28T23:00:00Z' })
  @IsInstant()
  from: string;

  @ApiProperty({ type: String, format: 'date-time', description: `At most ${LIMITS.tripHours} hours after \`from\`` })
  @IsInstant()
  until: string;

  @ApiProperty({
    type: [String],
    minItems: 1,
    maxItems: LIMITS.route,
    example: ['blagoveshchensk', 'belogorsk'],
    description: 'Places in the order in which you pass them',
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(LIMITS.route)
  @IsString({ each: true })
  @MaxLength(CODE_LENGTH, { each: true })
  route: string[];

  @ApiProperty({
    type: Number,
    minimum: BULK_MIN,
    maximum: LIMITS.kgMax,
    example: 1200,
    description: 'What the car takes',
  })
  @IsNumber()
  @Min(BULK_MIN)
  @Max(LIMITS.kgMax)
  kg: number;

  @ApiProperty({ type: Number, minimum: BULK_MIN, maximum: LIMITS.m3Max, example: 9 })
  @IsNumber()
  @Min(BULK_MIN)
  @Max(LIMITS.m3Max)
  m3: number;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: LIMITS.car, example: 'Белая «Газель», 014' })
  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.car)
  car?: string | null;

  @ApiPropertyOptional({
    type: DriverContactDto,
    nullable: true,
    description: 'For those whose things you carry, while it lasts',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => DriverContactDto)
  contact?: DriverContactDto | null;

  static read({ from, until, ...form }: PlanTripDto): TripForm {
    return { ...form, from: instant(from), until: instant(until) };
  }
}

const ACTS = ['load', 'unload', 'return'] as const;

export class ActDto {
  @ApiProperty({ type: String, format: 'uuid' })
  @IsUUID()
  leg: string;

  @ApiProperty({ enum: ACTS })
  @IsIn(ACTS)
  act: Act['act'];
}

export class OrderTripDto {
  @ApiProperty({ type: 'integer', minimum: 1, description: '`version` of the trip that you saw' })
  @IsInt()
  @Min(1)
  version: number;

  @ApiProperty({
    type: [ActDto],
    maxItems: 2 * LIMITS.legs,
    description: 'All of `open`, in the order that you want; nothing is given out before it is loaded',
  })
  @IsArray()
  @ArrayMaxSize(2 * LIMITS.legs)
  @ValidateNested({ each: true })
  @Type(() => ActDto)
  acts: ActDto[];
}
