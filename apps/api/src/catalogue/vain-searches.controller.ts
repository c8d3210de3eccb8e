import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { VAIN_DAYS, VAIN_SHOWN, VAIN_SHOWN_FROM, vainSearches, type VainSearch } from '#catalogue-store';
import { Clock } from '#kernel';
import { ApiErrors, page, RequireAdministrator, type Page } from '../http/index.js';

class VainSearchAnswer {
  @ApiProperty({ type: String, example: 'топливные брикеты', description: 'Small letters, ё as е' }) words: string;
  @ApiProperty({ type: 'integer', minimum: VAIN_SHOWN_FROM, description: `In the last ${VAIN_DAYS} days` })
  times: number;
}

class VainSearchesAnswer {
  @ApiProperty({ type: [VainSearchAnswer], description: `The most often asked first, at most ${VAIN_SHOWN}` })
  items: readonly VainSearchAnswer[];
  @ApiProperty({ type: String, nullable: true, description: 'Always null' }) nextCursor: string | null;
}

/** Words that the catalogue lacks, for its editor. */
@ApiTags('administration')
@Controller('admin/vain-searches')
@RequireAdministrator()
export class VainSearchesController {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Words by which people looked for needs and found neither one nor an entry of the catalogue',
    description: 'Counted by day without who asked, a few words without figures each; shown from five times on.',
  })
  @ApiOkResponse({ type: VainSearchesAnswer })
  @ApiErrors('http.administrators-only')
  async list(): Promise<Page<VainSearch>> {
    return page(await vainSearches(this.source, this.clock.now()), null);
  }
}
