import { Readable } from 'node:stream';
import { Controller, Get, Module, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { isDay, refuseForm } from '#kernel';
import { exportDay, LedgerModule, readDigests, type DayDigest } from '#ledger';
import { ApiErrors, decodeCursor, encodeCursor, page, PageQuery, type Page } from '../http/index.js';
import { DigestsAnswer, ExportQuery } from './ledger.dto.js';

/** The public books: open to everybody, without names. */
@ApiTags('ledger')
@Controller('ledger')
export class LedgerController {
  constructor(private readonly source: DataSource) {}

  @Get('digests')
  @ApiOperation({
    summary: 'Digests of closed days, newest first',
    description: 'Write one down: it vouches for every entry up to its day.',
  })
  @ApiOkResponse({ type: DigestsAnswer })
  async digests(@Query() query: PageQuery): Promise<Page<DayDigest>> {
    const before = decodeCursor(query.cursor, ['text'])?.[0] ?? null;
    if (before !== null && !isDay(before)) refuseForm([{ field: 'cursor', code: 'http.bad-cursor' }]);
    const rows = await readDigests(this.source, { limit: query.limit + 1, before });
    const items = rows.slice(0, query.limit);
    const last = items.at(-1);
    return page(items, rows.length > query.limit && last ? encodeCursor([last.day]) : null);
  }

  @Get('export')
  @ApiOperation({
    summary: 'The book of one closed day',
    description:
      'NDJSON with pseudonyms; `lepta verify-ledger --export FILE` checks it on a machine that knows nothing else.',
  })
  @ApiProduces('application/x-ndjson')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ApiErrors('ledger.day-not-closed')
  async export(@Query() query: ExportQuery): Promise<StreamableFile> {
    const lines = await exportDay(this.source, query.day);
    return new StreamableFile(Readable.from(lines), {
      type: 'application/x-ndjson',
      disposition: `attachment; filename="lepta-ledger-${query.day}.ndjson"`,
    });
  }
}

@Module({ imports: [LedgerModule], controllers: [LedgerController] })
export class LedgerApiModule {}
