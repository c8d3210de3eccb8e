import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from './catalogue.queries.js';

@Global()
@Module({
  providers: [{ provide: Catalogue, useFactory: (source: DataSource) => Catalogue.load(source), inject: [DataSource] }],
  exports: [Catalogue],
})
export class CatalogueModule {}
