import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DonorEntity } from './donor.entity.js';
import { DonorsService } from './donors.service.js';

export const donorEntities = [DonorEntity];

@Module({ imports: [TypeOrmModule.forFeature(donorEntities)], providers: [DonorsService], exports: [DonorsService] })
export class DonorsModule {}
