import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, newId, Refusal, refuseForm } from '#kernel';
import { announce, audit, record, type Tx } from '#platform';
import { lockLivingPerson, refuseIdentity, type Actor } from '#identity';
import { findMatch, mayKnowMatch, refuseMatch, rolesOf, sidesOf, type LockedMatch, type MatchSide } from '#matching';
import { watchersOf } from '#offers';
import { dropPhotosOf, findPhoto, PhotosService, refusePhoto, type PhotoEntity } from '#photos';
import { MessageEntity } from './message.entity.js';
import {
  isTalkReported,
  talkMessages,
  talkPage,
  type MessageView,
  type TalkPage,
  type TalkReader,
} from './messages.queries.js';
import { refuse } from './messages.refusals.js';
import { TALK_LIMITS, talkReader, talkStage, waitMinutes } from './talk.rules.js';

/** What a person reads or writes in: the match, and which side they are. */
interface Talk {
  readonly found: LockedMatch;
  readonly side: MatchSide;
}

/** The messages of a match: between its two sides once both have said yes, until thirty days after its end. */
@Injectable()
export class Messages {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly photos: PhotosService,
  ) {}

  /**
   * Writes to the other side and returns the message's id.
   * @param known the id that it is to have: where it is there already (a request run again after a crash) nothing is done
   */
  async send(actor: Actor, matchId: string, text: string, known?: string): Promise<string> {
    notBlank('text', text);
    const id = known ?? newId();
    await this.source.transaction(async (tx) => {
      const { found, side } = await this.open(tx, actor, matchId);
      // Held to the end: of two messages at once the second comes after the first and is counted with it, and an erasure waits for both.
      await tx.query('SELECT 1 FROM matches WHERE id = $1 FOR NO KEY UPDATE', [matchId]);
      if (!(await lockLivingPerson(tx, actor.personId, 'NO KEY UPDATE'))) refuseIdentity('identity.person-not-found');
      if (await tx.existsBy(MessageEntity, { id, authorId: actor.personId })) return;
      const now = this.clock.now();
      const times = (await tx.query('SELECT at FROM match_messages WHERE author_id = $1 AND at > $2 ORDER BY at', [
        actor.personId,
        new Date(now.getTime() - TALK_LIMITS.windowMs),
      ])) as { at: Date }[];
      const minutes = waitMinutes(
        times.map((row) => row.at),
        now,
      );
      if (minutes !== null) refuse('message.too-often', { minutes });
      const [last] = (await tx.query('SELECT max(at) AS at FROM match_messages WHERE match_id = $1', [matchId])) as [
        { at: Date | null },
      ];
      const at = new Date(Math.max(now.getTime(), (last.at?.getTime() ?? 0) + 1)); // each a moment of its own: what was read is said by a moment
      await tx.insert(MessageEntity, {
        id,
        matchId,
        side,
        authorId: actor.personId,
        text: text.trim(),
        at,
        removedAt: null,
      });
      await markRead(tx, { matchId, personId: actor.personId, side }, at);
      await record(tx, 'message.sent', { matchId, messageId: id });
      tell(tx, found);
    });
    return id;
  }

  /** Adds the one photo that a message may have; returns its id. */
  async addPhoto(
    actor: Actor,
    matchId: string,
    messageId: string,
    bytes: Uint8Array,
    alt: string | null,
    known?: string,
  ): Promise<string> {
    await this.own(this.source.manager, actor, matchId, messageId);
    if (known !== undefined && (await this.photoOf(known))?.messageId === messageId) return known;
    const raw = await this.photos.store(bytes, known); // before the transaction: files are no part of it
    try {
      await this.source.transaction(async (tx) => {
        const { found } = await this.own(tx, actor, matchId, messageId);
        const locked = await tx.findOne(MessageEntity, {
          where: { id: messageId },
          lock: { mode: 'pessimistic_write' },
        });
        if (!locked || locked.removedAt) refuse('message.not-found');
        if (((await tx.query('SELECT 1 FROM photos WHERE message_id = $1', [messageId])) as unknown[]).length > 0)
          refuse('message.has-photo');
        await this.photos.add(tx, { messageId }, raw, { alt, by: actor.personId });
        tell(tx, found);
      });
    } catch (err) {
      if (err instanceof Refusal) await this.photos.discard(raw.id); // after anything else it may have been committed: the cleaner knows
      throw err;
    }
    return raw.id;
  }

  /** Oldest first; a moderator's look at it is noted in the audit log. */
  async page(
    actor: Actor,
    matchId: string,
    limit: number,
    after: readonly [at: string, id: string] | null,
    locale: 'ru' | 'en',
  ): Promise<TalkPage> {
    const found = await this.known(this.source.manager, actor, matchId);
    const side = await this.reads(this.source.manager, actor, found);
    const stage = talkStage(found.match, this.clock.now());
    const reader: TalkReader = { personId: actor.personId, side, locale, open: stage === 'open' };
    if (side !== 'moderator' && stage !== 'open') return { items: [], next: null, unread: 0, me: side, can: [] };
    if (side === 'moderator')
      await this.source.transaction((tx) =>
        audit(tx, {
          personId: actor.personId,
          action: 'match.messages-read',
          subjectType: 'match',
          subjectId: matchId,
          reason: null,
          data: {},
        }),
      );
    return talkPage(this.source, matchId, reader, limit, after);
  }

  /** One of one's own messages. */
  async one(actor: Actor, messageId: string, locale: 'ru' | 'en'): Promise<MessageView> {
    const message = await this.source.manager.findOneBy(MessageEntity, { id: messageId, authorId: actor.personId });
    if (!message) return refuse('message.not-found');
    const reader: TalkReader = { personId: actor.personId, side: message.side, locale, open: true };
    return (
      (await talkMessages(this.source, message.matchId, reader, { only: messageId })).items[0] ??
      refuse('message.not-found')
    );
  }

  /** This person has read everything up to and including this message. */
  async read(actor: Actor, matchId: string, messageId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const { found, side } = await this.open(tx, actor, matchId);
      const message = await this.messageOf(tx, matchId, messageId);
      if (await markRead(tx, { matchId, personId: actor.personId, side }, message.at)) tell(tx, found);
    });
  }

  /** A moderator, and no other than one without an interest in it, reads the talk from here on, until the case is decided. */
  async report(actor: Actor, matchId: string, messageId: string, reason: string): Promise<void> {
    notBlank('reason', reason);
    await this.source.transaction(async (tx) => {
      const { side } = await this.open(tx, actor, matchId);
      const message = await this.messageOf(tx, matchId, messageId);
      if (message.side === side) refuse('message.own');
      const rows = (await tx.query(
        `INSERT INTO match_message_reports (id, match_id, message_id, person_id, side, reason, at) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (message_id, person_id) DO NOTHING RETURNING id`,
        [newId(), matchId, messageId, actor.personId, side, reason.trim(), this.clock.now()],
      )) as unknown[];
      if (rows.length > 0) await record(tx, 'message.reported', { matchId, messageId });
    });
  }

  /** Whether this person may look at a photo of a message. @throws photo.not-found */
  async checkPhotoAudience(actor: Actor | null, photo: PhotoEntity): Promise<void> {
    const message =
      photo.messageId === null ? null : await this.source.manager.findOneBy(MessageEntity, { id: photo.messageId });
    if (!actor || !message || message.removedAt) return refusePhoto('photo.not-found');
    const found = await findMatch(this.source.manager, message.matchId);
    const side = talkReader(
      sidesOf(actor, found.parties),
      rolesOf(actor, found.parties, found.match).includes('moderator'),
      await isTalkReported(this.source, message.matchId),
    );
    if (side === null || (side !== 'moderator' && talkStage(found.match, this.clock.now()) !== 'open'))
      refusePhoto('photo.not-found');
  }

  private photoOf(id: string): Promise<PhotoEntity | null> {
    return findPhoto(this.source, id);
  }

  private async known(tx: Tx, actor: Actor, matchId: string): Promise<LockedMatch> {
    const found = await findMatch(tx, matchId);
    return mayKnowMatch(actor, found.parties) ? found : refuseMatch('match.not-found');
  }

  private async reads(tx: Tx, actor: Actor, { match, parties }: LockedMatch): Promise<MatchSide | 'moderator'> {
    return (
      talkReader(
        sidesOf(actor, parties),
        rolesOf(actor, parties, match).includes('moderator'),
        await isTalkReported(tx, match.id),
      ) ?? refuse('message.not-yours')
    );
  }

  /** Existence, permission, then state. */
  private async open(tx: Tx, actor: Actor, matchId: string): Promise<Talk> {
    const found = await this.known(tx, actor, matchId);
    const side = sidesOf(actor, found.parties)[0] ?? refuse('message.not-yours');
    const stage = talkStage(found.match, this.clock.now());
    if (stage !== 'open') refuse(`message.${stage}`);
    return { found, side };
  }

  private async own(tx: Tx, actor: Actor, matchId: string, messageId: string): Promise<Talk> {
    const talk = await this.open(tx, actor, matchId);
    if ((await this.messageOf(tx, matchId, messageId)).authorId !== actor.personId) refuse('message.not-yours');
    return talk;
  }

  private async messageOf(tx: Tx, matchId: string, messageId: string): Promise<MessageEntity> {
    const message = await tx.findOneBy(MessageEntity, { id: messageId, matchId });
    return message && !message.removedAt ? message : refuse('message.not-found');
  }
}

