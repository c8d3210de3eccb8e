import { Module } from '@nestjs/common';
import { MatchingModule } from '#matching';
import { ClearingJobs } from './clearing.jobs.js';
import { ClearingReads } from './clearings.queries.js';
import { Clearings } from './clearings.service.js';
import { PassedOverReads } from './passed-over.service.js';
import { ClearingProcesses } from './processes.js';
import { WeightChanges } from './weight-changes.service.js';
import { WeightVersions } from './weights.service.js';

const OFFERED = [
  Clearings,
  ClearingReads,
  ClearingProcesses,
  ClearingJobs,
  PassedOverReads,
  WeightVersions,
  WeightChanges,
];

@Module({ imports: [MatchingModule], providers: OFFERED, exports: OFFERED })
export class ClearingModule {}
