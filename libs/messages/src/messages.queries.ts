import type { DataSource } from 'typeorm';
import type { MatchSide } from '#matching';
import { photosOf, photoView, type PhotoEntity, type PhotoView } from '#photos';
import type { Tx } from '#platform';

export interface MessageView {
  readonly id: string;
  readonly at: Date;
  readonly from: MatchSide;
  /** Empty where it was taken away. */
  readonly text: string;
  readonly removed: boolean;
  readonly photo: PhotoView | null;
  /** Whether a person of the other side has read it. */
  readonly read: boolean;
  /** What was said against it; to moderators only. */
  readonly reports: readonly { readonly from: MatchSide; readonly reason: string; readonly at: Date }[];
  readonly can: readonly ('report' | 'photo')[];
}

export interface TalkPage {
  readonly items: MessageView[];
  readonly next: readonly [at: string, id: string] | null;
  /** Messages of the other side that this person has not read. */
  readonly unread: number;
  /** Which side the reader is; null: a moderator. */
  readonly me: MatchSide | null;
  readonly can: readonly 'send'[];
}

interface MessageRow {
  readonly id: string;
  readonly at: Date;
  readonly exactly: string;
  readonly from: MatchSide;
  readonly authorId: string;
  readonly text: string;
  readonly removed: boolean;
  readonly read: boolean;
  readonly reported: boolean;
}

export interface TalkReader {
  readonly personId: string;
  readonly side: MatchSide | 'moderator';
  readonly locale: 'ru' | 'en';
  /** Whether more can be written. */
  readonly open: boolean;
}

/** One page of a talk, oldest first. Whether the reader may see it has been asked. */
export async function talkPage(
  source: DataSource,
  matchId: string,
  reader: TalkReader,
  limit: number,
  after: readonly [at: string, id: string] | null,
): Promise<TalkPage> {
  const { items, next } = await talkMessages(source, matchId, reader, { limit, after });
  const isSide = reader.side !== 'moderator';
  return {
    items,
    next,
    unread: await unreadOf(source, matchId, reader),
    me: isSide ? (reader.side as MatchSide) : null,
    can: reader.open && isSide ? ['send'] : [],
  };
}

type Which =
  { readonly only: string } | { readonly limit: number; readonly after: readonly [at: string, id: string] | null };

/** Messages of a match as one reader sees them, oldest first: one of them, or some. */
export async function talkMessages(
  source: DataSource,
  matchId: string,
  reader: TalkReader,
  which: Which,
): Promise<Pick<TalkPage, 'items' | 'next'>> {
  const params: unknown[] = [matchId, reader.personId];
  const $ = (value: unknown): string => `$${params.push(value)}`;
  const limit = 'only' in which ? 1 : which.limit;
  const where =
    'only' in which
      ? `AND m.id = ${$(which.only)}`
      : which.after
        ? `AND (m.at, m.id) > (${$(which.after[0])}::timestamptz, ${$(which.after[1])}::uuid)`
        : '';
  const found: MessageRow[] = await source.query(
    `SELECT m.id, m.at, to_char(m.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS exactly, m.side AS "from", m.author_id AS "authorId", m.text, m.removed_at IS NOT NULL AS removed,
       EXISTS (SELECT 1 FROM match_message_reads r WHERE r.match_id = m.match_id AND r.side <> m.side AND r.read_until >= m.at) AS read,
       EXISTS (SELECT 1 FROM match_message_reports c WHERE c.message_id = m.id AND c.person_id = $2) AS reported
     FROM match_messages m WHERE m.match_id = $1 ${where} ORDER BY m.at, m.id LIMIT ${$(limit + 1)}`,
    params,
  );
  const rows = found.slice(0, limit);
  const ids = rows.map((row) => row.id);
  const photos = await photosOf(source, 'message', ids);
  const reports =
    reader.side === 'moderator' ? await reportsOf(source, ids) : new Map<string, MessageView['reports']>();
  const items = rows.map((row) =>
    viewOf(row, reader, row.removed ? undefined : photos.get(row.id)?.[0], reports.get(row.id) ?? []),
  );
  const last = rows.at(-1);
  return { items, next: found.length > limit && last ? [last.exactly, last.id] : null };
}

function viewOf(
  { id, at, from, text, removed, read, reported, authorId }: MessageRow,
  reader: TalkReader,
  photo: PhotoEntity | undefined,
  reports: MessageView['reports'],
): MessageView {
  const can: ('report' | 'photo')[] = [];
  if (reader.open && !removed && reader.side !== 'moderator') {
    if (from !== reader.side && !reported) can.push('report');
    if (authorId === reader.personId && !photo) can.push('photo');
  }
  return { id, at, from, text, removed, photo: photo ? photoView(photo, reader.locale) : null, read, reports, can };
}

async function unreadOf(source: DataSource, matchId: string, { personId, side }: TalkReader): Promise<number> {
  if (side === 'moderator') return 0;
  const [row]: { unread: number }[] = await source.query(
    `SELECT count(*)::int AS unread FROM match_messages m WHERE m.match_id = $1 AND m.side <> $2 AND m.removed_at IS NULL
       AND m.at > coalesce((SELECT r.read_until FROM match_message_reads r WHERE r.match_id = $1 AND r.person_id = $3), '-infinity')`,
    [matchId, side, personId],
  );
  return row?.unread ?? 0;
}

async function reportsOf(source: DataSource, ids: readonly string[]): Promise<Map<string, MessageView['reports']>> {
  const rows: { id: string; from: MatchSide; reason: string; at: Date }[] = await source.query(
    `SELECT message_id AS id, side AS "from", reason, at FROM match_message_reports WHERE message_id = ANY($1) ORDER BY at, id`,
    [ids],
  );
  const found = new Map<string, { from: MatchSide; reason: string; at: Date }[]>();
  for (const { id, ...report } of rows) found.set(id, [...(found.get(id) ?? []), report]);
  return found;
}

/** Whether something said in it waits for a moderator. */
export async function isTalkReported(db: Tx | DataSource, matchId: string): Promise<boolean> {
  const rows: unknown[] = await db.query(
    'SELECT 1 FROM match_message_reports WHERE match_id = $1 AND settled_at IS NULL LIMIT 1',
    [matchId],
  );
  return rows.length > 0;
}
