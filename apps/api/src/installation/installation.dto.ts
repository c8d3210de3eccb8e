import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsEmail, IsOptional, IsString, MaxLength } from 'class-validator';
import { ABILITIES, STEPS, type Ability, type StepCode, type StepState } from '#installation';

/** Who runs the installation. */
export class OperatorDto {
  @ApiProperty({ example: 'Администрация города Заречный', maxLength: 200 })
  @IsString()
  @MaxLength(200)
  name: string;

  @ApiProperty({
    example: '7707083893',
    maxLength: 12,
    description: '10 digits of an organization, 12 of a sole proprietor',
  })
  @IsString()
  @MaxLength(12)
  inn: string;

  @ApiProperty({ example: 'Заречный, ул. Мира, 1', maxLength: 300 })
  @IsString()
  @MaxLength(300)
  address: string;

  @ApiProperty({ example: 'lepta@example.org', maxLength: 254 })
  @IsString()
  @MaxLength(254)
  @IsEmail()
  email: string;

  @ApiPropertyOptional({ type: String, nullable: true, example: '+7 000 000-00-00', maxLength: 40 })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  phone?: string | null;
}

export class OperatorAnswer {
  @ApiProperty({ type: String, example: 'Администрация города Заречный' }) name: string;
  @ApiProperty({ type: String, example: '7707083893' }) inn: string;
  @ApiProperty({ type: String }) address: string;
  @ApiProperty({ type: String }) email: string;
  @ApiProperty({ type: String, nullable: true }) phone: string | null;
}

class OutsideAnswer {
  @ApiProperty({ type: String, example: 'lepta seed --region DIR', description: 'A command, or a setting' })
  write: string;
  @ApiProperty({
    type: String,
    example: 'docs/how-to/set-up-another-region.md',
    description: 'The page of the documentation that tells how',
  })
  documentation: string;
}

class StepAnswer {
  @ApiProperty({ enum: STEPS }) code: StepCode;
  @ApiProperty({
    enum: ['opening', 'keeping', 'region'],
    description: 'What it is for: the first organization, losing nothing, the region',
  })
  group: 'opening' | 'keeping' | 'region';
  @ApiProperty({
    enum: ['done', 'warning', 'missing', 'failed', 'waits'],
    description: '`warning`: it works, and should be better; `waits`: another step comes first',
  })
  state: StepState;
  @ApiProperty({ type: Boolean, description: 'Whether the installation is not ready without it' }) required: boolean;
  @ApiProperty({ type: String, example: 'Модераторы' }) name: string;
  @ApiProperty({ type: String, description: 'What is so, in the language of Accept-Language' }) says: string;
  @ApiProperty({
    type: OutsideAnswer,
    nullable: true,
    description: 'What is done about it outside of the pages; null where nothing is, or where a page does it',
  })
  outside: OutsideAnswer | null;
}

class AbilityAnswer {
  @ApiProperty({ enum: ABILITIES }) code: Ability;
  @ApiProperty({ enum: STEPS, nullable: true, type: String, description: 'The step that stands in the way' })
  because: StepCode | null;
}

export class FirstDayAnswer {
  @ApiProperty({ type: Boolean, description: 'Everything that is required is there' }) ready: boolean;
  @ApiProperty({ type: [StepAnswer] }) steps: StepAnswer[];
  @ApiProperty({ type: [AbilityAnswer], description: 'What visitors can do so far' }) abilities: AbilityAnswer[];
  @ApiProperty({ type: [String], description: 'Purposes of the texts that the step `texts` still needs' })
  textsMissing: readonly string[];
}

export class TestMailAnswer {
  @ApiProperty({ type: Boolean, description: 'Whether the mail server took the mail' }) ok: boolean;
  @ApiProperty({ type: String, example: 'smtp.example.org:587' }) host: string;
  @ApiProperty({
    type: String,
    example: '535',
    description: 'What the server answered, or what kind of failure it was',
  })
  code: string;
  @ApiProperty({ type: String, description: 'In the server’s own words' }) text: string;
}
