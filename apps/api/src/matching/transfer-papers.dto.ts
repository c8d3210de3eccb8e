import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength, ValidateIf } from 'class-validator';
import { PAPER_MAX } from '#matching';

export class StatedValueDto {
  @ApiProperty({
    type: String,
    nullable: true,
    example: '48000.00',
    description: 'In roubles, of all that is handed over, as the giver’s own paper says; null takes it back',
  })
  @ValidateIf((_, value: unknown) => value !== null)
  @IsString()
  @MaxLength(32)
  quantity: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength: PAPER_MAX,
    example: 'товарная накладная № 14',
    description: 'Which paper says so',
  })
  @IsOptional()
  @IsString()
  @MaxLength(PAPER_MAX)
  paper?: string | null;
}

class StatedValueAnswer {
  @ApiProperty({ type: 'integer', example: 4_800_000, description: 'In kopecks' }) amount: number;
  @ApiProperty({ type: String, example: '48 000 ₽' }) text: string;
  @ApiProperty({ type: String, nullable: true, example: 'товарная накладная № 14' }) paper: string | null;
}

export class PapersAnswer {
  @ApiProperty({ type: Boolean, description: 'Whether there is an act: the books say that something came' })
  act: boolean;
  @ApiProperty({
    enum: ['none', 'may', 'must'],
    description: '`must`: a company gives for more than 3,000 ₽, and the law asks for a contract in writing',
  })
  contract: string;
  @ApiProperty({
    type: StatedValueAnswer,
    nullable: true,
    description: 'As the giver states it; nobody else values anything',
  })
  value: StatedValueAnswer | null;
  @ApiProperty({ enum: ['state-value'], isArray: true }) can: string[];
}
