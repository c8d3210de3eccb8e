import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { BANK_NUMBER_MAX } from '#matching';
import { SURPLUS_OUTCOMES, SURPLUS_STATES, SURPLUS_VERBS } from '#payments';

class NamedNeedAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String }) title: string;
}

class RoomyNeedAnswer extends NamedNeedAnswer {
  @ApiProperty({ type: 'integer', description: 'What it still needs' }) open: number;
}

export class SurplusAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, format: 'date-time', description: 'When it was put aside' }) at: Date;
  @ApiProperty({ type: 'integer', example: 150000 }) amount: number;
  @ApiProperty({ type: String, example: 'kopeck' }) unit: string;
  @ApiProperty({ type: String, format: 'uuid' }) organization: string;
  @ApiProperty({ type: String }) organizationName: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Category of the need that had no room for it; null: nobody knows what for it came',
  })
  purpose: string | null;
  @ApiProperty({ type: NamedNeedAnswer, nullable: true, description: 'The need that had no room for it' })
  fromNeed: NamedNeedAnswer | null;
  @ApiProperty({ type: 'integer', description: 'What came in all' }) came: number;
  @ApiProperty({ enum: SURPLUS_STATES, description: '`waiting`: nobody has decided, and silence decides nothing' })
  state: string;
  @ApiProperty({ type: Boolean, description: 'Whether a donor is asked; otherwise the organization decides' })
  donorKnown: boolean;
  @ApiProperty({ type: Boolean, description: 'The donor wants it back' }) askedBack: boolean;
  @ApiProperty({ type: NamedNeedAnswer, nullable: true }) decidedNeed: NamedNeedAnswer | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) decidedAt: Date | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'When the bank sent it back' }) bankDate:
    string | null;
  @ApiProperty({ type: String, nullable: true }) bankNumber: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Of money that is nobody’s, until it is decided' }) payer:
    string | null;
  @ApiProperty({ type: String, nullable: true, description: 'What the payer wrote, until it is decided' }) words:
    string | null;
  @ApiProperty({
    type: [RoomyNeedAnswer],
    description: 'Needs of the same organization and purpose with room for all of it, at most ten',
  })
  needs: RoomyNeedAnswer[];
  @ApiProperty({ enum: SURPLUS_VERBS, isArray: true, description: 'What the reader may say of it now' }) can: string[];
}

export class SurplusListAnswer {
  @ApiProperty({ type: [SurplusAnswer] }) items: SurplusAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class SurplusDecisionDto {
  @ApiProperty({
    enum: SURPLUS_OUTCOMES,
    description:
      '`need`: to another need of the same purpose; `organization`: for all that it exists for; `back`: a donor’s wish or, with the bank’s date and number, money that has been sent back',
  })
  @IsIn(SURPLUS_OUTCOMES)
  outcome: (typeof SURPLUS_OUTCOMES)[number];

  @ApiPropertyOptional({ type: String, format: 'uuid', description: 'Required with `need`' })
  @IsOptional()
  @IsUUID()
  need?: string;

  @ApiPropertyOptional({ type: String, example: '2026-11-25', description: 'Date of the transfer that sent it back' })
  @IsOptional()
  @IsString()
  @MaxLength(10)
  bankDate?: string;

  @ApiPropertyOptional({ type: String, maxLength: BANK_NUMBER_MAX, example: '214', description: 'Its number' })
  @IsOptional()
  @IsString()
  @MaxLength(BANK_NUMBER_MAX)
  bankNumber?: string;
}
