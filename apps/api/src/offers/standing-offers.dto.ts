import { ApiProperty, ApiPropertyOptional, OmitType, PartialType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import {
  FREQUENCIES,
  OFFER_STATUSES,
  SKIP_CODES,
  STANDING_LIMITS,
  STANDING_STATUSES,
  STANDING_VERBS,
  type StandingStatus,
} from '#offers';
import { PageQuery } from '../http/index.js';
import { MayBeAbsent } from '../needs/fields.js';
import { AmountAnswer } from '../needs/needs.answers.js';
import { KINDS } from '../needs/needs.dto.js';
import { listOf } from '../needs/needs.query.js';
import { OfferBalanceAnswer } from './offers.answers.js';
import { PostOfferDto } from './offers.dto.js';
import { ThingAttributesAnswer } from '../needs/things.dto.js';

const { intervalMax, timesMax, standsDays, standsDaysMax } = STANDING_LIMITS;
const INTERVAL_MAX = Math.max(...Object.values(intervalMax));
const TIMES_MAX = Math.max(...Object.values(timesMax));
const DAY_LENGTH = 10;
const said = (limits: Readonly<Record<string, number>>): string =>
  Object.entries(limits)
    .map(([frequency, limit]) => `${frequency} ${limit}`)
    .join(', ');

export class PostStandingOfferDto extends OmitType(PostOfferDto, ['from', 'until', 'bestBefore', 'pickUp'] as const) {
  @ApiProperty({ enum: FREQUENCIES, example: 'monthly' })
  @IsIn(FREQUENCIES)
  frequency: string;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: INTERVAL_MAX,
    default: 1,
    example: 1,
    description: `Every so many weeks, months or years; at most: ${said(intervalMax)}`,
  })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(INTERVAL_MAX)
  interval?: number;

  @ApiProperty({
    type: String,
    format: 'date',
    example: '2026-12-05',
    description:
      'Today or within a year, in the time zone of `place`, else of the installation. Its weekday, day of the month, or day and month come again; a 29th, 30th or 31st is the last day of a shorter month',
  })
  @IsString()
  @MaxLength(DAY_LENGTH)
  firstOn: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    nullable: true,
    example: '2027-12-05',
    description: `No date after this day; never later than ${STANDING_LIMITS.years} years after the first`,
  })
  @IsOptional()
  @IsString()
  @MaxLength(DAY_LENGTH)
  lastOn?: string | null;

  @ApiPropertyOptional({
    type: 'integer',
    nullable: true,
    minimum: 1,
    maximum: TIMES_MAX,
    description: `Dates in all, skipped ones included, instead of \`lastOn\`; at most: ${said(timesMax)}`,
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(TIMES_MAX)
  times?: number | null;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: standsDaysMax,
    example: 30,
    description: `How long the offer of each date stands; without it: ${said(standsDays)}`,
  })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(standsDaysMax)
  standsDays?: number;

  @ApiPropertyOptional({
    type: Boolean,
    default: false,
    description:
      'Money: each date promises a gift by bank transfer, and a mail has its payment order. The engine chooses within `only`, says why, and each can be taken back for three days. Else each date opens an ordinary offer, whose proposals are answered',
  })
  @MayBeAbsent()
  @IsBoolean()
  gift?: boolean;

  @ApiPropertyOptional({
    type: 'integer',
    nullable: true,
    minimum: 1,
    maximum: STANDING_LIMITS.keepsDaysMax,
    example: 180,
    description: 'How long the offer of each date keeps, from that date on. Food and medicine must say',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(STANDING_LIMITS.keepsDaysMax)
  keepsDays?: number | null;
}

/** Only what changes: what the next ones will be. What is given and in whose name stays: that would be another standing offer. */
export class EditStandingOfferDto extends PartialType(
  OmitType(PostStandingOfferDto, ['kind', 'category', 'item', 'each', 'onBehalfOf'] as const),
  { skipNullProperties: false },
) {}

export class StandingOffersQuery extends PageQuery {
  @ApiPropertyOptional({ enum: STANDING_STATUSES, isArray: true, description: 'Joined by commas' })
  @IsOptional()
  @Transform(({ value }) => listOf(value))
  @IsArray()
  @ArrayMaxSize(STANDING_STATUSES.length)
  @IsIn(STANDING_STATUSES, { each: true })
  status?: StandingStatus[];

  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    description: 'Those of an organization that the caller belongs to',
  })
  @IsOptional()
  @IsUUID()
  onBehalfOf?: string;
}

