import { Module } from '@nestjs/common';
import { CatalogueModule } from '#catalogue';
import { OpenBalance } from './open-balance.queries.js';

@Module({ imports: [CatalogueModule], providers: [OpenBalance], exports: [OpenBalance] })
export class TransparencyModule {}
