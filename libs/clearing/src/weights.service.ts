import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, refuseForm } from '#kernel';
import { readWeights, type Weights } from '#engine';
import { audit } from '#platform';
import { refuse } from './clearing.refusals.js';

export interface PublishedWeights {
  readonly version: number;
  readonly weights: Weights;
  readonly at: Date;
}

const LOCK = 738_221;

/** The weights of the score: numbered versions that are added and never changed, so that every score can be worked out again. */
@Injectable()
export class WeightVersions {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async page(limit: number, before: number | null): Promise<PublishedWeights[]> {
    return this.source.query(
      'SELECT version, weights, at FROM weight_versions WHERE $2::integer IS NULL OR version < $2 ORDER BY version DESC LIMIT $1',
      [limit, before],
    );
  }

  /**
   * Makes a new version; scores from now on are worked out with it. Saying what stands already changes nothing.
   * @param basedOn the version that the administrator saw
   * @throws weights.stale; a form error of `weights`
   */
  async publish(
    by: string,
    form: { readonly weights: unknown; readonly basedOn: number; readonly reason: string },
  ): Promise<PublishedWeights> {
    const weights = this.read(form.weights);
    return this.source.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
      const [newest]: PublishedWeights[] = await tx.query(
        'SELECT version, weights, at FROM weight_versions ORDER BY version DESC LIMIT 1',
      );
      if (newest && JSON.stringify(readWeights(newest.weights)) === JSON.stringify(weights)) return newest;
      if (newest?.version !== form.basedOn) refuse('weights.stale');
      const made: PublishedWeights = { version: form.basedOn + 1, weights, at: this.clock.now() };
      await tx.query('INSERT INTO weight_versions (version, weights, at, by) VALUES ($1, $2, $3, $4)', [
        made.version,
        weights,
        made.at,
        by,
      ]);
      await audit(tx, {
        personId: by,
        action: 'weights.publish',
        subjectType: 'weights',
        subjectId: String(made.version),
        reason: form.reason,
        data: { weights },
      });
      return made;
    });
  }

  private read(value: unknown): Weights {
    try {
      return readWeights(value);
    } catch {
      return refuseForm([{ field: 'weights', code: 'clearing.bad-weights' }]) as never;
    }
  }
}
