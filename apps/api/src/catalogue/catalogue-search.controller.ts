import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CatalogueSearch, type Found } from '#catalogue-store';
import { LocaleOf, page, type Page } from '../http/index.js';
import { FoundPage } from './catalogue.answers.js';
import { CatalogueSearchQuery } from './catalogue.dto.js';

/** Words to codes: the one list of the catalogue that asks the database. */
@ApiTags('catalogue')
@Controller('catalogue')
export class CatalogueSearchController {
  constructor(private readonly search: CatalogueSearch) {}

  @Get('search')
  @ApiOperation({
    summary: 'Spheres, categories, items, skills and places by what people call them',
    description:
      'The best fit first: name, synonym, beginning, similar words. Mistakes, word forms and the wrong keyboard are understood.',
  })
  @ApiOkResponse({ type: FoundPage })
  async find(
    @LocaleOf() locale: 'ru' | 'en',
    @Query() query: CatalogueSearchQuery,
  ): Promise<Page<Omit<Found, 'score'>>> {
    const { q, ...filters } = query;
    const found = await this.search.find(q, filters, locale);
    return page(
      found.map(({ score: _, ...shown }) => shown),
      null,
    );
  }
}
