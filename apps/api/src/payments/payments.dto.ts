import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsEmail, IsIn, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { DECIMAL } from '#kernel';
import { BANK_NUMBER_MAX } from '#matching';
import { GIFT_LIMITS, GIFT_PROVIDERS, GIFT_STATUSES, type GiftProvider } from '#payments';
import { Fits } from '../http/index.js';
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
  @Fits((quantity) => DECIMAL.test(quantity), 'quantity.not-a-number')
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
  @ApiProperty({
    enum: ['donor', 'organization', 'moderator'],
    nullable: true,
    description: 'Who took it back before any money came; money that comes nevertheless still counts',
  })
  cancelledBy: string | null;
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
    description: 'When a saved card is charged for it; null: the giver pays by themselves',
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
