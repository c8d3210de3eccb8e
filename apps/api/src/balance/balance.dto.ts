import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { BALANCE_BY, type BalanceBy } from '#transparency';
import { PageQuery } from '../http/index.js';

export class BalanceQuery extends PageQuery {
  @ApiPropertyOptional({ enum: BALANCE_BY, default: 'sphere', description: 'Months are those in which needs opened, newest first' })
  @IsIn(BALANCE_BY)
  by: BalanceBy = 'sphere';
}

class BalanceUnitAnswer {
  @ApiProperty({ enum: ['money', 'goods', 'time'] }) kind: string;
  @ApiProperty({ type: String, example: 'kopeck', description: 'Base unit; units are never converted into each other' }) unit: string;
  @ApiProperty({ type: 'integer', example: 1500000, description: 'open + reserved + received' }) required: number;
  @ApiProperty({ type: 'integer', example: 400000, description: 'Of a need that has ended nothing is open' }) open: number;
  @ApiProperty({ type: 'integer', example: 100000 }) reserved: number;
  @ApiProperty({ type: 'integer', example: 1000000 }) received: number;
}

class BalanceItemAnswer {
  @ApiProperty({ type: String, example: 'relief' }) key: string;
  @ApiProperty({ type: 'integer', example: 12, description: 'Needs that are open now' }) needs: number;
  @ApiProperty({ type: 'integer', minimum: 0, maximum: 1000000, example: 375000, description: 'The mean share that open needs have received, in millionths' }) share: number;
  @ApiProperty({ type: Boolean, description: 'By place: needs of private categories are fewer than five here, and in no number of this item' }) withheld: boolean;
  @ApiProperty({ type: [BalanceUnitAnswer] }) units: BalanceUnitAnswer[];
}

export class BalanceAnswer {
  @ApiProperty({ type: [BalanceItemAnswer] }) items: BalanceItemAnswer[];
  @ApiProperty({ type: String, nullable: true, example: null }) nextCursor: string | null;
}
