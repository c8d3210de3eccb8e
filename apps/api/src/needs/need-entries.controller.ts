import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { Actor } from '#identity';
import { Ledger, type Entry } from '#ledger';
import { NeedsQueries } from '#needs';
import {
  ApiErrors,
  CurrentUserOrVisitor,
  decodeCursor,
  encodeCursor,
  Id,
  page,
  PageQuery,
  type Page,
} from '../http/index.js';
import { EntriesAnswer } from './needs.answers.js';

/** What the books say of a need. */
@ApiTags('needs')
@Controller('needs')
export class NeedEntriesController {
  constructor(
    private readonly reads: NeedsQueries,
    private readonly ledger: Ledger,
    private readonly source: DataSource,
  ) {}

  @Get(':id/entries')
  @ApiOperation({
    summary: 'What moved into and out of a need, oldest first',
    description: 'Public; people as pseudonyms. Posted amounts add up to `received`.',
  })
  @ApiOkResponse({ type: EntriesAnswer })
  @ApiErrors('need.not-found')
  async entries(
    @CurrentUserOrVisitor() who: Actor | null,
    @Id('id') id: string,
    @Query() query: PageQuery,
  ): Promise<Page<Entry>> {
    const after = decodeCursor(query.cursor, ['time', 'id']);
    await this.reads.visible(who, id);
    const { items, next } = await this.ledger.needEntries(this.source, id, {
      limit: query.limit,
      after: after && { at: after[0], id: after[1] },
    });
    return page(items, next && encodeCursor([next.at, next.id]));
  }
}