function notBlank(field: string, words: string): void {
  if (words.trim() === '') refuseForm([{ field, code: 'form.required' }]);
}

/** A moderator's word on what was reported, in the transaction of the decision: it stays, or its words go. From here on nobody but the two sides reads the messages. */
export async function decideReportedMessages(
  tx: Tx,
  matchId: string,
  outcome: 'stays' | 'goes',
  at: Date,
): Promise<void> {
  const [reported] = (await tx.query(
    'UPDATE match_message_reports SET settled_at = $2 WHERE match_id = $1 AND settled_at IS NULL RETURNING message_id AS id',
    [matchId, at],
  )) as [{ id: string }[], number];
  if (outcome === 'goes')
    await removeMessages(
      tx,
      reported.map((row) => row.id),
      at,
    );
  tell(tx, await findMatch(tx, matchId));
}

/** Takes the words of messages away, and their photos; that something was said stays until the talk is forgotten. */
async function removeMessages(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await dropPhotosOf(tx, 'message', ids);
  await tx.query(`UPDATE match_messages SET text = '', removed_at = $2 WHERE id = ANY($1) AND removed_at IS NULL`, [
    ids,
    at,
  ]);
}

/** True where that is news. */
async function markRead(
  tx: Tx,
  { matchId, personId, side }: { matchId: string; personId: string; side: MatchSide },
  until: Date,
): Promise<boolean> {
  const rows = (await tx.query(
    `INSERT INTO match_message_reads AS r (match_id, person_id, side, read_until) VALUES ($1, $2, $3, $4)
     ON CONFLICT (match_id, person_id) DO UPDATE SET read_until = $4, side = $3 WHERE r.read_until IS NULL OR r.read_until < $4 RETURNING person_id`,
    [matchId, personId, side, until],
  )) as unknown[];
  return rows.length > 0;
}

function tell(tx: Tx, { match, parties }: LockedMatch): void {
  announce(tx, { event: 'match.message', id: match.id, partyIds: [...watchersOf(parties), parties.organizationId] });
}
