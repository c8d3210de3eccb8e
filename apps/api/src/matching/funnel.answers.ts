import { ApiProperty } from '@nestjs/swagger';
import { FUNNEL_STEPS } from '#engine';

/** How the offers for a need fall away, condition by condition. */
export class FunnelAnswer {
  @ApiProperty({ enum: FUNNEL_STEPS, example: 'distance' }) condition: string;
  @ApiProperty({ type: 'integer', example: 3 }) left: number;
  @ApiProperty({ type: String, example: 'Достаточно близко: 3 вклада' }) sentence: string;
}
