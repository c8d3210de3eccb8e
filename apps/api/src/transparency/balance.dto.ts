import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { BALANCE_BY, PERIODS, type BalanceBy, type Period } from '#transparency';
import { CODE_MAX } from '../catalogue/catalogue.dto.js';
import { PageQuery } from '../http/index.js';

const BY = {
  enum: BALANCE_BY,
  default: 'sphere',
  description: 'Months are those in which needs opened, newest first',
} as const;

export const PERIOD = {
  enum: PERIODS,
  default: 'all',
  description:
    'The calendar year, quarter or month that it is now in the region, up to today: of what opened in it. Needs of private categories are in no number of a period.',
} as const;

const NARROWED = 'Needs of private categories are in no number of a part.';
const PLACE = {
  type: String,
  maxLength: CODE_MAX,
  description: `Only what is needed in this municipality. ${NARROWED}`,
};
const SPHERE = { type: String, maxLength: CODE_MAX, description: `Only what is needed in this sphere. ${NARROWED}` };

export class BalanceTableQuery {
  @ApiPropertyOptional(BY)
  @IsIn(BALANCE_BY)
  by: BalanceBy = 'sphere';

  @ApiPropertyOptional(PERIOD)
  @IsIn(PERIODS)
  period: Period = 'all';

  @ApiPropertyOptional(PLACE)
  @IsOptional()
  @IsString()
  @MaxLength(CODE_MAX)
  place?: string;

  @ApiPropertyOptional(SPHERE)
  @IsOptional()
  @IsString()
  @MaxLength(CODE_MAX)
  sphere?: string;
}

export class BalanceQuery extends IntersectionType(BalanceTableQuery, PageQuery) {}

export class SheetQuery {
  @ApiPropertyOptional({
    enum: PERIODS,
    default: 'all',
    description: 'The calendar year, quarter or month that it is now in the region, up to today',
  })
  @IsIn(PERIODS)
  period: Period = 'all';
}

export class MonthQuery {
  @ApiPropertyOptional({
    type: String,
    example: '2026-11',
    pattern: '^\\d{4}-\\d{2}$',
    description: 'Left out: the month that it is now in the region',
  })
  @IsOptional()
  @IsString()
  @MaxLength(7)
  month?: string;
}

class BalanceUnitAnswer {
  @ApiProperty({ enum: ['money', 'goods', 'time'] }) kind: string;
  @ApiProperty({ type: String, example: 'kopeck', description: 'Base unit; units are never converted into each other' })
  unit: string;
  @ApiProperty({ type: 'integer', example: 1500000, description: 'open + reserved + received' }) required: number;
  @ApiProperty({ type: 'integer', example: 400000, description: 'Of a need that has ended nothing is open' })
  open: number;
  @ApiProperty({ type: 'integer', example: 100000 }) reserved: number;
  @ApiProperty({ type: 'integer', example: 1000000 }) received: number;
}

class BalanceItemAnswer {
  @ApiProperty({ type: String, example: 'relief' }) key: string;
  @ApiProperty({ type: 'integer', example: 12, description: 'Needs that are open now' }) needs: number;
  @ApiProperty({
    type: 'integer',
    minimum: 0,
    maximum: 1000000,
    example: 375000,
    description: 'The mean share that open needs have received, in millionths',
  })
  share: number;
  @ApiProperty({
    type: Boolean,
    description: 'By place: needs of private categories are fewer than five here, and in no number of this item',
  })
  withheld: boolean;
  @ApiProperty({ type: [BalanceUnitAnswer] }) units: BalanceUnitAnswer[];
}

export class BalanceAnswer {
  @ApiProperty({ type: [BalanceItemAnswer] }) items: BalanceItemAnswer[];
  @ApiProperty({ type: String, nullable: true, example: null }) nextCursor: string | null;
}

class SheetOrganizationAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, example: 'АНО «Тепло рядом»' }) shortName: string;
  @ApiProperty({ type: String, example: 'selemdzhinsky' }) place: string;
  @ApiProperty({ type: 'integer', example: 3, description: 'Needs that take help now; of a sphere those in it' })
  open: number;
  @ApiProperty({ type: 'integer', example: 11, description: 'Needs that got what they asked for' }) met: number;
  @ApiProperty({
    type: 'integer',
    minimum: 0,
    maximum: 3,
    example: 2,
    description: 'How far it is trusted: 1 checked, 2 with papers or a history, 3 with both',
  })
  trust: number;
}

class SheetOrganizationsAnswer {
  @ApiProperty({ type: 'integer', example: 5 }) count: number;
  @ApiProperty({ type: [SheetOrganizationAnswer], description: 'Twenty at most, those with most open needs first' })
  items: SheetOrganizationAnswer[];
}

class ArrivedUnitAnswer {
  @ApiProperty({ enum: ['money', 'goods', 'time'] }) kind: string;
  @ApiProperty({ type: String, example: 'kopeck' }) unit: string;
  @ApiProperty({ type: 'integer', example: 7190000 }) amount: number;
}

class ArrivedNeedAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: 'integer', example: 1024 }) number: number;
  @ApiProperty({ type: String, example: 'Обогреватели для посёлка' }) title: string;
}

class ArrivalAnswer {
  @ApiProperty({ type: String, format: 'uuid', description: 'The transfer, as in the public books' }) id: string;
  @ApiProperty({ type: String, format: 'date-time' }) at: string;
  @ApiProperty({ enum: ['money', 'goods', 'time'] }) kind: string;
  @ApiProperty({ type: 'integer', example: 50000 }) amount: number;
  @ApiProperty({ type: String, example: 'kopeck' }) unit: string;
  @ApiProperty({ type: String, nullable: true, example: 'heater' }) item: string | null;
  @ApiProperty({ type: ArrivedNeedAnswer }) need: ArrivedNeedAnswer;
}

