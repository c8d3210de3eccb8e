import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { BANK_NUMBER_MAX } from '#matching';
import {
  GIFT_LIMITS,
  GIFT_PROVIDERS,
  GIFT_STATUSES,
  ROW_REASONS,
  ROW_STATES,
  SPLIT_MAX,
  type GiftProvider,
} from '#payments';
import { CardSessionAnswer } from './card.dto.js';
import { CODE_LENGTH, QUANTITY, QUANTITY_LENGTH } from '../needs/fields.js';

class GiftDonorDto {
  @ApiPropertyOptional({
    type: String,
    maxLength: GIFT_LIMITS.nameMax,
    example: 'Анна Дарина',
    description: 'For papers only',
  })
  @IsOptional()
  @IsString()
  @MaxLength(GIFT_LIMITS.nameMax)
  name?: string;

  @ApiPropertyOptional({ type: String, format: 'email', maxLength: GIFT_LIMITS.emailMax })
  @IsOptional()
  @IsEmail()
  @MaxLength(GIFT_LIMITS.emailMax)
  email?: string;
}

/** What every gift of money says, whichever way it goes. */
export class GiftFormDto {
  @ApiProperty({ ...QUANTITY, example: '1500.00' })
  @IsString()
  @MaxLength(QUANTITY_LENGTH)
  quantity: string;

  @ApiProperty({ type: String, maxLength: CODE_LENGTH, example: 'rub' })
  @IsString()
  @MaxLength(CODE_LENGTH)
  unit: string;

  @ApiPropertyOptional({ type: GiftDonorDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => GiftDonorDto)
  donor?: GiftDonorDto;

  @ApiPropertyOptional({ type: Boolean, default: true, description: 'Whether the name is kept from everybody' })
  @IsOptional()
  @IsBoolean()
  anonymous?: boolean;
}

export class PromiseGiftDto extends GiftFormDto {
  @ApiProperty({
    enum: GIFT_PROVIDERS,
    description: '`bank`: a transfer to the organization’s own account; `stripe`: by card, where it takes cards',
  })
  @IsIn(GIFT_PROVIDERS)
  provider: GiftProvider;
}

export class RefundGiftDto {
  @ApiPropertyOptional({
    type: String,
    maxLength: 10,
    example: '2026-11-25',
    description: 'Date of the transfer that sent it back; required of a gift by bank transfer',
  })
  @IsOptional()
  @IsString()
  @MaxLength(10)
  bankDate?: string;

  @ApiPropertyOptional({ type: String, maxLength: BANK_NUMBER_MAX, example: '214', description: 'Its number' })
  @IsOptional()
  @IsString()
  @MaxLength(BANK_NUMBER_MAX)
  bankNumber?: string;

  @ApiPropertyOptional({ ...QUANTITY, example: '500.00', description: 'Left out: all that the need received of it' })
  @IsOptional()
  @IsString()
  @MaxLength(QUANTITY_LENGTH)
  quantity?: string;

  @ApiPropertyOptional({ type: String, maxLength: CODE_LENGTH, example: 'rub' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE_LENGTH)
  unit?: string;
}

export class PayeeAnswer {
  @ApiProperty({ type: String }) name: string;
  @ApiProperty({ type: String, example: '40703810900000000001' }) account: string;
  @ApiProperty({ type: String }) bankName: string;
  @ApiProperty({ type: String, example: '041012999' }) bik: string;
  @ApiProperty({ type: String, example: '30101810600000000999' }) correspondent: string;
  @ApiProperty({ type: String, nullable: true }) inn: string | null;
  @ApiProperty({ type: String, nullable: true }) kpp: string | null;
}

export class QrAnswer {
  @ApiProperty({ type: String, description: 'GOST R 56042-2014' }) payload: string;
  @ApiProperty({ type: String, description: 'A picture of it' }) svg: string;
}

/** What both a gift and a line of a list of gifts say. */
export class ListedGiftAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, example: 'LP-7K3F-9TRB-3' }) code: string;
  @ApiProperty({ enum: GIFT_PROVIDERS }) provider: GiftProvider;
  @ApiProperty({ enum: GIFT_STATUSES }) status: string;
  @ApiProperty({ type: 'integer', example: 150000 }) amount: number;
  @ApiProperty({ type: String, example: 'kopeck' }) unit: string;
  @ApiProperty({ type: Boolean, description: 'Whether its part of the need is kept for it until the deadline' })
  held: boolean;
  @ApiProperty({ type: String, format: 'uuid' }) need: string;
  @ApiProperty({ type: 'integer' }) needNumber: number;
  @ApiProperty({ type: String }) needTitle: string;
  @ApiProperty({ type: String, format: 'uuid' }) organization: string;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt: Date;
  @ApiProperty({
    type: String,
    format: 'date-time',
    description: 'When it lapses if no money is seen; money that comes later still counts',
  })
  deadline: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) endedAt: Date | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'What of it was sent back' }) refunded: number | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'insufficient_funds',
    description: 'Why the last card was refused, as Stripe’s code',
  })
  declined: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When a saved card is charged for it; null: whoever gives pays by themselves',
  })
  chargeAt: Date | null;
}

export class GiftAnswer extends ListedGiftAnswer {
  @ApiProperty({ type: PayeeAnswer, nullable: true }) payee: PayeeAnswer | null;
  @ApiProperty({ type: String, nullable: true, description: 'Purpose line of the transfer, with the code' }) purpose:
    string | null;
  @ApiProperty({ type: QrAnswer, nullable: true }) qr: QrAnswer | null;
  @ApiProperty({ enum: ['refund'], isArray: true, description: 'What the caller may do with it' }) can: string[];
}

/** A gift that was just promised; by card with what opens its payment, once. */
export class PromisedGiftAnswer extends GiftAnswer {
  @ApiPropertyOptional({ type: CardSessionAnswer, nullable: true, description: 'Null where the request is repeated' })
  stripe?: CardSessionAnswer | null;
}

export class MyGiftsAnswer {
  @ApiProperty({ type: [ListedGiftAnswer] }) items: ListedGiftAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

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
  @ApiProperty({ enum: ['reading', 'done'] }) status: string;
  @ApiProperty({ type: String, format: 'date-time' }) uploadedAt: Date;
  @ApiProperty({ type: 'integer', description: 'Transfers into the organization’s account' }) rows: number;
  @ApiProperty({ type: 'integer', description: 'Of them, gifts found by this statement' }) recognised: number;
  @ApiProperty({ type: 'integer', description: 'Of them, known from a statement before' }) alreadyKnown: number;
  @ApiProperty({ type: 'integer', description: 'Outgoing, or of another account' }) ignored: number;
  @ApiProperty({ type: 'integer', description: 'Of them, not looked at yet: 0 once it is `done`' }) left: number;
}

export class BankStatementAnswer extends ListedStatementAnswer {
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
  @ApiProperty({ enum: ROW_STATES.filter((state) => state !== 'to-decide') }) state: string;
  @ApiProperty({ type: [DecidedGiftAnswer] }) gifts: DecidedGiftAnswer[];
  @ApiProperty({ type: Boolean, description: 'Known by its code; else a person said it' }) byCode: boolean;
  @ApiProperty({ type: String, format: 'date-time' }) decidedAt: Date;
}

export class DecidedRowsAnswer {
  @ApiProperty({ type: [DecidedRowAnswer] }) items: DecidedRowAnswer[];
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
