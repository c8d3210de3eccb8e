import { Global, Module } from '@nestjs/common';
import { loadCatalogue } from './load.queries.js';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { CatalogueWatch } from './catalogue-watch.js';
import { CatalogueSearch } from './catalogue-search.queries.js';

@Global()
@Module({
  providers: [
    { provide: Catalogue, useFactory: (source: DataSource) => loadCatalogue(source), inject: [DataSource] },
    {
      provide: CatalogueSearch,
      useFactory: (source: DataSource, catalogue: Catalogue) => new CatalogueSearch(source, catalogue),
      inject: [DataSource, Catalogue],
    },
    CatalogueWatch,
  ],
  exports: [Catalogue, CatalogueSearch, CatalogueWatch],
})
export class CatalogueModule {}
