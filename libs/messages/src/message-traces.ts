import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Fact } from '#kernel';
import { watchersOf } from '#offers';
import { PhotosService } from '#photos';
import { announce, patternOf, type FactJob, type PersonWords, type Tx } from '#platform';

/**
 * Takes away what a person who is erased wrote in messages and said against those of others; where others wrote to them about what they offered, their
 * name and address. Photos follow (`messages.forget`).
 */
export async function forgetMessages(tx: Tx, { personId, names, addresses }: PersonWords): Promise<void> {
  await tx.query(`UPDATE match_messages SET text = '', removed_at = coalesce(removed_at, now()) WHERE author_id = $1`, [
    personId,
  ]);
  await tx.query(`UPDATE match_message_reports SET reason = '—' WHERE person_id = $1`, [personId]);
  await tx.query('DELETE FROM match_message_reads WHERE person_id = $1', [personId]);
  const pattern = patternOf([...names, ...addresses]);
  if (pattern === null) return;
  for (const [table, column] of [
    ['match_messages', 'text'],
    ['match_message_reports', 'reason'],
  ] as const) {
    await tx.query(
      `UPDATE ${table} t SET ${column} = regexp_replace(t.${column}, $2, '—', 'gi') FROM matches m JOIN offers o ON o.id = m.offer_id WHERE t.match_id = m.id AND $1 IN (o.created_by, o.donor_id) AND t.${column} ~* $2`,
      [personId, pattern],
    );
  }
}

/** Follows photos of messages. */
@Injectable()
export class MessageTraces {
  /** Follows `person.erased`: what a person showed goes after their words, and then what was left of the messages. */
  readonly forgetJob: FactJob = {
    name: 'messages.forget',
    call: (fact) => this.forget((fact as Fact<'person.erased'>).payload.personId),
  };
  /** Follows `photo.processed`: both sides see the picture now. */
  readonly photoJob: FactJob = {
    name: 'messages.photo-processed',
    apply: (tx, fact) => this.processed(tx, (fact as Fact<'photo.processed'>).payload.photoId),
  };

  constructor(
    private readonly source: DataSource,
    private readonly photos: PhotosService,
  ) {}

  private async forget(personId: string): Promise<void> {
    const rows = (await this.source.query(
      'SELECT p.id FROM match_messages m JOIN photos p ON p.message_id = m.id WHERE m.author_id = $1',
      [personId],
    )) as { id: string }[];
    await this.photos.removeFiles(rows.map((row) => row.id));
    await this.source.query('DELETE FROM match_messages WHERE author_id = $1', [personId]); // rows of photos follow by their foreign key
  }

  private async processed(tx: Tx, photoId: string): Promise<void> {
    const rows = (await tx.query(
      `SELECT m.match_id AS id, o.donor_id AS "donorId", o.on_behalf_of AS "onBehalfOf", n.organization_id AS "organizationId"
       FROM photos p JOIN match_messages m ON m.id = p.message_id JOIN matches a ON a.id = m.match_id JOIN offers o ON o.id = a.offer_id JOIN needs n ON n.id = a.need_id WHERE p.id = $1`,
      [photoId],
    )) as { id: string; donorId: string; onBehalfOf: string | null; organizationId: string }[];
    for (const row of rows)
      announce(tx, { event: 'match.message', id: row.id, partyIds: [...watchersOf(row), row.organizationId] });
  }
}
