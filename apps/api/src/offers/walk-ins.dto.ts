import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsObject, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { CONSENT_HOW, WALK_IN_LIMITS } from '#offers';
import { PageQuery } from '../http/index.js';
import { ContactDto } from '../matching/meeting.dto.js';

const DAY_LENGTH = 10;

class WalkInConsentDto {
  @ApiProperty({ enum: CONSENT_HOW, example: 'spoken' })
  @IsIn(CONSENT_HOW)
  how: string;

  @ApiProperty({
    type: String,
    format: 'date',
    maxLength: DAY_LENGTH,
    example: '2026-11-20',
    description: 'Within the last year, where the organization is',
  })
  @IsString()
  @MaxLength(DAY_LENGTH)
  day: string;
}

export class EnterWalkInDto {
  @ApiProperty({
    type: String,
    maxLength: WALK_IN_LIMITS.nameMax,
    example: 'Анна Примерова',
    description:
      'For the organization alone, unless an offer is made with `anonymous: false`: then reports on what arrived name it too',
  })
  @IsString()
  @MaxLength(WALK_IN_LIMITS.nameMax)
  name: string;

  @ApiPropertyOptional({
    type: ContactDto,
    nullable: true,
    description: 'What the other side of a match reads once both have said yes, unless the yes says otherwise',
  })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ContactDto)
  contact?: ContactDto | null;

  @ApiProperty({
    type: WalkInConsentDto,
    description: 'That the person agreed that this is kept and offered in their name',
  })
  @IsObject()
  @ValidateNested()
  @Type(() => WalkInConsentDto)
  consent: WalkInConsentDto;
}

export class WalkInsQuery extends PageQuery {
  @ApiPropertyOptional({ type: String, maxLength: WALK_IN_LIMITS.nameMax, description: 'Part of a name' })
  @IsOptional()
  @IsString()
  @MaxLength(WALK_IN_LIMITS.nameMax)
  q?: string;
}

class WalkInConsentAnswer {
  @ApiProperty({ enum: CONSENT_HOW }) how: string;
  @ApiProperty({ type: String, format: 'date' }) day: string;
}

class WalkInContactAnswer {
  @ApiProperty({ type: String, nullable: true }) name: string | null;
  @ApiProperty({ type: String, nullable: true }) phone: string | null;
  @ApiProperty({ type: String, nullable: true }) email: string | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
}

/** The shape of `WalkInView`, for OpenAPI. */
export class WalkInAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, example: 'Анна Примерова' }) name: string;
  @ApiProperty({ type: Boolean }) hasContact: boolean;
  @ApiProperty({ type: WalkInConsentAnswer }) consent: WalkInConsentAnswer;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt: string;
  @ApiProperty({ enum: ['offer', 'erase'], isArray: true }) can: string[];
}

export class WalkInContactLookAnswer {
  @ApiProperty({ type: WalkInContactAnswer, nullable: true, description: 'Null where nobody said how to reach them' })
  contact: WalkInContactAnswer | null;
}

export class WalkInsAnswer {
  @ApiProperty({ type: [WalkInAnswer] }) items: WalkInAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
  @ApiProperty({ enum: ['enter'], isArray: true, description: 'What the caller could do now' }) can: string[];
}
