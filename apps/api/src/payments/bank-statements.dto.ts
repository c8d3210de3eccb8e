import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import {
  DECIDED_STATES,
  ROW_FATES,
  ROW_REASONS,
  ROW_STATES,
  SPLIT_MAX,
  STATEMENT_STATES,
  STATEMENT_VERBS,
} from '#payments';
import { CODE_LENGTH, QUANTITY, QUANTITY_LENGTH } from '../needs/fields.js';

/** Beside the file there is nothing to say. */
export class BankFileDto {}

class ProposedGiftAnswer {
  @ApiProperty({ type: String, example: 'LP-7K3F-9TRB-3' }) code: string;
  @ApiProperty({ type: String }) needTitle: string;
  @ApiProperty({ type: 'integer', example: 150000, description: 'What was promised, in the unit of the row' })
  amount: number;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt: string;
  @ApiProperty({ enum: ['promised', 'lapsed'] }) status: string;
  @ApiProperty({ type: Boolean, description: 'Whether a word of the payer’s name is one of the giver’s' })
  sameName: boolean;
}

export class BankRowAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, format: 'date' }) day: string;
  @ApiProperty({ type: String, example: '17' }) number: string;
  @ApiProperty({ type: 'integer', example: 150000 }) amount: number;
  @ApiProperty({ type: String, example: 'kopeck' }) unit: string;
  @ApiProperty({ type: String, nullable: true, description: 'Until it is decided' }) payer: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Until it is decided' }) purpose: string | null;
  @ApiProperty({ enum: ROW_REASONS, nullable: true }) reason: string | null;
  @ApiProperty({
    type: [ProposedGiftAnswer],
    description: 'Gifts of this sum, by payer and day: nothing is decided by them',
  })
  proposals: ProposedGiftAnswer[];
}

export class DecidedBankRowAnswer extends BankRowAnswer {
  @ApiProperty({ enum: ROW_STATES }) state: string;
  @ApiProperty({ type: String, nullable: true, description: 'Code of the gift that it is' }) gift: string | null;
}

export class BankRowsAnswer {
  @ApiProperty({ type: [BankRowAnswer] }) items: BankRowAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

class ListedStatementAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ enum: STATEMENT_STATES, description: '`cancelled`: what it brought is no more, but for `kept`' })
  status: string;
  @ApiProperty({ type: String, format: 'date-time' }) uploadedAt: Date;
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'kl_to_1c.txt',
    description: 'As whoever brought it calls it; gone once that person is erased',
  })
  fileName: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'windows-1251', description: 'As it was recognised' })
  encoding: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Of the transfers into the account' })
  firstDay: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) lastDay: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) cancelledAt: Date | null;
  @ApiProperty({ type: 'integer', description: 'Transfers into the organization’s account' }) rows: number;
  @ApiProperty({ type: 'integer', description: 'Of them, gifts found by this statement' }) recognised: number;
  @ApiProperty({ type: 'integer', description: 'Of them, known from a statement before' }) alreadyKnown: number;
  @ApiProperty({ type: 'integer', description: 'Outgoing, or of another account' }) ignored: number;
  @ApiProperty({
    type: 'integer',
    description: 'Of them, not looked at yet or, while it is `cancelling`, not cancelled yet',
  })
  left: number;
  @ApiProperty({
    type: 'integer',
    description: 'Once it is cancelled, those that stay in the books, since their money had moved on',
  })
  kept: number;
  @ApiProperty({ enum: STATEMENT_VERBS, isArray: true }) can: string[];
}

class RowFateAnswer {
  @ApiProperty({
    enum: ROW_FATES,
    description:
      '`by-code`, `by-person`: a gift, or several; `surplus`: a gift of nobody knows whom; `reading`: not looked at yet; `cancelled`: with its import',
  })
  fate: string;
  @ApiProperty({ type: 'integer', example: 17 }) rows: number;
  @ApiProperty({ type: 'integer', example: 1485000, description: 'Their sum, in the unit of the rows' }) amount: number;
}

