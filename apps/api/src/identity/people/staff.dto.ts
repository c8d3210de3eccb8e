import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsNotEmpty, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { REASON_MAX, STAFF_ROLES, type StaffRole } from '#identity';
import { PageQuery, Unseen } from '../../http/index.js';

export class PeopleQuery extends PageQuery {
  @ApiPropertyOptional({
    type: String,
    minLength: 2,
    maxLength: 100,
    description:
      'Part of a name, an address or the name of an official’s place. Left out: everybody who has a role. Who was looked for stands in the audit log',
  })
  @IsOptional()
  @IsString()
  @MinLength(2)
  @MaxLength(100)
  @Unseen()
  q?: string;

  @ApiPropertyOptional({ enum: STAFF_ROLES, description: 'Only who has this role' })
  @IsOptional()
  @IsIn([...STAFF_ROLES])
  role?: StaffRole;

  @ApiPropertyOptional({ type: Boolean, description: 'Only whose role (that one, if `role` is given) sleeps' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  asleep?: boolean;
}

export class GrantDto {
  @ApiProperty({ enum: STAFF_ROLES })
  @IsIn([...STAFF_ROLES])
  role: StaffRole;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength: 80,
    example: 'zeya',
    description: 'Code of a place; only an official has one, and needs it',
  })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(80)
  place?: string | null;

  @ApiProperty({
    maxLength: REASON_MAX,
    example: 'Решение совета № 3',
    description: 'The person reads it, and it stays in the audit log',
  })
  @IsString()
  @MaxLength(REASON_MAX)
  reason: string;
}

export class RevokeDto {
  @ApiProperty({
    maxLength: REASON_MAX,
    example: 'Перешла на другую работу',
    description: 'The person reads it, and it stays in the audit log',
  })
  @IsString()
  @MaxLength(REASON_MAX)
  reason: string;
}

class GrantPlace {
  @ApiProperty({ type: String, example: 'zeya' }) code: string;
  @ApiProperty({ type: String, example: 'Зея' }) name: string;
}

class GrantBy {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String }) name: string;
}

export class GrantAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ enum: STAFF_ROLES }) role: StaffRole;
  @ApiProperty({ type: GrantPlace, nullable: true }) place: GrantPlace | null;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
  @ApiProperty({ type: String, format: 'date-time' }) grantedAt: string;
  @ApiProperty({ type: GrantBy, nullable: true, description: 'null: the operator’s own tool' })
  grantedBy: GrantBy | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) revokedAt: string | null;
  @ApiProperty({ type: GrantBy, nullable: true }) revokedBy: GrantBy | null;
  @ApiProperty({ type: String, nullable: true }) revokeReason: string | null;
  @ApiProperty({
    enum: ['address-not-confirmed', 'no-second-factor'],
    nullable: true,
    type: String,
    description: 'Why the role does nothing for now',
  })
  asleep: 'address-not-confirmed' | 'no-second-factor' | null;
  @ApiProperty({ type: [String], enum: ['revoke'] }) can: readonly string[];
}

export class StaffPersonAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String }) name: string;
  @ApiProperty({ type: String }) email: string;
  @ApiProperty({ type: Boolean }) emailConfirmed: boolean;
  @ApiProperty({ enum: ['ru', 'en'] }) locale: 'ru' | 'en';
  @ApiProperty({ type: [String], enum: ['totp', 'passkey'], description: 'Second factors that are set up' })
  secondFactor: readonly string[];
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When a session of theirs was last used, to five minutes; null: none is open',
  })
  lastSeenAt: string | null;
  @ApiProperty({
    type: Boolean,
    description: 'Nobody else could administer the installation: that role cannot be taken from them',
  })
  lastAdministrator: boolean;
  @ApiProperty({
    type: [GrantAnswer],
    description: 'In a list those that they have; of one person also those that they had',
  })
  roles: readonly GrantAnswer[];
}

class RoleCount {
  @ApiProperty({ type: 'integer' }) all: number;
  @ApiProperty({ type: 'integer', description: 'In how many of them it does not sleep' }) awake: number;
}

class RoleCounts {
  @ApiProperty({ type: RoleCount }) moderator: RoleCount;
  @ApiProperty({ type: RoleCount }) administrator: RoleCount;
  @ApiProperty({ type: RoleCount }) official: RoleCount;
}

export class PeopleAnswer {
  @ApiProperty({ type: [StaffPersonAnswer] }) items: readonly StaffPersonAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
  @ApiProperty({ type: RoleCounts, description: 'People with each role, whatever was looked for' }) counts: RoleCounts;
}
