import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsIn, IsObject, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { GIFT_PROVIDERS, GIFT_STATUSES, GIFT_TARGETS, type GiftProvider } from '#payments';
import { CODE_LENGTH, QUANTITY, QUANTITY_LENGTH } from '../needs/fields.js';
import { CardSessionAnswer } from './card.dto.js';
import { GiftAnswer, GiftFormDto } from './payments.dto.js';

/** Exactly one of these. */
export class GiftTargetDto {
  @ApiPropertyOptional({ type: String, format: 'uuid', description: 'Its needs of money' })
  @IsOptional()
  @IsUUID()
  organization?: string;

  @ApiPropertyOptional({ type: String, maxLength: CODE_LENGTH, example: 'elderly' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE_LENGTH)
  sphere?: string;

  @ApiPropertyOptional({ type: String, maxLength: CODE_LENGTH, example: 'elderly-veterans' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE_LENGTH)
  category?: string;

  @ApiPropertyOptional({
    type: String,
    maxLength: CODE_LENGTH,
    example: 'zeya',
    description: 'With all places within it',
  })
  @IsOptional()
  @IsString()
  @MaxLength(CODE_LENGTH)
  place?: string;
}

export class GiftChoicesQuery extends GiftTargetDto {
  @ApiPropertyOptional({
    ...QUANTITY,
    example: '1500.00',
    description: 'Left out: only the sums that finish something',
  })
  @IsOptional()
  @IsString()
  @MaxLength(QUANTITY_LENGTH)
  quantity?: string;

  @ApiPropertyOptional({ type: String, maxLength: CODE_LENGTH, default: 'rub' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE_LENGTH)
  unit?: string;

  @ApiPropertyOptional({
    enum: GIFT_PROVIDERS,
    description: 'By which way it would be paid; left out: by transfer, or by card where nothing else is possible',
  })
  @IsOptional()
  @IsIn(GIFT_PROVIDERS)
  provider?: GiftProvider;
}

export class OrderGiftDto extends GiftFormDto {
  @ApiProperty({ enum: GIFT_PROVIDERS, description: 'One payment for each organization, whichever way' })
  @IsIn(GIFT_PROVIDERS)
  provider: GiftProvider;

  @ApiProperty({ type: GiftTargetDto, description: 'Exactly one organization, sphere, category or place' })
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => GiftTargetDto)
  to: GiftTargetDto;
}

class WhyAnswer {
  @ApiProperty({ type: String, example: 'urgency' }) part: string;
  @ApiProperty({ type: 'integer' }) value: number;
  @ApiProperty({ type: 'integer' }) weight: number;
  @ApiProperty({ type: String }) sentence: string;
}

class ChosenNeedAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) need: string;
  @ApiProperty({ type: String }) needTitle: string;
  @ApiProperty({ type: String, format: 'uuid' }) organization: string;
  @ApiProperty({ type: String }) organizationName: string;
  @ApiProperty({ type: 'integer', example: 150000 }) amount: number;
  @ApiProperty({ type: String, example: 'kopeck' }) unit: string;
  @ApiProperty({ type: [WhyAnswer], description: 'Parts of the score, as those of a proposal' }) why: WhyAnswer[];
}

class ChosenPartAnswer extends ChosenNeedAnswer {
  @ApiProperty({ type: 'integer', description: '0..1,000,000' }) score: number;
}

class FinishingAmountAnswer {
  @ApiProperty({ type: 'integer', example: 240000 }) amount: number;
  @ApiProperty({ type: String, example: 'kopeck' }) unit: string;
  @ApiProperty({ type: String, format: 'uuid' }) need: string;
  @ApiProperty({ type: String }) needTitle: string;
}

export class GiftChoicesAnswer {
  @ApiProperty({ enum: GIFT_PROVIDERS, isArray: true, description: 'By which ways something here can be given to now' })
  providers: string[];
  @ApiProperty({ type: [FinishingAmountAnswer], description: 'At most three, the smallest first' })
  amounts: FinishingAmountAnswer[];
  @ApiProperty({
    type: [ChosenPartAnswer],
    description: 'One for each organization: each is paid by a transfer, or a card payment, of its own',
  })
  parts: ChosenPartAnswer[];
  @ApiProperty({ type: 'integer', description: 'What of the sum nobody here can take now' }) left: number;
}

class TargetAnswer {
  @ApiProperty({ enum: GIFT_TARGETS }) kind: string;
  @ApiProperty({ type: String }) id: string;
}

class OrderedGiftAnswer extends ChosenNeedAnswer {
  @ApiProperty({ type: String, example: 'LP-7K3F-9TRB-3' }) code: string;
  @ApiProperty({ enum: GIFT_STATUSES }) status: string;
  @ApiProperty({
    enum: ['donor', 'organization', 'moderator'],
    nullable: true,
    description: 'Who took it back before any money came',
  })
  cancelledBy: string | null;
}

export class GiftOrderAnswer {
  @ApiProperty({ type: TargetAnswer, nullable: true, description: 'Null for a gift to one need' })
  target: TargetAnswer | null;
  @ApiProperty({ type: [OrderedGiftAnswer], description: 'One for each organization' }) gifts: OrderedGiftAnswer[];
  @ApiProperty({ type: 'integer', description: 'What of the sum nobody could take' }) left: number;
}

/** The first of its gifts, and all of them. */
export class OrderedAnswer extends GiftAnswer {
  @ApiProperty({ type: GiftOrderAnswer }) order: GiftOrderAnswer;
  @ApiPropertyOptional({ type: CardSessionAnswer, description: 'By card: opens the payment of the first' })
  stripe?: CardSessionAnswer;
}
