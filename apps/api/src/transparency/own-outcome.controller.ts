import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#identity';
import { OwnOutcomes, type OwnOutcome } from '#transparency';
import { CurrentUser, RequireSignIn } from '../http/index.js';

class LastReportAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) need: string;
  @ApiProperty({ type: String, format: 'date-time' }) at: string;
}

class OwnOutcomeAnswer {
  @ApiProperty({ type: 'integer', example: 6, description: 'Needs at which something of it arrived' }) needs: number;
  @ApiProperty({ type: 'integer', example: 3, description: 'Municipalities of these needs' }) districts: number;
  @ApiProperty({
    type: 'integer',
    example: 63,
    description:
      'People whom these needs name together; a need that names nobody, or a few of a private category, adds nothing',
  })
  people: number;
  @ApiProperty({ type: 'integer', example: 2, description: 'How many of these needs have a published report' })
  reports: number;
  @ApiProperty({ type: LastReportAnswer, nullable: true }) lastReport: LastReportAnswer | null;
}

/** What became of what the reader gave. */
@ApiTags('statements')
@Controller('me/outcome')
export class OwnOutcomeController {
  constructor(private readonly outcomes: OwnOutcomes) {}

  @Get()
  @RequireSignIn()
  @ApiOperation({
    summary: 'What became of what you gave',
    description:
      'Of all time, from the books: what arrived and was not taken back, also of offers that keep your name back.',
  })
  @ApiOkResponse({ type: OwnOutcomeAnswer })
  of(@CurrentUser() actor: Actor): Promise<OwnOutcome> {
    return this.outcomes.of(actor.personId);
  }
}
