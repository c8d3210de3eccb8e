import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { DIFFERENCE_REASONS, type DifferenceReason } from '#stock';
import { CODE_LENGTH, IsCode, MayBeAbsent, QUANTITY, QUANTITY_LENGTH } from '../needs/fields.js';

const NOTE_MAX = 300;

export class MoveLotDto {
  @ApiProperty({ type: String, format: 'uuid', description: 'Another open point of the same organization' })
  @IsUUID()
  to: string;

  @ApiPropertyOptional({ ...QUANTITY, example: '10', description: 'Without it all that lies there' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(QUANTITY_LENGTH)
  quantity?: string;

  @ApiPropertyOptional({ type: String, maxLength: CODE_LENGTH, example: 'pcs' })
  @MayBeAbsent()
  @IsCode()
  unit?: string;

  @ApiPropertyOptional({ type: String, maxLength: NOTE_MAX, example: 'Везёт Сергей' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(NOTE_MAX)
  note?: string;
}

export class ReceiveMoveDto {
  @ApiPropertyOptional({ ...QUANTITY, example: '8', description: 'What came; without it all of it, `0`: nothing' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(QUANTITY_LENGTH)
  quantity?: string;

  @ApiPropertyOptional({ type: String, maxLength: CODE_LENGTH, example: 'pcs' })
  @MayBeAbsent()
  @IsCode()
  unit?: string;

  @ApiPropertyOptional({ type: Boolean, default: false, description: 'What did not come is back where it left' })
  @MayBeAbsent()
  @IsBoolean()
  back?: boolean;

  @ApiPropertyOptional({ enum: DIFFERENCE_REASONS, description: 'Where less came and the rest is lost: why' })
  @MayBeAbsent()
  @IsIn(DIFFERENCE_REASONS)
  reason?: DifferenceReason;

  @ApiPropertyOptional({ type: String, maxLength: NOTE_MAX })
  @MayBeAbsent()
  @IsString()
  @MaxLength(NOTE_MAX)
  note?: string;
}
