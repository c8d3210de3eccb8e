import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogueModule } from '#catalogue';
import { LedgerModule } from '#ledger';
import { NeedEditEntity } from './need-edit.entity.js';
import { NeedEntity } from './need.entity.js';
import { NeedsQueries } from './needs.queries.js';
import { NeedsService } from './needs.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([NeedEntity, NeedEditEntity]), CatalogueModule, LedgerModule],
  providers: [NeedsService, NeedsQueries],
  exports: [NeedsService, NeedsQueries],
})
export class NeedsModule {}
