import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsString, MaxLength } from 'class-validator';
import { PAPERS } from '#organizations';

const CODE_MAX = 40;
const DAY_LENGTH = 10;
const STATES = ['valid', 'expired', 'ended'];

export class RecordCheckDto {
  @ApiProperty({
    type: String,
    maxLength: CODE_MAX,
    example: 'K7QM-20XD-9TRB',
    description: 'What the person shows with the papers; it works once',
  })
  @IsString()
  @MaxLength(CODE_MAX)
  code: string;

  @ApiProperty({ enum: PAPERS, example: 'criminal-record' })
  @IsIn(PAPERS)
  paper: string;

  @ApiProperty({
    type: String,
    format: 'date',
    example: '2026-11-20',
    description: 'Within the last year, where the organization is',
  })
  @IsString()
  @MaxLength(DAY_LENGTH)
  seenOn: string;

  @ApiProperty({
    type: String,
    format: 'date',
    example: '2027-11-20',
    description: 'The last day on which it counts; within five years',
  })
  @IsString()
  @MaxLength(DAY_LENGTH)
  validUntil: string;
}

export class ShareCheckDto {
  @ApiProperty({
    type: Boolean,
    description: 'Whether it counts for every organization, or for the one that has seen the papers alone',
  })
  @IsBoolean()
  forAll: boolean;
}

class CheckOrganization {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String }) shortName: string;
}

class CheckPerson {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String }) name: string;
}

class CheckSeenBy {
  @ApiProperty({ type: String }) name: string;
}

/** The shape of `PaperCheckView`, for OpenAPI. */
export class PaperCheckAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: CheckOrganization }) organization: CheckOrganization;
  @ApiProperty({ type: CheckPerson }) person: CheckPerson;
  @ApiProperty({ enum: PAPERS }) paper: string;
  @ApiProperty({ type: String, format: 'date' }) seenOn: string;
  @ApiProperty({ type: CheckSeenBy }) seenBy: CheckSeenBy;
  @ApiProperty({ type: String, format: 'date-time' }) validUntil: string;
  @ApiProperty({ type: Boolean }) forAll: boolean;
  @ApiProperty({ enum: STATES }) status: string;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt: string;
  @ApiProperty({ enum: ['end', 'share'], isArray: true }) can: string[];
}

export class PaperChecksAnswer {
  @ApiProperty({ type: [PaperCheckAnswer] }) items: PaperCheckAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
  @ApiProperty({ enum: ['record'], isArray: true, description: 'What the caller could do now' }) can: string[];
}

export class PaperCodeAnswer {
  @ApiProperty({ type: String, example: 'K7QM-20XD-9TRB' }) code: string;
  @ApiProperty({ type: String, format: 'date-time' }) expiresAt: string;
}

export class OwnChecksAnswer {
  @ApiProperty({ type: [PaperCheckAnswer] }) items: PaperCheckAnswer[];
  @ApiProperty({ type: PaperCodeAnswer, nullable: true, description: 'The code that works now' })
  code: PaperCodeAnswer | null;
}
