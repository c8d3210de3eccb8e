import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from './catalogue.queries.js';
import { CatalogueSearch } from './catalogue-search.queries.js';

@Global()
@Module({
  providers: [
    { provide: Catalogue, useFactory: (source: DataSource) => Catalogue.load(source), inject: [DataSource] },
    { provide: CatalogueSearch, useFactory: (source: DataSource, catalogue: Catalogue) => new CatalogueSearch(source, catalogue), inject: [DataSource, Catalogue] },
  ],
  exports: [Catalogue, CatalogueSearch],
})
export class CatalogueModule {}
