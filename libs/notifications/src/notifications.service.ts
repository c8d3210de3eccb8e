import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { markAllNoticesRead, markNoticeRead, type MailKind } from '#platform';
import { DataSource } from 'typeorm';
import type { Locale } from './mail-texts.rules.js';
import { refuse } from './notifications.refusals.js';

/** A notification as its person reads it. `path` is a page of the web, without language. */
export interface NotificationView {
  readonly id: string;
  readonly kind: MailKind;
  readonly template: string;
  readonly subject: { readonly type: string; readonly id: string };
  readonly path: string;
  readonly text: string;
  /** ISO, to the microsecond: also the sort key. */
  readonly createdAt: string;
  readonly readAt: string | null;
}

/** A list with more unread ones says "99+". */
export const UNREAD_COUNTED = 100;

/** What a person is told inside the application. The rows are written by `sendMail`, with the mails that say the same. */
@Injectable()
export class Notifications {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Newest first. `after` is the last one of the page before. */
  async page(
    personId: string,
    options: { limit: number; unread: boolean; after: readonly [at: string, id: string] | null; locale: Locale },
  ): Promise<NotificationView[]> {
    const { limit, unread, after, locale } = options;
    return this.source.query(
      `SELECT id, kind, template, json_build_object('type', subject_type, 'id', subject_id) AS subject, path, ${locale} AS text,
              to_json(created_at) #>> '{}' AS "createdAt", to_json(read_at) #>> '{}' AS "readAt"
       FROM notifications WHERE person_id = $1 ${unread ? 'AND read_at IS NULL' : ''} AND ($3::timestamptz IS NULL OR (created_at, id) < ($3, $4::uuid))
       ORDER BY created_at DESC, id DESC LIMIT $2`,
      [personId, limit, after?.[0] ?? null, after?.[1] ?? null],
    );
  }

  /** Counted up to UNREAD_COUNTED. */
  async unread(personId: string): Promise<number> {
    const [row]: { n: number }[] = await this.source.query(
      `SELECT count(*)::int AS n FROM (SELECT 1 FROM notifications WHERE person_id = $1 AND read_at IS NULL LIMIT ${UNREAD_COUNTED}) counted`,
      [personId],
    );
    return row?.n ?? 0;
  }

  /** Twice is once; another's is not found. */
  async read(personId: string, id: string): Promise<void> {
    if (!(await markNoticeRead(this.source, personId, id, this.clock.now()))) refuse('notification.not-found');
  }

  async readAll(personId: string): Promise<void> {
    await markAllNoticesRead(this.source, personId, this.clock.now());
  }
}
