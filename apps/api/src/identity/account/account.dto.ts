import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { OBSTACLES, PASSWORD_MAX, PASSWORD_MIN } from '#identity';
import { Unseen } from '../../http/index.js';

const password = { example: 'сливовый пирог 7', minLength: PASSWORD_MIN, maxLength: PASSWORD_MAX };

export class OwnPasswordDto {
  @ApiProperty({ maxLength: PASSWORD_MAX, description: 'Your password, once more' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(PASSWORD_MAX)
  @Unseen()
  password: string;
}

export class ResetRequestDto {
  @ApiProperty({ example: 'anna@example.org', maxLength: 254 })
  @IsString()
  @MaxLength(254)
  @IsEmail()
  email: string;
}

/** The same for every address. */
export class ResetRequestedAnswer {
  @ApiProperty({ example: 'anna@example.org' }) email: string;
  @ApiProperty({ enum: ['open-the-mail'] }) next: 'open-the-mail';
}

export class TokenDto {
  @ApiProperty({ description: 'What stands behind # in the link of the mail', maxLength: 100 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  token: string;
}

export class ResetDto extends TokenDto {
  @ApiProperty(password)
  @IsString()
  @MaxLength(PASSWORD_MAX)
  @Unseen()
  password: string;
}

export class PasswordSetAnswer {
  @ApiProperty({ enum: ['sign-in'] }) next: 'sign-in';
}

export class ChangePasswordDto {
  @ApiProperty({ maxLength: PASSWORD_MAX, description: 'The present one' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(PASSWORD_MAX)
  @Unseen()
  current: string;

  @ApiProperty(password)
  @IsString()
  @MaxLength(PASSWORD_MAX)
  @Unseen()
  password: string;
}

export class ChangeEmailDto extends OwnPasswordDto {
  @ApiProperty({ example: 'anna.new@example.org', maxLength: 254 })
  @IsString()
  @MaxLength(254)
  @IsEmail()
  email: string;
}

export class EmailChangeAskedAnswer {
  @ApiProperty({ example: 'anna.new@example.org' }) email: string;
  @ApiProperty({ enum: ['confirm-email'] }) next: 'confirm-email';
}

export class EmailAnswer {
  @ApiProperty({ example: 'anna.new@example.org', description: 'The address of the account now' }) email: string;
}

export class OwnSessionAnswer {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'Firefox, Windows',
    description: 'Family of browser and system; no more is kept',
  })
  device: string | null;
  @ApiProperty({ format: 'date-time' }) signedInAt: string;
  @ApiProperty({ format: 'date', description: 'The day on which it was last used, on the clock of the region' })
  lastSeen: string;
  @ApiProperty({ description: 'The one that asks' }) current: boolean;
}

export class OwnSessionsAnswer {
  @ApiProperty({ type: [OwnSessionAnswer] }) items: OwnSessionAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class SessionsEndedAnswer {
  @ApiProperty({ type: 'integer', example: 2 }) ended: number;
}

class PromisedNeedAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String }) title: string;
}

class PromisedAnswer {
  @ApiProperty({ type: String, format: 'uuid', description: 'Of the match' }) id: string;
  @ApiProperty({ type: String, example: '12 шт' }) text: string;
  @ApiProperty({ type: PromisedNeedAnswer }) need: PromisedNeedAnswer;
}

class OwnObstacleAnswer {
  @ApiProperty({ enum: OBSTACLES }) code: string;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Promises that nobody has confirmed yet' }) count:
    number | null;
  @ApiProperty({ type: String, nullable: true, description: 'Whose only owner you are' }) organization: string | null;
}

export class ErasureStandingAnswer {
  @ApiProperty({ type: 'integer', minimum: 0 }) count: number;
  @ApiProperty({ type: [PromisedAnswer] }) promised: PromisedAnswer[];
  @ApiProperty({
    type: [OwnObstacleAnswer],
    description:
      'Everything that stands in the way now, the promises among it; the erasure looks at the same once more',
  })
  obstacles: OwnObstacleAnswer[];
}