/** The shape of `StandingOfferView`, for OpenAPI. */
export class StandingOfferAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: 'integer', example: 1, description: 'The number in the ETag' }) version: number;
  @ApiProperty({ enum: STANDING_STATUSES, example: 'active' }) status: string;
  @ApiProperty({ enum: KINDS, example: 'money' }) kind: string;
  @ApiProperty({ type: String, nullable: true, example: 'relief' }) category: string | null;
  @ApiProperty({ type: String, nullable: true }) item: string | null;
  @ApiProperty({ type: String, nullable: true }) title: string | null;
  @ApiProperty({ type: String, nullable: true }) description: string | null;
  @ApiProperty({ type: String, example: 'rub' }) unit: string;
  @ApiProperty({ type: AmountAnswer, nullable: true }) each: AmountAnswer | null;
  @ApiProperty({ type: AmountAnswer, description: 'What each date puts on the table: a wish, until its offer is open' })
  amount: AmountAnswer;
  @ApiProperty({ type: AmountAnswer }) minLot: AmountAnswer;
  @ApiProperty({ type: AmountAnswer, description: 'As of its offers' }) step: AmountAnswer;
  @ApiProperty({ type: String, nullable: true }) place: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) radiusKm: number | null;
  @ApiProperty({ type: [String] }) skills: string[];
  @ApiProperty({ type: [String] }) prefers: string[];
  @ApiProperty({ type: [String] }) only: string[];
  @ApiProperty({ type: 'integer', nullable: true }) keepsDays: number | null;
  @ApiProperty({ type: Boolean, nullable: true }) coldChain: boolean | null;
  @ApiProperty({ type: ThingAttributesAnswer, nullable: true }) attributes: ThingAttributesAnswer | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) onBehalfOf: string | null;
  @ApiProperty({ type: Boolean }) anonymous: boolean;
  @ApiProperty({
    type: Boolean,
    description: 'Each date promises money by bank transfer; the engine chooses within `only`',
  })
  gift: boolean;
  @ApiProperty({ enum: FREQUENCIES, example: 'monthly' }) frequency: string;
  @ApiProperty({ type: 'integer', example: 1 }) interval: number;
  @ApiProperty({ type: String, format: 'date', example: '2026-12-05' }) firstOn: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) lastOn: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) times: number | null;
  @ApiProperty({ type: String, example: 'Asia/Yakutsk', description: 'In which the days are counted' })
  timeZone: string;
  @ApiProperty({ type: 'integer', example: 30 }) standsDays: number;
  @ApiProperty({
    type: String,
    example: 'FREQ=MONTHLY;UNTIL=20361205T000000Z',
    description: `RFC 5545, for calendars; DTSTART is \`firstOn\` at ${STANDING_LIMITS.opensAtHour}:00 of \`timeZone\``,
  })
  rrule: string;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    example: '2026-12-05',
    description: 'Null while it is paused, and after the end',
  })
  nextOn: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) nextAt: string | null;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt: string;
  @ApiProperty({ enum: STANDING_VERBS, isArray: true, description: 'What the caller could do now' }) can: string[];
}

export class StandingOffersAnswer {
  @ApiProperty({ type: [StandingOfferAnswer] }) items: StandingOfferAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

class OpenedAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ enum: OFFER_STATUSES, example: 'partly_used' }) status: string;
  @ApiProperty({ type: OfferBalanceAnswer }) balance: OfferBalanceAnswer;
}

class StandingDateAnswer {
  @ApiProperty({ type: String, format: 'date', example: '2026-12-05' }) day: string;
  @ApiProperty({ type: String, format: 'date-time' }) at: string;
  @ApiProperty({ type: OpenedAnswer, nullable: true, description: 'The offer that it opened, as it is now' })
  offer: OpenedAnswer | null;
  @ApiProperty({ type: Boolean, description: 'It promised money; see its gifts' }) gift: boolean;
  @ApiProperty({ enum: SKIP_CODES, nullable: true, description: 'Why it opened nothing' }) skipped: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The same in words, and what to do' }) sentence:
    string | null;
}

export class StandingDatesAnswer {
  @ApiProperty({ type: [StandingDateAnswer] }) items: StandingDateAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
