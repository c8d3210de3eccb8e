import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { refuseForm } from '#kernel';
import { readWeights, type Weights } from '#engine';
import { audit, type Tx } from '#platform';

export interface PublishedWeights {
  readonly version: number;
  readonly weights: Weights;
  readonly at: Date;
}

export interface WeightsForm {
  readonly weights: Weights;
  /** The version that the administrator saw. */
  readonly basedOn: number;
  readonly reason: string;
}

/** Advisory lock of whoever changes the weights, until the transaction ends. */
export const LOCK = 738_221;

/** The weights of the score: numbered versions that are added and never changed, so that every score can be worked out again. */
@Injectable()
export class WeightVersions {
  constructor(private readonly source: DataSource) {}

  /** Newest first. */
  async page(limit: number, before: number | null): Promise<PublishedWeights[]> {
    return this.source.query(
      'SELECT version, weights, at FROM weight_versions WHERE $2::integer IS NULL OR version < $2 ORDER BY version DESC LIMIT $1',
      [limit, before],
    );
  }
}

/** @throws a form error of `weights` */
export function weightsIn(value: unknown): Weights {
  try {
    return readWeights(value);
  } catch {
    return refuseForm([{ field: 'weights', code: 'clearing.bad-weights' }]) as never;
  }
}

/** Read under LOCK where a version is to follow. Its weights stand in the order of their parts. */
export async function newestWeights(tx: Tx): Promise<PublishedWeights | null> {
  const [newest]: PublishedWeights[] = await tx.query(
    'SELECT version, weights, at FROM weight_versions ORDER BY version DESC LIMIT 1',
  );
  return newest ? { ...newest, weights: readWeights(newest.weights) } : null;
}

/** Makes the version after the one that was seen; scores from now on are worked out with it. */
export async function addVersion(
  tx: Tx,
  by: string,
  { weights, basedOn, reason, signedBy }: WeightsForm & { readonly signedBy?: string },
  at: Date,
): Promise<PublishedWeights> {
  const made: PublishedWeights = { version: basedOn + 1, weights, at };
  await tx.query('INSERT INTO weight_versions (version, weights, at, by) VALUES ($1, $2, $3, $4)', [
    made.version,
    weights,
    at,
    by,
  ]);
  await audit(tx, {
    personId: by,
    action: 'weights.publish',
    subjectType: 'weights',
    subjectId: String(made.version),
    reason,
    data: { weights, ...(signedBy === undefined ? {} : { signedBy }) },
  });
  return made;
}