class ArrivedAnswer {
  @ApiProperty({ type: String, format: 'date-time' }) since: string;
  @ApiProperty({ type: 'integer', example: 68, description: 'How many transfers' }) count: number;
  @ApiProperty({ type: [ArrivedUnitAnswer] }) units: ArrivedUnitAnswer[];
  @ApiProperty({ type: [ArrivalAnswer], description: 'The ten newest' }) items: ArrivalAnswer[];
}

class SheetPeriodAnswer {
  @ApiProperty({ enum: PERIODS }) period: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Null: from the very beginning' })
  from: string | null;
  @ApiProperty({ type: String, format: 'date', description: 'Today, in the region' }) to: string;
  @ApiProperty({
    type: Boolean,
    description: 'Needs of private categories are in no number of `units`: always, where the period is not `all`',
  })
  withheld: boolean;
  @ApiProperty({
    type: [BalanceUnitAnswer],
    description: 'Of needs that opened within it: what they ask for and have by now',
  })
  units: BalanceUnitAnswer[];
}

class WaitingAnswer {
  @ApiProperty({ type: 'integer', example: 6 }) needs: number;
  @ApiProperty({ type: 'integer', nullable: true, example: 19, description: 'Half of them wait at least so many days' })
  days: number | null;
}

class WaitingHereAnswer extends WaitingAnswer {
  @ApiProperty({ type: WaitingAnswer }) everywhere: WaitingAnswer;
}

class AgreedAnswer {
  @ApiProperty({ type: 'integer', example: 48 }) ended: number;
  @ApiProperty({ type: 'integer', example: 46, description: 'Of so many something came' }) arrived: number;
  @ApiProperty({ type: 'integer', nullable: true, example: 6, description: 'Half of those came within so many days' })
  days: number | null;
}

class NearestStoreAnswer {
  @ApiProperty({ type: String, example: 'Склад на Северной' }) name: string;
  @ApiProperty({ type: String, example: 'svobodny' }) place: string;
  @ApiProperty({ type: 'integer', example: 63, description: 'From the centre, in a straight line; 0 within the place' })
  km: number;
}

class SheetFactsAnswer {
  @ApiProperty({ type: WaitingHereAnswer, description: 'Open needs to which nothing is promised and nothing came' })
  waiting: WaitingHereAnswer;
  @ApiProperty({
    type: AgreedAnswer,
    nullable: true,
    description: 'Agreements that ended within a year; null while there are fewer than ten',
  })
  agreed: AgreedAnswer | null;
  @ApiProperty({
    type: NearestStoreAnswer,
    nullable: true,
    description: 'Of a place: where anybody may bring things; null of a sphere, and where there is none',
  })
  nearestStore: NearestStoreAnswer | null;
}

export class BalanceSheetAnswer {
  @ApiProperty({ type: BalanceItemAnswer, description: 'Of everything that was ever asked for' })
  balance: BalanceItemAnswer;
  @ApiProperty({ type: SheetPeriodAnswer }) period: SheetPeriodAnswer;
  @ApiProperty({ type: SheetOrganizationsAnswer }) organizations: SheetOrganizationsAnswer;
  @ApiProperty({ type: ArrivedAnswer }) arrived: ArrivedAnswer;
  @ApiProperty({ type: SheetFactsAnswer, description: 'Without needs of private categories' })
  facts: SheetFactsAnswer;
}

export class ArrivalsAnswer {
  @ApiProperty({ type: [ArrivalAnswer], description: 'The ten newest of the last thirty days' }) items: ArrivalAnswer[];
}

class MonthArrivedAnswer extends ArrivedUnitAnswer {
  @ApiProperty({ type: 'integer', example: 6400000, description: 'What arrived in the month before' }) before: number;
}

class MonthOpenedAnswer {
  @ApiProperty({ type: 'integer', example: 9, description: 'Needs that opened in the month' }) needs: number;
  @ApiProperty({ type: [BalanceUnitAnswer], description: 'What they ask for and have by now' })
  units: BalanceUnitAnswer[];
}

class MonthOrganizationAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, example: 'АНО «Тепло рядом»' }) shortName: string;
  @ApiProperty({ type: String, example: 'selemdzhinsky' }) place: string;
  @ApiProperty({ type: 'integer', example: 3, description: 'Needs of it that opened in the month' }) opened: number;
  @ApiProperty({ type: [ArrivedUnitAnswer], description: 'What arrived at its needs in the month' })
  arrived: ArrivedUnitAnswer[];
}

export class MonthSheetAnswer {
  @ApiProperty({ type: String, example: '2026-11' }) month: string;
  @ApiProperty({ type: String, format: 'date' }) from: string;
  @ApiProperty({ type: String, format: 'date', description: 'Its last day, or today' }) to: string;
  @ApiProperty({ type: Boolean, description: 'False while it runs' }) whole: boolean;
  @ApiProperty({ type: MonthOpenedAnswer }) opened: MonthOpenedAnswer;
  @ApiProperty({ type: [MonthArrivedAnswer], description: 'At needs of this and of earlier months' })
  arrived: MonthArrivedAnswer[];
  @ApiProperty({ type: [MonthOrganizationAnswer] }) organizations: MonthOrganizationAnswer[];
}
