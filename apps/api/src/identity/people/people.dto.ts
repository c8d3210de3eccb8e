import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsEmail,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { PASSWORD_MAX, PASSWORD_MIN } from '#identity';
import { FaultsTogether, Unseen } from '../../http/index.js';

export class ConsentDto {
  @ApiProperty({ example: 'personal-data', maxLength: 60 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  purpose: string;

  @ApiProperty({ example: '2026-01', maxLength: 40, description: 'From `GET /consent-texts`' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  version: string;
}

@FaultsTogether()
export class RegistrationDto {
  @ApiProperty({ example: 'anna@example.org', maxLength: 254 })
  @IsString()
  @MaxLength(254)
  @IsEmail()
  email: string;

  @ApiProperty({ example: 'сливовый пирог 7', minLength: PASSWORD_MIN, maxLength: PASSWORD_MAX })
  @IsString()
  @MaxLength(PASSWORD_MAX)
  @Unseen()
  password: string;

  @ApiProperty({ example: 'Анна', maxLength: 120 })
  @IsString()
  @MaxLength(120)
  @Matches(/\S/, { context: { code: 'form.required' } })
  name: string;

  @ApiProperty({ enum: ['ru', 'en'], example: 'ru' })
  @IsIn(['ru', 'en'])
  locale: 'ru' | 'en';

  @ApiPropertyOptional({
    type: [ConsentDto],
    description: 'What the person agreed to in the form. `personal-data` has to be among it: the law requires it',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => ConsentDto)
  consents?: ConsentDto[];
}

/** The same for every address: it does not say whether there was an account. */
export class RegisteredAnswer {
  @ApiProperty({ example: 'anna@example.org' }) email: string;
  @ApiProperty({ enum: ['confirm-email'] }) next: 'confirm-email';
}

export class EmailConfirmationDto {
  @ApiProperty({ description: 'What stands behind # in the link of the mail', maxLength: 100 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  token: string;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: 'сливовый пирог 7',
    minLength: PASSWORD_MIN,
    maxLength: PASSWORD_MAX,
    description:
      'To sign in with from now on. Needed unless the link is opened in the browser in which the address was registered.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(PASSWORD_MAX)
  password?: string | null;
}

export class EmailConfirmedAnswer {
  @ApiProperty({ enum: [true] }) emailConfirmed: true;
  @ApiProperty({ type: String, example: 'anna@example.org', description: 'The address that the link was sent to' })
  email: string;
}
