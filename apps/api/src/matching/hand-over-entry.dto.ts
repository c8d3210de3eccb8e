import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { DECIMAL } from '#kernel';
import { LOST_REASONS, REFUSED_REASONS, type LostReason, type RefusedReason, type SaidEntry } from '#matching';
import { instant, IsInstant } from '../needs/fields.js';

const QUANTITY_LENGTH = 32;

export class EnterHandOverDto {
  @ApiProperty({
    type: String,
    format: 'uuid',
    description: 'Made by the caller: the same entry sent again changes nothing, other words under it are 409',
  })
  @IsUUID()
  id: string;

  @ApiProperty({ type: String, example: '8261', description: 'The four digits that the giver shows' })
  @IsString()
  @MaxLength(20)
  @Matches(/^\s*(\d\s*){4}$/)
  code: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    example: '2026-11-26T18:36:00+09:00',
    description:
      'When it was done, where it is sent later: at most 7 days back, and not before both had agreed. Without it: now',
  })
  @IsOptional()
  @IsInstant()
  at?: string;

  @ApiPropertyOptional({
    type: String,
    example: 'pcs',
    description: "Unit of the offer or need, or their base unit; without it the offer's",
  })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  unit?: string;

  @ApiPropertyOptional({
    type: String,
    pattern: DECIMAL.source,
    example: '4',
    description: 'What was taken; without it all that is not said below',
  })
  @IsOptional()
  @IsString()
  @MaxLength(QUANTITY_LENGTH)
  quantity?: string;

  @ApiPropertyOptional({
    type: String,
    pattern: DECIMAL.source,
    example: '1',
    description:
      'What came and was not taken: what is `broken` or `dirty` goes back to its giver’s promises, the rest is available again',
  })
  @IsOptional()
  @IsString()
  @MaxLength(QUANTITY_LENGTH)
  refused?: string;

  @ApiPropertyOptional({
    enum: REFUSED_REASONS,
    example: 'wrong-size',
    description: 'Needed with `refused`; the giver reads it',
  })
  @IsOptional()
  @IsIn(REFUSED_REASONS)
  refusedReason?: RefusedReason;

  @ApiPropertyOptional({
    type: String,
    pattern: DECIMAL.source,
    example: '0',
    description: 'What was past its date: it goes back to its giver’s promises',
  })
  @IsOptional()
  @IsString()
  @MaxLength(QUANTITY_LENGTH)
  expired?: string;

  @ApiPropertyOptional({
    type: String,
    pattern: DECIMAL.source,
    example: '1',
    description: 'What was lost on the way; what nobody says anything of was left where it was and is available again',
  })
  @IsOptional()
  @IsString()
  @MaxLength(QUANTITY_LENGTH)
  lost?: string;

  @ApiPropertyOptional({ enum: LOST_REASONS, example: 'lost', description: 'Needed with `lost`' })
  @IsOptional()
  @IsIn(LOST_REASONS)
  lostReason?: LostReason;

  @ApiPropertyOptional({
    type: String,
    pattern: DECIMAL.source,
    example: '2',
    description: 'How much came on top of what was promised',
  })
  @IsOptional()
  @IsString()
  @MaxLength(QUANTITY_LENGTH)
  extra?: string;

  static read({ at, ...said }: EnterHandOverDto): SaidEntry {
    return { ...said, ...(at === undefined ? {} : { at: instant(at) }) };
  }
}
