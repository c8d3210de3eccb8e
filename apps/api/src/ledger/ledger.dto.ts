import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';

export class ExportQuery {
  @ApiProperty({
    type: String,
    format: 'date',
    example: '2026-03-10',
    description: 'A closed day (UTC, by the time of sealing)',
  })
  @IsString()
  @MaxLength(10)
  day: string;
}

class DayDigestAnswer {
  @ApiProperty({ type: String, format: 'date' }) day: string;
  @ApiProperty({ type: 'integer' }) transfers: number;
  @ApiProperty({ type: 'integer' }) lastPosition: number;
  @ApiProperty({ type: String, description: 'SHA-256 in hex; includes the digest of the day before' }) digest: string;
  @ApiProperty({ type: String, format: 'date-time' }) closedAt: Date;
}

export class DigestsAnswer {
  @ApiProperty({ type: [DayDigestAnswer] }) items: DayDigestAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
