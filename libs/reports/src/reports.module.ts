import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogueModule } from '#catalogue-store';
import { NeedsModule } from '#needs';
import { PhotosModule } from '#photos';
import { ReportEntity } from './report.entity.js';
import { ReportMails } from './report-mails.job.js';
import { ReportPhotos } from './report-photos.service.js';
import { ReportReads } from './reports.queries.js';
import { Reports } from './reports.service.js';
import { ShownReports } from './shown-reports.queries.js';

const services = [Reports, ReportReads, ReportPhotos, ReportMails, ShownReports];

@Module({
  imports: [TypeOrmModule.forFeature([ReportEntity]), CatalogueModule, NeedsModule, PhotosModule],
  providers: services,
  exports: services,
})
export class ReportsModule {}
