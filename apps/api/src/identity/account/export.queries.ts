import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { exportedDonor } from '#donors';
import { exportedPerson, pseudonymOf } from '#identity';
import { Clock } from '#kernel';
import { exportedWalkIn } from '#offers';
import type { ExportSection } from '#platform';
import { EXPORT_SECTIONS } from './personal-data.js';

const PAGE = 500;

/** Everything that is kept about one person, as JSON in pieces: one query for each page of a section, so that memory does not grow with what a person has given. No secret is in it. */
@Injectable()
export class ExportQueries {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async *of(personId: string): AsyncGenerator<string> {
    const [person, donor] = [await exportedPerson(this.source, personId), await exportedDonor(this.source, personId)];
    yield* this.file('person', { ...person, donor }, EXPORT_SECTIONS, personId);
  }

  /** What is kept about a walk-in of an organization. */
  async *ofWalkIn(id: string): AsyncGenerator<string> {
    const [walkIn, donor] = [await exportedWalkIn(this.source, id), await exportedDonor(this.source, id)];
    const who = {
      id,
      name: donor?.displayName,
      contact: donor?.contact,
      anonymous: donor?.anonymous,
      ...walkIn,
      pseudonym: await pseudonymOf(this.source, id),
    };
    yield* this.file(
      'walkIn',
      who,
      EXPORT_SECTIONS.filter(({ ofWalkIn }) => ofWalkIn),
      id,
    );
  }

  private async *file(
    key: string,
    who: object,
    sections: readonly ExportSection[],
    id: string,
  ): AsyncGenerator<string> {
    yield `{"format":"lepta-export-1","at":${JSON.stringify(this.clock.now())},${JSON.stringify(key)}:${JSON.stringify(who)}`;
    for (const section of sections) {
      yield `,${JSON.stringify(section.name)}:[`;
      yield* this.rows(section, id);
      yield ']';
    }
    yield '}\n';
  }

  private async *rows({ sql }: ExportSection, personId: string): AsyncGenerator<string> {
    let after: [string, string] | null = null;
    let first = true;
    for (;;) {
      const rows = (await this.source.query(sql, [personId, after?.[0] ?? null, after?.[1] ?? null, PAGE])) as (Record<
        string,
        unknown
      > & { _at: string; _id: string })[];
      if (rows.length > 0) yield (first ? '' : ',') + rows.map(({ _at, _id, ...row }) => JSON.stringify(row)).join(',');
      const last = rows.at(-1);
      if (rows.length < PAGE || !last) return;
      after = [last._at, last._id];
      first = false;
    }
  }
}
