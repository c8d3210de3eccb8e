import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsNotEmpty, IsObject, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';

const anyObject = { type: 'object', additionalProperties: true } as const;

/** What the browser's authenticator said, as `@simplewebauthn/browser` gives it. */
export class PasskeyAnswerDto {
  @ApiProperty({ format: 'uuid', description: 'From the options' })
  @IsUUID()
  challengeId: string;

  @ApiProperty({
    ...anyObject,
    description: 'RegistrationResponseJSON or AuthenticationResponseJSON of WebAuthn Level 3',
  })
  @IsObject()
  response: object;
}

/** Exactly one of them. */
export class ProofDto {
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: '287082',
    maxLength: 20,
    description: 'Of the authenticator app',
  })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(20)
  code?: string;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: 'k7f2-9mxq-03ad-zt5w',
    maxLength: 40,
    description: 'Works once',
  })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  recoveryCode?: string;

  @ApiPropertyOptional({ type: PasskeyAnswerDto, nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => PasskeyAnswerDto)
  passkey?: PasskeyAnswerDto;
}

export class PasskeyOptionsAnswer {
  @ApiProperty({ format: 'uuid', description: 'Send it back with the answer, within five minutes' })
  challengeId: string;
  @ApiProperty({
    ...anyObject,
    description: 'For `startRegistration` or `startAuthentication` of `@simplewebauthn/browser`',
  })
  options: object;
}
