import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength, ValidateIf } from 'class-validator';
import { GIVEN_PAPERS, PAPER_MAX, PAPER_STATES } from '#matching';

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

class ActNumberAnswer {
  @ApiProperty({ type: 'integer', example: 39 }) number: number;
  @ApiProperty({ type: 'integer', example: 2026 }) year: number;
}

class GivenPaperAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) match: string;
  @ApiProperty({ type: String, description: 'Of the need; of a private one the name of its category' }) title: string;
  @ApiProperty({ type: String, description: 'Who receives' }) organization: string;
  @ApiProperty({ type: String, nullable: true, example: 'office-chair' }) item: string | null;
  @ApiProperty({ type: String, example: 'pcs' }) unit: string;
  @ApiProperty({ type: 'integer', example: 12, description: 'What came; what was promised as long as nothing has' })
  amount: number;
  @ApiProperty({
    enum: PAPER_STATES,
    description:
      '`hand-over`: agreed on; `receiver`: handed over, the receiver confirms it; `ready`: there is an act to sign',
  })
  state: string;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When it was confirmed, or agreed on',
  })
  at: Date | null;
  @ApiProperty({ type: ActNumberAnswer, nullable: true, description: 'null: nobody has asked for the act yet' })
  act: ActNumberAnswer | null;
  @ApiProperty({ enum: ['none', 'may', 'must'] }) contract: string;
  @ApiProperty({ type: 'integer', nullable: true, example: 2_880_000, description: 'As you state it, in kopecks' })
  value: number | null;
  @ApiProperty({ type: Boolean, description: 'Whether you may open the match; those who only read papers may not' })
  opensMatch: boolean;
}

export class GivenPapersAnswer {
  @ApiProperty({
    type: [GivenPaperAnswer],
    maxItems: GIVEN_PAPERS,
    description: 'What has no act yet first, then the latest received',
  })
  items: GivenPaperAnswer[];
}
