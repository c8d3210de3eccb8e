import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { UpcomingQueries, type ShiftCounts } from '#volunteering';
import { ShiftCountsAnswer } from './shifts.answers.js';
import { ShiftCountsQuery } from './shift-queries.dto.js';

@ApiTags('shifts')
@Controller('shifts')
export class ShiftCountsController {
  constructor(private readonly upcoming: UpcomingQueries) {}

  @Get('counts')
  @ApiOperation({
    summary: 'How many shifts are to come, by day and by place',
    description: 'Public; of needs that take help now. For a strip of days and a map beside the list.',
  })
  @ApiOkResponse({ type: ShiftCountsAnswer })
  counts(@Query() query: ShiftCountsQuery): Promise<ShiftCounts> {
    return this.upcoming.counts(query);
  }
}
