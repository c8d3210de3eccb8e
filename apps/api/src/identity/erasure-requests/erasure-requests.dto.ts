import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import {
  OBSTACLES,
  REQUEST_LIMITS,
  REQUEST_OBSTACLES,
  REQUEST_STATUSES,
  REQUEST_VERBS,
  REQUEST_WAYS,
  STAFF_ROLES,
  WRITTEN_WAYS,
  type RequestStatus,
  type RequestVerb,
  type RequestWay,
  type StaffRole,
  type WrittenWay,
} from '#identity';
import { ManyLines, PageQuery } from '../../http/index.js';

export class ErasureRequestsQuery extends PageQuery {
  @ApiPropertyOptional({
    enum: REQUEST_STATUSES,
    default: 'waiting',
    description: 'Those that wait come with the nearest deadline first, the others with the latest decision first',
  })
  @IsOptional()
  @IsIn([...REQUEST_STATUSES])
  status: RequestStatus = 'waiting';
}

export class ErasureRequestDto {
  @ApiProperty({ type: String, format: 'uuid', description: 'Who asks; found by `GET /people`' })
  @IsUUID()
  person: string;

  @ApiProperty({ enum: WRITTEN_WAYS, example: 'letter' })
  @IsIn([...WRITTEN_WAYS])
  way: WrittenWay;

  @ApiProperty({
    example: '2026-12-01',
    maxLength: 10,
    description: 'The day on which it came, in the region: today or before, a year ago at most',
  })
  @IsString()
  @MaxLength(10)
  cameOn: string;

  @ApiPropertyOptional({
    type: String,
    maxLength: REQUEST_LIMITS.saidMax,
    example: 'Вх. № 118, подпись сверена',
    description: 'Own words about it, for whoever decides; deleted with the account',
  })
  @IsOptional()
  @IsString()
  @MaxLength(REQUEST_LIMITS.saidMax)
  @ManyLines()
  said?: string;
}

export class RequestReasonDto {
  @ApiProperty({
    minLength: REQUEST_LIMITS.reasonMin,
    maxLength: REQUEST_LIMITS.reasonMax,
    example: 'Письмо вх. № 118 от 1 декабря 2026',
    description:
      'Number and date of the letter, or why it is refused. Stays in the audit log, so it may name neither the person nor their address',
  })
  @IsString()
  @MinLength(REQUEST_LIMITS.reasonMin)
  @MaxLength(REQUEST_LIMITS.reasonMax)
  reason: string;
}

class ErasurePerson {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String }) name: string;
}

export class ErasureRequestAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: 'integer', example: 12 }) number: number;
  @ApiProperty({ enum: REQUEST_STATUSES }) status: RequestStatus;
  @ApiProperty({ enum: REQUEST_WAYS, description: '`self`: on their own page' }) way: RequestWay;
  @ApiProperty({ type: ErasurePerson, nullable: true, description: 'null: erased' }) person: ErasurePerson | null;
  @ApiProperty({ type: String, nullable: true }) said: string | null;
  @ApiProperty({ type: String, format: 'date', example: '2026-12-01' }) cameOn: string;
  @ApiProperty({ type: String, format: 'date', description: 'Ten working days later' }) dueOn: string;
  @ApiProperty({ type: Boolean, description: 'The answer was put off by five more' }) extended: boolean;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Working days until then: 0 on the day itself, below zero once it is over; null: decided',
  })
  daysLeft: number | null;
  @ApiProperty({ type: String, format: 'date-time' }) recordedAt: string;
  @ApiProperty({ type: ErasurePerson, nullable: true, description: 'null: themselves' })
  recordedBy: ErasurePerson | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) decidedAt: string | null;
  @ApiProperty({ type: ErasurePerson, nullable: true, description: 'null: themselves, or nobody yet' })
  decidedBy: ErasurePerson | null;
  @ApiProperty({ type: String, nullable: true, description: 'Why it was refused' }) reason: string | null;
}

class ErasureObstacleAnswer {
  @ApiProperty({ enum: [...REQUEST_OBSTACLES, ...OBSTACLES] }) code: string;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Promises that nobody has confirmed yet' }) count:
    number | null;
  @ApiProperty({ type: String, nullable: true, description: 'Whose only owner they are' }) organization: string | null;
}

class ErasureEndsAnswer {
  @ApiProperty({ type: 'integer', description: 'Open offers that will be withdrawn' }) offers: number;
  @ApiProperty({ enum: STAFF_ROLES, isArray: true, description: 'Roles that will end' }) roles: readonly StaffRole[];
  @ApiProperty({ type: 'integer', description: 'Organizations that they will leave' }) organizations: number;
}

export class ErasureCaseAnswer extends ErasureRequestAnswer {
  @ApiProperty({ type: String, nullable: true, description: 'null: decided' }) email: string | null;
  @ApiProperty({ type: Boolean }) emailConfirmed: boolean;
  @ApiProperty({ type: [ErasureObstacleAnswer], description: 'What stands in the way of the erasure now' })
  obstacles: readonly ErasureObstacleAnswer[];
  @ApiProperty({ type: ErasureEndsAnswer, nullable: true, description: 'null: decided' })
  ends: ErasureEndsAnswer | null;
  @ApiProperty({ type: [String], enum: REQUEST_VERBS }) can: readonly RequestVerb[];
}

class WaitingRequestsAnswer {
  @ApiProperty({ type: 'integer' }) count: number;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'The nearest deadline' }) dueOn:
    string | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Working days until then' }) daysLeft: number | null;
}

export class ErasureRequestsAnswer {
  @ApiProperty({ type: [ErasureRequestAnswer] }) items: readonly ErasureRequestAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
  @ApiProperty({ type: String, format: 'date', description: 'The day that it is in the region' }) today: string;
  @ApiProperty({ type: WaitingRequestsAnswer, description: 'Whatever is listed' }) waiting: WaitingRequestsAnswer;
}
