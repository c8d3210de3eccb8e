import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';

export class BankMonthQuery {
  @ApiPropertyOptional({ type: String, example: '2026-11', maxLength: 7, description: 'The present one without it' })
  @IsOptional()
  @IsString()
  @MaxLength(7)
  month?: string;
}

class MonthSumsAnswer {
  @ApiProperty({ type: 'integer', example: 818050, description: 'In kopecks, as all sums here' }) opening: number;
  @ApiProperty({ type: 'integer' }) came: number;
  @ApiProperty({ type: 'integer', description: 'Gifts, and transfers of nobody, that came' }) gifts: number;
  @ApiProperty({ type: 'integer', description: 'Zero or less' }) returned: number;
  @ApiProperty({ type: 'integer', description: 'Zero or less, as needs reported it' }) spent: number;
  @ApiProperty({ type: 'integer', description: 'From one purpose to another' }) moved: number;
  @ApiProperty({ type: 'integer', description: 'The sum of all these' }) closing: number;
}

class MonthLineAnswer extends MonthSumsAnswer {
  @ApiProperty({ enum: ['need', 'surplus'] }) kind: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Category; null: all that the organization exists for, or nobody’s',
  })
  purpose: string | null;
}

class MonthWaitingAnswer {
  @ApiProperty({ type: 'integer', description: 'Of the months before' }) opening: number;
  @ApiProperty({ type: 'integer' }) came: number;
  @ApiProperty({ type: 'integer', description: 'Transfers that came' }) rows: number;
}

class MonthDayAnswer {
  @ApiProperty({ type: String, format: 'date' }) day: string;
  @ApiProperty({ type: 'integer' }) rows: number;
  @ApiProperty({ type: 'integer' }) amount: number;
  @ApiProperty({ type: 'integer', description: 'Of it in the books' }) booked: number;
  @ApiProperty({ type: 'integer', description: 'Of it to be decided; the rest is no gift' }) waiting: number;
}

export class BankMonthAnswer {
  @ApiProperty({ type: String, example: '2026-11' }) month: string;
  @ApiProperty({ type: String, nullable: true, example: '2026-10' }) before: string | null;
  @ApiProperty({ type: String, nullable: true }) after: string | null;
  @ApiProperty({ type: [MonthLineAnswer] }) lines: MonthLineAnswer[];
  @ApiProperty({ type: MonthSumsAnswer }) total: MonthSumsAnswer;
  @ApiProperty({ type: MonthWaitingAnswer, description: 'Transfers to decide, as it is now' })
  waiting: MonthWaitingAnswer;
  @ApiProperty({ type: [MonthDayAnswer], description: 'Rows of the bank by its days; days without any are left out' })
  days: MonthDayAnswer[];
}
