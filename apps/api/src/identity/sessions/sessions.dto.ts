import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { PASSWORD_MAX, type Role } from '#identity';
import { ORGANIZATION_STATUSES } from '#organizations';
import { Unseen } from '../../http/index.js';

export class SignInDto {
  @ApiProperty({ example: 'anna@example.org', maxLength: 254 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(254)
  email: string;

  @ApiProperty({ example: 'сливовый пирог 7', maxLength: PASSWORD_MAX })
  @IsString()
  @IsNotEmpty()
  @MaxLength(PASSWORD_MAX)
  @Unseen()
  password: string;
}

export class SessionPerson {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: 'Анна' }) name: string;
  @ApiProperty({ example: 'anna@example.org' }) email: string;
  @ApiProperty({ enum: ['ru', 'en'] }) locale: 'ru' | 'en';
  @ApiProperty() emailConfirmed: boolean;
}

export class MembershipOrganization {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty() shortName: string;
  @ApiProperty({ enum: ORGANIZATION_STATUSES }) status: (typeof ORGANIZATION_STATUSES)[number];
}

export class Membership {
  @ApiProperty({ type: MembershipOrganization }) organization: MembershipOrganization;
  @ApiProperty({ enum: ['owner', 'coordinator', 'accountant'] }) role: Role;
  @ApiProperty({ description: 'You may offer in the name of the organization: `onBehalfOf` of an offer' })
  mayOffer: boolean;
}

class AskedConsent {
  @ApiProperty({ example: 'personal-data' }) purpose: string;
  @ApiProperty({ example: '2026-01' }) version: string;
}

export class SessionAnswer {
  @ApiProperty({ type: SessionPerson }) person: SessionPerson;
  @ApiProperty({ type: [Membership] }) memberships: Membership[];
  @ApiProperty({ type: [String], enum: ['moderator', 'administrator'] }) roles: string[];
  @ApiProperty({
    description: 'Your roles on the platform sleep until a second factor is set up and passed in this session',
  })
  secondFactorRequired: boolean;
  @ApiProperty({
    type: [AskedConsent],
    description:
      'What the law requires your consent to, and you have not given it to the wording of now: `POST /me/consents` gives it',
  })
  consentsAsked: AskedConsent[];
}

/** The password was right, and that is not enough: nobody is signed in yet. */
export class SecondStepAnswer {
  @ApiProperty({
    type: [String],
    enum: ['totp', 'passkey', 'recovery-code'],
    description: 'What `POST /session/second-factor` takes from you',
  })
  secondFactor: string[];
}
