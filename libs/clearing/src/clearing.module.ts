import { Module } from '@nestjs/common';
import { ClearingJobs } from './clearing.jobs.js';
import { ClearingReads } from './clearings.queries.js';
import { Clearings } from './clearings.service.js';
import { ClearingThreads } from './threads.js';
import { WeightVersions } from './weights.service.js';

@Module({ providers: [Clearings, ClearingReads, ClearingThreads, ClearingJobs, WeightVersions], exports: [Clearings, ClearingReads, ClearingThreads, ClearingJobs, WeightVersions] })
export class ClearingModule {}
