import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '#identity';
import { Clock, Refusal, refuseForm, type Fact } from '#kernel';
import { watchersOf } from '#offers';
import {
  dropPhotosByIds,
  findPhoto,
  PhotoEntity,
  photosOf,
  PhotosService,
  refusePhoto,
  type PaperPhoto,
} from '#photos';
import { announce, type FactJob, type Tx } from '#platform';
import { mayKnowMatch, sidesOf } from '../match-life.rules.js';
import { refuse as refuseMatch } from '../match-life.refusals.js';
import { findMatch, lockMatch, type LockedMatch } from '../match-steps.js';
import { picturesOpen } from './hand-over-entry.rules.js';
import { refuse } from './hand-over.refusals.js';

/** A picture as it stands on a paper. */
export interface PaperPicture extends PaperPhoto {
  readonly signature: boolean;
}

/** What is added: a photo of what came, or a signature with the name of the signer. */
export interface SaidPicture {
  readonly signature: boolean;
  readonly alt: string | null;
}

/** Photos of what came, and signatures: seen by the two sides of a match and by moderators, and on their act. */
@Injectable()
export class HandOverPhotos {
  /** Follows `photo.processed`: both sides see the picture now. */
  readonly job: FactJob = {
    name: 'matching.photo-processed',
    apply: (tx, fact) => this.processed(tx, (fact as Fact<'photo.processed'>).payload.photoId),
  };
  /** Follows `person.erased`: what they showed, and their signatures. */
  readonly forgetJob: FactJob = {
    name: 'matching.forget-photos',
    call: (fact) => this.forget((fact as Fact<'person.erased'>).payload.personId),
  };

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly photos: PhotosService,
  ) {}

  /** @param known the id that it is to have: where it is there already (a request run again after a crash) nothing is done */
  async add(actor: Actor, matchId: string, bytes: Uint8Array, said: SaidPicture, known?: string): Promise<string> {
    if (known !== undefined && (await this.source.manager.existsBy(PhotoEntity, { id: known, matchId }))) return known;
    this.open(await this.ofSide(this.source.manager, actor, matchId));
    if (said.signature && !said.alt?.trim()) refuseForm([{ field: 'alt', code: 'hand-over.signer-needed' }]);
    await this.photos.checkRoom(this.source.manager, { matchId });
    const raw = await this.photos.store(bytes, known);
    try {
      await this.source.transaction(async (tx) => {
        const locked = await lockMatch(tx, await this.ofSide(tx, actor, matchId));
        this.open(locked);
        await this.photos.add(tx, { matchId }, raw, { ...said, by: actor.personId });
        tell(tx, locked);
      });
    } catch (err) {
      if (err instanceof Refusal) await this.photos.discard(raw.id); // after anything else it may have been committed: the cleaner knows
      throw err;
    }
    return raw.id;
  }

  /** Only its author removes it. */
  async remove(actor: Actor, matchId: string, photoId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const locked = await lockMatch(tx, await this.ofSide(tx, actor, matchId));
      const photo = await findPhoto(tx, photoId);
      if (photo?.matchId !== matchId || photo.createdBy !== actor.personId) refusePhoto('photo.not-found');
      this.open(locked);
      await this.photos.remove(tx, { matchId }, photoId);
      tell(tx, locked);
    });
    await this.photos.discard(photoId);
  }

  /** To the two sides, the people of the receiving organization and moderators. @throws match.not-found */
  async list(actor: Actor, matchId: string): Promise<PhotoEntity[]> {
    const found = await findMatch(this.source.manager, matchId);
    if (!mayKnowMatch(actor, found.parties)) refuseMatch('match.not-found');
    return (await photosOf(this.source, 'match', [matchId])).get(matchId) ?? [];
  }

  /** @throws photo.not-found */
  async checkAudience(actor: Actor | null, photo: PhotoEntity): Promise<void> {
    const found = await findMatch(this.source.manager, photo.matchId as string);
    if (!mayKnowMatch(actor, found.parties)) refusePhoto('photo.not-found');
  }

  /** Those that are ready, as a paper shows them; permission to read the paper covers them. */
  async onPaper(matchId: string): Promise<PaperPicture[]> {
    const photos = (await photosOf(this.source, 'match', [matchId])).get(matchId) ?? [];
    const pictures: PaperPicture[] = [];
    for (const photo of photos) {
      const picture = await this.photos.onPaper(photo);
      if (picture) pictures.push({ ...picture, signature: photo.signature });
    }
    return pictures;
  }

  private async ofSide(tx: Tx, actor: Actor, matchId: string): Promise<LockedMatch> {
    const found = await findMatch(tx, matchId);
    if (!mayKnowMatch(actor, found.parties)) refuseMatch('match.not-found');
    if (sidesOf(actor, found.parties).length === 0) refuseMatch('match.not-yours');
    return found;
  }

  private open({ match, need }: LockedMatch): void {
    if (!picturesOpen(need.kind, match, this.clock.now())) refuse('hand-over.no-pictures');
  }

  private async processed(tx: Tx, photoId: string): Promise<void> {
    const photo = await findPhoto(tx, photoId);
    if (photo?.matchId) tell(tx, await findMatch(tx, photo.matchId));
  }

  private async forget(personId: string): Promise<void> {
    const rows: { id: string }[] = await this.source.query(
      `SELECT p.id FROM photos p JOIN matches m ON m.id = p.match_id JOIN offers o ON o.id = m.offer_id WHERE p.created_by = $1 OR (o.donor_id = $1 AND p.signature)`,
      [personId],
    );
    const ids = rows.map(({ id }) => id);
    await dropPhotosByIds(this.source, ids);
    await this.photos.removeFiles(ids);
  }
}

function tell(tx: Tx, { match, parties }: LockedMatch): void {
  announce(tx, { event: 'match.changed', id: match.id, partyIds: [...watchersOf(parties), parties.organizationId] });
}
