import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsString, Matches, MaxLength } from 'class-validator';
import { PasskeyAnswerDto } from '../sessions/second-step.dto.js';

export class PasskeyNameDto {
  @ApiProperty({ example: 'телефон', maxLength: 80 })
  @IsString()
  @MaxLength(80)
  @Matches(/\S/, { context: { code: 'form.required' } })
  name: string;
}

export class NewPasskeyDto extends PasskeyAnswerDto {
  @ApiProperty({ example: 'телефон', maxLength: 80 })
  @IsString()
  @MaxLength(80)
  @Matches(/\S/, { context: { code: 'form.required' } })
  name: string;
}

export class CodeDto {
  @ApiProperty({ example: '287082', maxLength: 20 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(20)
  code: string;
}

export class PasskeyAnswer {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: 'телефон' }) name: string;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lastUsedAt: string | null;
}

export class PasskeysAnswer {
  @ApiProperty({ type: [PasskeyAnswer] }) items: PasskeyAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class SecondFactorsAnswer {
  @ApiProperty({ description: 'Your roles on the platform sleep until one is set up and passed in this session' })
  required: boolean;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Since when codes of an authenticator app are asked for',
  })
  totpSince: string | null;
  @ApiProperty({ type: [PasskeyAnswer] }) passkeys: PasskeyAnswer[];
  @ApiProperty({ type: 'integer', description: 'Recovery codes that are left' }) recoveryCodes: number;
  @ApiProperty({ description: 'False where the service is reached by an IP address: browsers give no passkeys there' })
  passkeysPossible: boolean;
  @ApiProperty({
    description: 'Whether this session has passed a second factor within a quarter of an hour, as removing one needs',
  })
  fresh: boolean;
}

export class TotpBegunAnswer {
  @ApiProperty({ example: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', description: 'Base32; in this answer only' })
  secret: string;
  @ApiProperty({ example: 'otpauth://totp/Lepta:anna%40example.org?secret=…' }) uri: string;
  @ApiProperty({ description: 'The uri as a QR code, SVG' }) qr: string;
}

export class RecoveryCodesAnswer {
  @ApiProperty({
    type: [String],
    nullable: true,
    description: 'In this answer only. Null where you had codes already.',
  })
  recoveryCodes: string[] | null;
}

export class NewPasskeyAnswer extends PasskeyAnswer {
  @ApiProperty({
    type: [String],
    nullable: true,
    description: 'In this answer only. Null where you had codes already.',
  })
  recoveryCodes: string[] | null;
}
