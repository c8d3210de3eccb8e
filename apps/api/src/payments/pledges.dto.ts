import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { GIFT_STATUSES, ORDER_GAPS, PLEDGE_LIMITS, PLEDGE_STATUSES, PLEDGE_VERBS, TRANSFER_STATES } from '#payments';
import { CODE_LENGTH, QUANTITY, QUANTITY_LENGTH } from '../needs/fields.js';
import { PayeeAnswer, QrAnswer } from './payments.dto.js';

export class ChangePledgeDto {
  @ApiPropertyOptional({ ...QUANTITY, example: '300000', description: 'In roubles; all that it gives in the end' })
  @IsOptional()
  @IsString()
  @MaxLength(QUANTITY_LENGTH)
  ceiling?: string;

  @ApiPropertyOptional({
    ...QUANTITY,
    nullable: true,
    example: '50000',
    description: 'At most so much at one time; null: as much as there is room for',
  })
  @IsOptional()
  @IsString()
  @MaxLength(QUANTITY_LENGTH)
  each?: string | null;
}

export class MakePledgeDto {
  @ApiProperty({ ...QUANTITY, example: '300000', description: 'In roubles; all that it gives in the end' })
  @IsString()
  @MaxLength(QUANTITY_LENGTH)
  ceiling: string;

  @ApiPropertyOptional({
    ...QUANTITY,
    nullable: true,
    example: '50000',
    description: 'At most so much at one time; left out: as much as there is room for',
  })
  @IsOptional()
  @IsString()
  @MaxLength(QUANTITY_LENGTH)
  each?: string | null;

  @ApiProperty({
    type: [String],
    maxItems: PLEDGE_LIMITS.purposes,
    example: ['elderly', 'zeya'],
    description:
      'Codes of spheres, categories and places, ids of organizations: its money goes to needs that one of them names',
  })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(PLEDGE_LIMITS.purposes)
  @IsString({ each: true })
  @MaxLength(CODE_LENGTH, { each: true })
  only: string[];

  @ApiProperty({ type: String, format: 'date', example: '2026-12-31', description: 'The last day' })
  @IsString()
  @MaxLength(10)
  until: string;

  @ApiProperty({
    type: 'integer',
    minimum: 1,
    maximum: 28,
    example: 25,
    description: 'The day of each month on which transfers are put together',
  })
  @IsInt()
  @Min(1)
  @Max(28)
  day: number;

  @ApiPropertyOptional({ type: Boolean, default: false, description: 'Whether the name is kept from everybody' })
  @IsOptional()
  @IsBoolean()
  anonymous?: boolean;
}

export class RemovePledgePartDto {
  @ApiProperty({ type: String, maxLength: 60, example: 'LP-7K3F-9TRB-3', description: 'Code of the line' })
  @IsString()
  @MaxLength(60)
  gift: string;
}

class PledgePartAnswer {
  @ApiProperty({ type: String, example: 'LP-7K3F-9TRB-3' }) gift: string;
  @ApiProperty({ enum: GIFT_STATUSES }) status: string;
  @ApiProperty({ type: String, format: 'uuid' }) need: string;
  @ApiProperty({ type: 'integer' }) needNumber: number;
  @ApiProperty({ type: String }) needTitle: string;
  @ApiProperty({ type: String, format: 'date-time' }) waitingSince: string;
  @ApiProperty({ type: 'integer', example: 560000 }) amount: number;
  @ApiProperty({ type: 'integer', description: 'What of it has come' }) came: number;
  @ApiProperty({ type: 'integer', description: 'What the need still has no promise for' }) needLeft: number;
  @ApiProperty({ type: Boolean, description: 'Left out by the company' }) removed: boolean;
  @ApiProperty({ enum: ['remove'], isArray: true }) can: readonly string[];
}

class PledgeTransferAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, example: 'LP-7K3F-9TRB-3', description: 'Stands in the purpose of the one transfer' })
  code: string;
  @ApiProperty({ enum: TRANSFER_STATES, description: '`part`: less came than was awaited' }) status: string;
  @ApiProperty({ type: String, format: 'uuid' }) organization: string;
  @ApiProperty({ type: String }) organizationName: string;
  @ApiProperty({ type: 'integer', description: 'What is awaited' }) due: number;
  @ApiProperty({ type: 'integer' }) came: number;
  @ApiProperty({ type: String, example: 'kopeck' }) unit: string;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt: Date;
  @ApiProperty({ type: String, format: 'date-time', description: 'Money that comes later still counts' })
  deadline: Date;
  @ApiProperty({ type: PayeeAnswer, nullable: true }) payee: PayeeAnswer | null;
  @ApiProperty({ type: String, nullable: true }) purpose: string | null;
  @ApiProperty({
    enum: ORDER_GAPS,
    isArray: true,
    description: 'What the file of the order leaves to the bank’s program: `account`, where the company has given none',
  })
  orderGaps: readonly string[];
  @ApiProperty({ type: QrAnswer, nullable: true }) qr: QrAnswer | null;
  @ApiProperty({ type: [PledgePartAnswer], description: 'Money goes to the first ones first' })
  parts: PledgePartAnswer[];
}

export class PledgeAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, format: 'uuid', description: 'The company' }) organization: string;
  @ApiProperty({ enum: PLEDGE_STATUSES }) status: string;
  @ApiProperty({ type: 'integer', example: 30000000 }) ceiling: number;
  @ApiProperty({ type: 'integer', nullable: true }) each: number | null;
  @ApiProperty({ type: 'integer', description: 'What organizations have of it' }) arrived: number;
  @ApiProperty({ type: 'integer', description: 'What is promised and awaited' }) due: number;
  @ApiProperty({ type: 'integer' }) free: number;
  @ApiProperty({ type: String, example: 'kopeck' }) unit: string;
  @ApiProperty({ type: [String] }) only: readonly string[];
  @ApiProperty({ type: String, format: 'date' }) until: string;
  @ApiProperty({ type: 'integer' }) day: number;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'When transfers are put together next' })
  nextOn: string | null;
  @ApiProperty({ type: Boolean }) anonymous: boolean;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt: Date;
  @ApiProperty({
    type: [PledgeTransferAnswer],
    description: 'Those that are awaited first, the one with the oldest need before the others; at most 40',
  })
  transfers: PledgeTransferAnswer[];
  @ApiProperty({ enum: PLEDGE_VERBS, isArray: true }) can: readonly string[];
}

export class PledgesAnswer {
  @ApiProperty({ type: [PledgeAnswer] }) items: PledgeAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
