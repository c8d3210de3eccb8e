import { ApiProperty } from '@nestjs/swagger';
import { IsString, Matches, MaxLength } from 'class-validator';

export class NewApiKeyDto {
  @ApiProperty({ example: 'выгрузка в 1С', maxLength: 80 })
  @IsString()
  @MaxLength(80)
  @Matches(/\S/, { context: { code: 'form.required' } })
  name: string;
}

export class ApiKeyAnswer {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty({ example: 'lepta_Xq3f9k', description: 'Its first characters' }) prefix: string;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'To the hour' }) lastUsedAt:
    string | null;
}

export class NewApiKeyAnswer extends ApiKeyAnswer {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The key. It is in this answer only; a request repeated with the same Idempotency-Key gets null here.',
  })
  secret: string | null;
}

export class ApiKeysAnswer {
  @ApiProperty({ type: [ApiKeyAnswer] }) items: ApiKeyAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
