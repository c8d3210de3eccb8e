import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogueModule } from '#catalogue-store';
import { LedgerModule } from '#ledger';
import { PhotosModule } from '#photos';
import { NeedDuplicates } from './duplicates.queries.js';
import { NeedCopies } from './need-copies.service.js';
import { NeedReminders } from './need-reminders.job.js';
import { NeedRenewals } from './need-renewals.service.js';
import { NeedPhotos } from './need-photos.service.js';
import { NeedEditEntity } from './need-edit.entity.js';
import { NeedEntity } from './need.entity.js';
import { NeedsQueries } from './needs.queries.js';
import { NeedsService } from './needs.service.js';

const services = [NeedsService, NeedsQueries, NeedPhotos, NeedCopies, NeedDuplicates, NeedRenewals, NeedReminders];

@Module({
  imports: [TypeOrmModule.forFeature([NeedEntity, NeedEditEntity]), CatalogueModule, LedgerModule, PhotosModule],
  providers: services,
  exports: services,
})
export class NeedsModule {}
