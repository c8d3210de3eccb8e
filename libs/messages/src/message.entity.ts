import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MatchSide } from '#matching';

/** One message of a match, from one side to the other. */
@Entity('match_messages')
export class MessageEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'match_id' }) matchId: string;
  @Column('text') side: MatchSide;
  /** The person who wrote it: the other side sees the side alone. */
  @Column('uuid', { name: 'author_id' }) authorId: string;
  /** Empty once it was taken away. */
  @Column('text') text: string;
  @Column('timestamptz') at: Date;
  /** By a moderator, or with its author. */
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt: Date | null;
}
