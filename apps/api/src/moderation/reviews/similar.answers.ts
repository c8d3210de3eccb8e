import { ApiProperty } from '@nestjs/swagger';
import { NEED_STATUSES } from '#needs';
import { OrganizationRef } from './reviews.answers.js';

class ComparedNeedView {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: 'integer', example: 19874 }) number: number;
  @ApiProperty({ enum: NEED_STATUSES }) status: string;
  @ApiProperty({ type: String, description: 'With `•••` for what is closed to you' }) title: string;
  @ApiProperty({ type: String, description: 'With `•••` for what is closed to you' }) description: string;
  @ApiProperty({ type: OrganizationRef }) organization: OrganizationRef;
  @ApiProperty({ type: String, example: 'selemdzhinsky' }) place: string;
  @ApiProperty({ type: Boolean }) remote: boolean;
  @ApiProperty({ type: 'integer', description: 'What is asked for, in `unit`' }) amount: number;
  @ApiProperty({ type: String, example: 'pcs' }) unit: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) from: string | null;
  @ApiProperty({ type: String, format: 'date-time' }) deadline: string;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt: string;
}

export class SimilarNeedsAnswer {
  @ApiProperty({ type: ComparedNeedView, description: 'The need of the case, or what its edit would make of it' })
  ours: ComparedNeedView;
  @ApiProperty({ type: ComparedNeedView, nullable: true, description: 'Null: it is closed to you' })
  similar: ComparedNeedView | null;
}
