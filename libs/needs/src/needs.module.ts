import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogueModule } from '#catalogue';
import { LedgerModule } from '#ledger';
import { PhotosModule } from '#photos';
import { NeedPhotos } from './need-photos.service.js';
import { NeedEditEntity } from './need-edit.entity.js';
import { NeedEntity } from './need.entity.js';
import { NeedsQueries } from './needs.queries.js';
import { NeedsService } from './needs.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([NeedEntity, NeedEditEntity]), CatalogueModule, LedgerModule, PhotosModule],
  providers: [NeedsService, NeedsQueries, NeedPhotos],
  exports: [NeedsService, NeedsQueries, NeedPhotos],
})
export class NeedsModule {}
