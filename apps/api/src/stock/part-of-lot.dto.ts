import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { CODE_LENGTH, IsCode, MayBeAbsent, QUANTITY, QUANTITY_LENGTH } from '../needs/fields.js';

export const NOTE_MAX = 300;

/** How much of what lies there, or is on its way, and what is noted of it. */
export class PartOfLotDto {
  @ApiPropertyOptional({ ...QUANTITY, example: '8', description: 'Without it all of it' })
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
