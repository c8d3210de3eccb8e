import { ApiProperty } from '@nestjs/swagger';
import type { ReviewSection } from '#moderation';

class SectionCounts {
  @ApiProperty({ type: 'integer', minimum: 0 }) open: number;
  @ApiProperty({ type: 'integer', minimum: 0 }) escalated: number;
  @ApiProperty({ type: 'integer', minimum: 0 }) signatures: number;
  @ApiProperty({ type: 'integer', minimum: 0 }) disputes: number;
  @ApiProperty({ type: 'integer', minimum: 0 }) appeals: number;
  @ApiProperty({ type: 'integer', minimum: 0 }) mine: number;
  @ApiProperty({ type: 'integer', minimum: 0 }) 'to-correct': number;
}

export class ReviewCountsAnswer {
  @ApiProperty({ type: SectionCounts, description: 'Without those that you have an interest in' })
  sections: Readonly<Record<ReviewSection, number>>;
  @ApiProperty({ type: 'integer', minimum: 0, description: 'What waits and is hidden from you' }) hidden: number;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Since when the oldest open review waits',
  })
  oldestAt: string | null;
}
