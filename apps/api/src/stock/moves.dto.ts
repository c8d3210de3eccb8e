import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsUUID } from 'class-validator';
import { DIFFERENCE_REASONS, type DifferenceReason } from '#stock';
import { MayBeAbsent } from '../needs/fields.js';
import { PartOfLotDto } from './part-of-lot.dto.js';

export class MoveLotDto extends PartOfLotDto {
  @ApiProperty({ type: String, format: 'uuid', description: 'Another open point of the same organization' })
  @IsUUID()
  to: string;
}

/** `quantity` is what came; `0`: nothing did. */
export class ReceiveMoveDto extends PartOfLotDto {
  @ApiPropertyOptional({ type: Boolean, default: false, description: 'What did not come is back where it left' })
  @MayBeAbsent()
  @IsBoolean()
  back?: boolean;

  @ApiPropertyOptional({ enum: DIFFERENCE_REASONS, description: 'Where less came and the rest is lost: why' })
  @MayBeAbsent()
  @IsIn(DIFFERENCE_REASONS)
  reason?: DifferenceReason;
}
