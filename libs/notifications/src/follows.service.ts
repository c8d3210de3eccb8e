import { Injectable } from '@nestjs/common';
import { Catalogue, refuseCatalogue } from '#catalogue';
import { Clock, newId } from '#kernel';
import { DataSource } from 'typeorm';
import { FOLLOW_PAUSE_MS, FOLLOWS_MOST, type FollowSubject } from './follows.rules.js';
import { refuse } from './notifications.refusals.js';

export interface Follow {
  readonly subject: FollowSubject;
  readonly code: string;
  readonly followedAt: Date;
}

/** Places and spheres that a person is told new needs of. */
@Injectable()
export class Follows {
  constructor(
    private readonly source: DataSource,
    private readonly catalogue: Catalogue,
    private readonly clock: Clock,
  ) {}

  /** The latest first; FOLLOWS_MOST at most. */
  async of(personId: string): Promise<Follow[]> {
    return this.source.query(
      'SELECT subject, code, followed_at AS "followedAt" FROM follows WHERE person_id = $1 ORDER BY followed_at DESC, id',
      [personId],
    );
  }

  /**
   * Twice is once: a follow that stands stays as it is.
   * @throws catalogue.not-found where there is no sheet of it  @throws follow.too-many
   */
  async follow(personId: string, subject: FollowSubject, code: string): Promise<void> {
    if (!this.hasSheet(subject, code)) refuseCatalogue('catalogue.not-found');
    const now = this.clock.now();
    await this.source.transaction(async (tx) => {
      await tx.query('SELECT 1 FROM people WHERE id = $1 FOR NO KEY UPDATE', [personId]); // the limit is counted by one at a time
      const [row]: { others: number }[] = await tx.query(
        'SELECT count(*)::integer AS others FROM follows WHERE person_id = $1 AND (subject, code) <> ($2, $3)',
        [personId, subject, code],
      );
      if ((row?.others ?? 0) >= FOLLOWS_MOST) refuse('follow.too-many', { most: FOLLOWS_MOST });
      await tx.query(
        `INSERT INTO follows (id, person_id, subject, code, followed_at, told_until, next_at) VALUES ($1, $2, $3, $4, $5, $5, $6) ON CONFLICT (person_id, subject, code) DO NOTHING`,
        [newId(), personId, subject, code, now, new Date(now.getTime() + FOLLOW_PAUSE_MS)],
      );
    });
  }

  /** Twice is once. */
  async stop(personId: string, subject: FollowSubject, code: string): Promise<void> {
    await this.source.query('DELETE FROM follows WHERE person_id = $1 AND subject = $2 AND code = $3', [
      personId,
      subject,
      code,
    ]);
  }

  /** As libs/transparency tells of it: a settlement is told with its municipality. */
  private hasSheet(subject: FollowSubject, code: string): boolean {
    return subject === 'place'
      ? this.catalogue.place(code)?.kind === 'municipality'
      : this.catalogue.sphere(code) !== undefined;
  }
}
