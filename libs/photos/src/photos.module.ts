import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CleanPhotos } from './clean-photos.job.js';
import { PhotoEntity } from './photo.entity.js';
import { PhotosService } from './photos.service.js';
import { ProcessPhoto } from './process-photo.job.js';

@Module({
  imports: [TypeOrmModule.forFeature([PhotoEntity])],
  providers: [PhotosService, ProcessPhoto, CleanPhotos],
  exports: [PhotosService, ProcessPhoto, CleanPhotos],
})
export class PhotosModule {}
