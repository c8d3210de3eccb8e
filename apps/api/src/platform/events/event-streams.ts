import { Injectable, type BeforeApplicationShutdown, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { ServerResponse } from 'node:http';
import { DataSource } from 'typeorm';
import { partiesOfPeople, partiesOf, type Actor } from '#identity';
import { CHANNELS, Listener, log, type LiveEvent } from '#platform';
import { refuseHttp } from '../../http/http.refusals.js';

export const STREAMS_PER_PERSON = 12;
export const STREAMS_MAX = 5_000;
export const HEARTBEAT_MS = 25_000;
/** What may wait for a slow reader before it is cut off; it reads anew when it is back. */
const BACKLOG_BYTES = 64 * 1024;

interface Stream {
  readonly personId: string;
  /** What opened it, and what must still be valid while it runs. */
  readonly sessionId: string | null;
  readonly apiKeyId: string | null;
  readonly out: ServerResponse;
  partyIds: readonly string[];
}

/** Open event streams of this process, by the party that they hear for. Nobody is told of what concerns others. */
@Injectable()
export class EventStreams implements OnModuleInit, OnModuleDestroy, BeforeApplicationShutdown {
  private readonly streams = new Set<Stream>();
  private readonly byParty = new Map<string, Set<Stream>>();
  private heartbeat: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    private readonly listener: Listener,
    private readonly source: DataSource,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.listener.on(CHANNELS.events, { heard: (payload) => this.tell(payload), missed: () => this.missed() });
    this.heartbeat = setInterval(
      () => void this.beat().catch((err: unknown) => log.warn({ err }, 'event streams could not be checked')),
      HEARTBEAT_MS,
    );
    this.heartbeat.unref();
  }

  onModuleDestroy(): void {
    this.closed = true;
    clearInterval(this.heartbeat);
    for (const stream of this.streams) this.end(stream);
  }

  beforeApplicationShutdown(): void {
    for (const stream of this.streams) this.end(stream); // whatever came in between
  }

  /** Refuses when no stream more can be had. Call it before the answer has begun. */
  checkRoom(personId: string): void {
    if (this.closed) refuseHttp('http.unavailable');
    const own = [...(this.byParty.get(personId) ?? [])].filter((stream) => stream.personId === personId).length;
    if (own >= STREAMS_PER_PERSON || this.streams.size >= STREAMS_MAX) refuseHttp('http.too-many-streams');
  }

  /** Takes over a response whose head is written. */
  open(out: ServerResponse, actor: Actor, opened: { sessionId: string | null; apiKeyId: string | null }): void {
    const stream: Stream = { personId: actor.personId, ...opened, out, partyIds: [] };
    this.streams.add(stream);
    this.place(stream, partiesOf(actor));
    out.on('close', () => this.forget(stream));
    out.on('error', () => this.forget(stream));
    this.write(stream, 'retry: 2000\nevent: hello\ndata: {}\n\n');
  }

  endSession(sessionId: string): void {
    for (const stream of this.streams) if (stream.sessionId === sessionId) this.end(stream);
  }

  get count(): number {
    return this.streams.size;
  }

  /** Keeps connections open, ends those whose session or key has ended, and learns of new or lost organizations. */
  async beat(): Promise<void> {
    if (this.streams.size === 0) return;
    for (const stream of this.streams) this.write(stream, ': still here\n\n');
    const streams = [...this.streams];
    const valid = new Set(
      (
        (await this.source.query(
          `SELECT sid AS id FROM sessions WHERE sid = ANY($1) AND expire > now() UNION ALL SELECT id::text FROM api_keys WHERE id = ANY($2::uuid[]) AND revoked_at IS NULL`,
          [streams.flatMap((s) => s.sessionId ?? []), streams.flatMap((s) => s.apiKeyId ?? [])],
        )) as { id: string }[]
      ).map((row) => row.id),
    );
    const parties = await partiesOfPeople(this.source, [...new Set(streams.map((s) => s.personId))]);
    for (const stream of streams) {
      if (valid.has(stream.sessionId ?? stream.apiKeyId ?? '')) this.place(stream, parties.get(stream.personId) ?? []);
      else this.end(stream);
    }
  }

  private tell(payload: string): void {
    const { event, id, partyIds } = JSON.parse(payload) as LiveEvent;
    const heard = new Set(partyIds.flatMap((party) => [...(this.byParty.get(party) ?? [])]));
    for (const stream of heard) this.write(stream, `event: ${event}\ndata: ${JSON.stringify({ id })}\n\n`);
  }

  /** Notifications were lost: everybody reads anew, as after `hello` at the start. */
  private missed(): void {
    for (const stream of this.streams) this.write(stream, 'event: hello\ndata: {}\n\n');
  }

  private write(stream: Stream, text: string): void {
    if (stream.out.writableLength > BACKLOG_BYTES) this.end(stream, true);
    else stream.out.write(text);
  }

  private place(stream: Stream, partyIds: readonly string[]): void {
    if (!this.streams.has(stream)) return;
    for (const party of stream.partyIds) this.leave(party, stream);
    stream.partyIds = partyIds;
    for (const party of partyIds) {
      const set = this.byParty.get(party) ?? new Set<Stream>();
      this.byParty.set(party, set.add(stream));
    }
  }

  private leave(party: string, stream: Stream): void {
    const set = this.byParty.get(party);
    set?.delete(stream);
    if (set?.size === 0) this.byParty.delete(party);
  }

  private end(stream: Stream, now = false): void {
    this.forget(stream);
    if (now) stream.out.destroy();
    else stream.out.end();
  }

  private forget(stream: Stream): void {
    this.streams.delete(stream);
    for (const party of stream.partyIds) this.leave(party, stream);
  }
}