export class BankStatementAnswer extends ListedStatementAnswer {
  @ApiProperty({ type: [RowFateAnswer], description: 'What became of the rows that no statement brought before' })
  fates: RowFateAnswer[];
  @ApiProperty({ type: [BankRowAnswer], description: 'At most 200; all of them in the list' })
  toDecide: BankRowAnswer[];
}

export class BankStatementsAnswer {
  @ApiProperty({ type: [ListedStatementAnswer] }) items: ListedStatementAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

class DecidedGiftAnswer {
  @ApiProperty({ type: String, example: 'LP-7K3F-9TRB-3' }) code: string;
  @ApiProperty({ type: 'integer', example: 150000, description: 'What of the transfer it is' }) amount: number;
  @ApiProperty({ type: String }) needTitle: string;
}

class DecidedRowAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, format: 'date' }) day: string;
  @ApiProperty({ type: String, example: '17' }) number: string;
  @ApiProperty({ type: 'integer', example: 150000 }) amount: number;
  @ApiProperty({ type: String, example: 'kopeck' }) unit: string;
  @ApiProperty({ enum: DECIDED_STATES }) state: string;
  @ApiProperty({ type: [DecidedGiftAnswer] }) gifts: DecidedGiftAnswer[];
  @ApiProperty({ type: Boolean, description: 'Known by its code; else a person said it' }) byCode: boolean;
  @ApiProperty({ type: String, format: 'date-time' }) decidedAt: Date;
}

export class DecidedRowsAnswer {
  @ApiProperty({ type: [DecidedRowAnswer] }) items: DecidedRowAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

class StatementRowAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, format: 'date' }) day: string;
  @ApiProperty({ type: String, example: '17' }) number: string;
  @ApiProperty({ type: 'integer', example: 150000 }) amount: number;
  @ApiProperty({ type: String, example: 'kopeck' }) unit: string;
  @ApiProperty({ enum: ROW_STATES }) state: string;
  @ApiProperty({
    enum: ROW_REASONS,
    nullable: true,
    description: 'Why it waits for a person; `kept`: its import was cancelled and its money had moved on',
  })
  reason: string | null;
  @ApiProperty({ type: [DecidedGiftAnswer] }) gifts: DecidedGiftAnswer[];
  @ApiProperty({ type: Boolean, description: 'Decided by its code; else a person said it, or has to' }) byCode: boolean;
}

export class StatementRowsAnswer {
  @ApiProperty({ type: [StatementRowAnswer] }) items: StatementRowAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

class RowPartDto {
  @ApiProperty({ type: String, maxLength: 60, example: 'LP-7K3F-9TRB-3' })
  @IsString()
  @MaxLength(60)
  gift: string;

  @ApiProperty({ ...QUANTITY, example: '500.00' })
  @IsString()
  @MaxLength(QUANTITY_LENGTH)
  quantity: string;

  @ApiProperty({ type: String, maxLength: CODE_LENGTH, example: 'rub' })
  @IsString()
  @MaxLength(CODE_LENGTH)
  unit: string;
}

const OUTCOMES = ['gift', 'not-a-gift', 'surplus', 'split'] as const;

export class BankRowDecisionDto {
  @ApiProperty({
    enum: OUTCOMES,
    description:
      '`surplus`: a gift of nobody knows whom, put aside until the organization decides; `split`: several gifts in one transfer, what is left of it is surplus',
  })
  @IsIn(OUTCOMES)
  outcome: (typeof OUTCOMES)[number];

  @ApiPropertyOptional({
    type: String,
    maxLength: 60,
    example: 'LP-7K3F-9TRB-3',
    description: 'Code of the gift; required with `gift`',
  })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  gift?: string;

  @ApiPropertyOptional({ type: [RowPartDto], maxItems: SPLIT_MAX, description: 'Required with `split`' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(SPLIT_MAX)
  @ValidateNested({ each: true })
  @Type(() => RowPartDto)
  parts?: RowPartDto[];
}
