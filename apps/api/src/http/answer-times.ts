import { Injectable } from '@nestjs/common';
import { Histogram, Registry } from 'prom-client';
import { Clock } from '#kernel';
import { quantile, type Bucket } from '#platform';

const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** What no person waits for, and files and pages, which are of another size than answers. */
const LEFT_OUT = /^(\/\*|\/api\/metrics|\/api\/health\/.*)$/;

/** Of the answers to what people and programs ask of the API and beside it. */
export interface AnswersSoFar {
  /** ISO time at which this process began. */
  readonly since: string;
  readonly count: number;
  /** Milliseconds; null: nothing was answered yet. 10,000 stands for all that took longer. */
  readonly median: number | null;
  readonly p99: number | null;
  /** Answers that were a fault of ours (5xx). */
  readonly faults: number;
}

/** How long the answers of this process took, by method, route and status: for Prometheus, and in short for the page of an administrator. */
@Injectable()
export class AnswerTimes {
  readonly registry = new Registry();
  private readonly since: Date;
  private readonly seconds = new Histogram({
    name: 'lepta_http_request_seconds',
    help: 'Answers by method, route and status',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: BUCKETS,
    registers: [this.registry],
  });

  constructor(clock: Clock) {
    this.since = clock.now();
  }

  note(
    labels: { readonly method: string; readonly route: string; readonly status: number },
    milliseconds: number,
  ): void {
    this.seconds.observe(labels, milliseconds / 1000);
  }

  async soFar(): Promise<AnswersSoFar> {
    const { values } = await this.seconds.get();
    const buckets = new Map<number, number>();
    let [count, faults] = [0, 0];
    for (const { metricName, labels, value } of values as {
      metricName?: string;
      labels: { le?: number | string; route?: string; status?: number | string };
      value: number;
    }[]) {
      if (LEFT_OUT.test(labels.route ?? '')) continue;
      if (metricName?.endsWith('_bucket')) {
        const atMost = labels.le === '+Inf' ? Infinity : Number(labels.le);
        buckets.set(atMost, (buckets.get(atMost) ?? 0) + value);
      } else if (metricName?.endsWith('_count')) {
        count += value;
        if (Number(labels.status) >= 500) faults += value;
      }
    }
    const all: Bucket[] = [...buckets].map(([atMost, amount]) => ({ atMost, count: amount }));
    const ms = (share: number): number | null => {
      const found = quantile(all, share);
      return found === null ? null : found * 1000;
    };
    return { since: this.since.toISOString(), count, median: ms(0.5), p99: ms(0.99), faults };
  }
}
