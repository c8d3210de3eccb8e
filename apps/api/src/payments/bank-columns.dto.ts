import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { COLUMN_NAME_MAX, DAY_ORDERS } from '#payments';

const COLUMN = { type: String, maxLength: COLUMN_NAME_MAX } as const;

export class BankColumnsDto {
  @ApiProperty({ ...COLUMN, example: 'Дата' })
  @IsString()
  @MaxLength(COLUMN_NAME_MAX)
  day: string;

  @ApiProperty({ enum: DAY_ORDERS, description: 'How the bank writes days: 31.12.2026, 2026-12-31 or 12/31/2026' })
  @IsIn(DAY_ORDERS)
  dayOrder: (typeof DAY_ORDERS)[number];

  @ApiProperty({ ...COLUMN, example: 'Зачислено', description: 'What came in; below zero or empty: it went out' })
  @IsString()
  @MaxLength(COLUMN_NAME_MAX)
  amount: string;

  @ApiProperty({ ...COLUMN, example: 'Назначение платежа' })
  @IsString()
  @MaxLength(COLUMN_NAME_MAX)
  purpose: string;

  @ApiPropertyOptional({ ...COLUMN, example: 'Номер' })
  @IsOptional()
  @IsString()
  @MaxLength(COLUMN_NAME_MAX)
  number?: string;

  @ApiPropertyOptional({ ...COLUMN, example: 'Контрагент' })
  @IsOptional()
  @IsString()
  @MaxLength(COLUMN_NAME_MAX)
  payer?: string;

  @ApiPropertyOptional({ ...COLUMN, example: 'Счёт контрагента' })
  @IsOptional()
  @IsString()
  @MaxLength(COLUMN_NAME_MAX)
  payerAccount?: string;

  @ApiPropertyOptional({ ...COLUMN, example: 'Счёт', description: 'Where the file holds several accounts' })
  @IsOptional()
  @IsString()
  @MaxLength(COLUMN_NAME_MAX)
  account?: string;
}

class SavedColumnsAnswer {
  @ApiProperty({ type: String, example: 'Дата' }) day: string;
  @ApiProperty({ enum: DAY_ORDERS }) dayOrder: string;
  @ApiProperty({ type: String, example: 'Зачислено' }) amount: string;
  @ApiProperty({ type: String, example: 'Назначение платежа' }) purpose: string;
  @ApiPropertyOptional({ type: String }) number?: string;
  @ApiPropertyOptional({ type: String }) payer?: string;
  @ApiPropertyOptional({ type: String }) payerAccount?: string;
  @ApiPropertyOptional({ type: String }) account?: string;
}

export class BankColumnsAnswer {
  @ApiProperty({ type: SavedColumnsAnswer, nullable: true, description: 'null: nobody has said it yet' })
  columns: SavedColumnsAnswer | null;
}
