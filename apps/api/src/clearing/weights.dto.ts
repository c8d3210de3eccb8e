import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { CHANGE_VERBS, type ChangeVerb } from '#clearing';
import { ManyLines } from '../http/index.js';
import { PartWeightsAnswer } from './clearings.answers.js';
import { WeightsDto } from './clearings.dto.js';

export class PublishWeightsDto {
  @ApiProperty({ type: WeightsDto })
  @ValidateNested()
  @Type(() => WeightsDto)
  weights: WeightsDto;

  @ApiProperty({ type: 'integer', minimum: 1, example: 1, description: 'The version that you saw' })
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  basedOn: number;

  @ApiProperty({
    type: String,
    minLength: 3,
    maxLength: 1000,
    example: 'Дальние сёла ждут дольше: больше веса справедливости',
  })
  @IsString()
  @Length(3, 1000)
  @ManyLines()
  reason: string;
}

export class ChangeDecisionDto {
  @ApiProperty({ enum: CHANGE_VERBS, example: 'sign' })
  @IsIn(CHANGE_VERBS)
  outcome: ChangeVerb;

  @ApiPropertyOptional({ type: String, maxLength: 1000, description: 'Of `refuse`: why, for its author' })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  @ManyLines()
  reason?: string;
}

export class WeightsAnswer {
  @ApiProperty({ type: 'integer', minimum: 1, example: 1 }) version: number;
  @ApiProperty({ type: PartWeightsAnswer }) weights: PartWeightsAnswer;
  @ApiProperty({ type: String, format: 'date-time' }) at: string;
}

export class WeightsPageAnswer {
  @ApiProperty({ type: [WeightsAnswer] }) items: readonly WeightsAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

class ChangeAuthorAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, example: 'Ирина Ключева' }) name: string;
}

export class WeightChangeAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: PartWeightsAnswer }) weights: PartWeightsAnswer;
  @ApiProperty({ type: 'integer', minimum: 1, example: 1, description: 'The version that it changes' }) basedOn: number;
  @ApiProperty({ type: String, example: 'Дальние сёла ждут дольше' }) reason: string;
  @ApiProperty({ type: String, format: 'date-time' }) at: string;
  @ApiProperty({ type: ChangeAuthorAnswer }) by: ChangeAuthorAnswer;
  @ApiProperty({ enum: CHANGE_VERBS, isArray: true, description: 'What the reader may say of it' }) can: ChangeVerb[];
}

class ReturnedChangeAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: PartWeightsAnswer }) weights: PartWeightsAnswer;
  @ApiProperty({ type: String, format: 'date-time' }) at: string;
  @ApiProperty({ type: String, example: 'Олег Замков', description: 'Who gave it back' }) by: string;
  @ApiProperty({ type: String, example: 'Сначала посмотрим месяц' }) why: string;
}

export class WeightChangesAnswer {
  @ApiProperty({ type: Boolean, description: 'What the reader would publish now would wait for another administrator' })
  needsSignature: boolean;
  @ApiProperty({ type: WeightChangeAnswer, nullable: true }) waiting: WeightChangeAnswer | null;
  @ApiProperty({
    type: ReturnedChangeAnswer,
    nullable: true,
    description: 'What the reader proposed last, when it was given back and nothing has come of it since',
  })
  returned: ReturnedChangeAnswer | null;
}

export class PublishedAnswer {
  @ApiProperty({ type: WeightsAnswer, nullable: true, description: 'What is in force now' })
  version: WeightsAnswer | null;
  @ApiProperty({ type: WeightChangeAnswer, nullable: true, description: 'What waits for a second signature' })
  change: WeightChangeAnswer | null;
}

export class DecidedChangeAnswer {
  @ApiProperty({ type: WeightsAnswer, nullable: true, description: 'In force by this signature' })
  version: WeightsAnswer | null;
}
