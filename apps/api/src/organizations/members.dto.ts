import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsIn, IsString, MaxLength } from 'class-validator';
import type { Role } from '#identity';
import { ROLES } from '#organizations';

const EMAIL_MAX = 254;
const TOKEN_MAX = 100;

export class InviteDto {
  @ApiProperty({ type: String, format: 'email', maxLength: EMAIL_MAX, example: 'helper@example.org' })
  @MaxLength(EMAIL_MAX)
  @IsEmail({}, { context: { code: 'form.not-an-email' } })
  email: string;

  @ApiProperty({ enum: ROLES, example: 'coordinator' })
  @IsIn(ROLES)
  role: Role;
}

export class RoleDto {
  @ApiProperty({ enum: ROLES, example: 'coordinator' })
  @IsIn(ROLES)
  role: Role;
}

export class InvitationTokenDto {
  @ApiProperty({ type: String, maxLength: TOKEN_MAX, description: 'From the link of the mail, behind #' })
  @IsString()
  @MaxLength(TOKEN_MAX)
  token: string;
}

class MemberPerson {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String }) name: string;
  @ApiProperty({ type: String }) email: string;
}

export class MemberAnswer {
  @ApiProperty({ type: MemberPerson }) person: MemberPerson;
  @ApiProperty({ enum: ROLES }) role: Role;
  @ApiProperty({ type: String, format: 'date-time' }) since: string;
  @ApiProperty({ enum: ['change-role', 'remove', 'leave'], isArray: true }) can: readonly string[];
}

export class MembersAnswer {
  @ApiProperty({ type: [MemberAnswer] }) items: readonly MemberAnswer[];
  @ApiProperty({ type: String, nullable: true, description: 'Always null: all of them on one page' }) nextCursor:
    string | null;
}

export class InvitationAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String }) email: string;
  @ApiProperty({ enum: ROLES }) role: Role;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt: string;
  @ApiProperty({ type: String, format: 'date-time' }) expiresAt: string;
  @ApiProperty({ enum: ['take-back'], isArray: true }) can: readonly string[];
}

export class InvitationsAnswer {
  @ApiProperty({ type: [InvitationAnswer] }) items: readonly InvitationAnswer[];
  @ApiProperty({ type: String, nullable: true, description: 'Always null: all of them on one page' }) nextCursor:
    string | null;
}

class InvitingOrganization {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String }) shortName: string;
}

export class OpenInvitationAnswer {
  @ApiProperty({ type: InvitingOrganization }) organization: InvitingOrganization;
  @ApiProperty({ enum: ROLES }) role: Role;
  @ApiProperty({ type: String }) email: string;
  @ApiProperty({ type: String, format: 'date-time' }) expiresAt: Date;
}
