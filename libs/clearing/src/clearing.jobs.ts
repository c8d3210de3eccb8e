import { Injectable } from '@nestjs/common';
import type { Fact } from '#kernel';
import type { FactJob } from '#platform';
import { ClearingProcesses } from './processes.js';

/** A run, and bins of runs, as jobs of the queue: any worker takes them, and takes them up again from one that died. */
@Injectable()
export class ClearingJobs {
  readonly run: FactJob<Fact<'clearing.asked'>> = {
    name: 'clearing.run',
    call: (fact) => this.processes.run({ clearingId: fact.payload.clearingId }),
  };
  readonly solvePart: FactJob<Fact<'clearing.part-asked'>> = {
    name: 'clearing.solve-part',
    call: (fact) => this.processes.run({ clearingId: fact.payload.clearingId, part: fact.payload.part }),
  };

  constructor(private readonly processes: ClearingProcesses) {}
}
