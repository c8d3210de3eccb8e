import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PhotoReason, PhotoStatus } from './photo.rules.js';

/** A photo of a need, of an offer, of a message, of a report or of a hand-over. Its bytes lie in the file store under its id. */
@Entity('photos')
export class PhotoEntity {
  @PrimaryColumn('uuid') id: string;
  /** Exactly one of the five. */
  @Column('uuid', { name: 'need_id', nullable: true }) needId: string | null;
  @Column('uuid', { name: 'offer_id', nullable: true }) offerId: string | null;
  @Column('uuid', { name: 'message_id', nullable: true }) messageId: string | null;
  @Column('uuid', { name: 'report_id', nullable: true }) reportId: string | null;
  @Column('uuid', { name: 'match_id', nullable: true }) matchId: string | null;
  /** Of a match: no photo but what a person drew to sign; `alt` is their name. */
  @Column('boolean', { default: false }) signature: boolean;
  /** Order among its neighbours; may have gaps. */
  @Column('integer') position: number;
  @Column('text') status: PhotoStatus;
  @Column('text', { nullable: true }) reason: PhotoReason | null;
  /** What it shows, in words, for those who do not see it. */
  @Column('text', { nullable: true }) alt: string | null;
  /** Media type and size in bytes of the file as it was sent. */
  @Column('text') type: string;
  @Column('integer') bytes: number;
  /** Of the larger size, in pixels; null until it is ready. */
  @Column('integer', { nullable: true }) width: number | null;
  @Column('integer', { nullable: true }) height: number | null;
  /** Since when everybody sees it who may see the need; null: its own side and moderators only. */
  @Column('timestamptz', { name: 'shown_at', nullable: true }) shownAt: Date | null;
  @Column('uuid', { name: 'created_by' }) createdBy: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'processed_at', nullable: true }) processedAt: Date | null;
}
