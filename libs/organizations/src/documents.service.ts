import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import { Injectable } from '@nestjs/common';
import { DataSource, Not } from 'typeorm';
import type { Actor } from '#identity';
import { Clock, newId, refuseForm } from '#kernel';
import { audit, Files, log, record, type Tx } from '#platform';
import { DocumentEntity } from './document.entity.js';
import {
  documentCan,
  DOCUMENT_LIMITS,
  DOCUMENT_TYPES,
  mayAttach,
  maySeeDocuments,
  rawDocumentKey,
  type DocumentKind,
} from './document.rules.js';
import { documentView, type DocumentView } from './document.view.js';
import { isThereFor, lockForOwner, lockOrganization, lockToDecide, reasonOf } from './organization-desk.js';
import { OrganizationEntity } from './organization.entity.js';
import { refuse } from './organizations.refusals.js';

/** Papers of an organization: attached by its people, opened by the worker, accepted or refused by a moderator. */
@Injectable()
export class Documents {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly files: Files,
  ) {}

  /** Looks at what a file is by its first bytes, whatever its name says, puts it aside unopened, and returns the document's id. */
  async attach(
    actor: Actor,
    organizationId: string,
    bytes: Uint8Array,
    said: { readonly kind: DocumentKind; readonly title: string },
  ): Promise<string> {
    const title = said.title.replace(/\s+/g, ' ').trim();
    if (title === '') refuseForm([{ field: 'title', code: 'form.required' }]);
    await this.attachable(this.source.manager, actor, organizationId);
    const type = (await fileTypeFromBuffer(bytes))?.mime ?? '';
    if (!(DOCUMENT_TYPES as readonly string[]).includes(type))
      refuseForm([{ field: 'file', code: 'organization.not-a-document' }]);
    const id = newId();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await this.files.put(rawDocumentKey(id), bytes, type);
    try {
      await this.source.transaction(async (tx) => {
        await lockOrganization(tx, organizationId);
        await this.attachable(tx, actor, organizationId);
        await this.keepLimits(tx, organizationId, sha256);
        await tx.insert(DocumentEntity, {
          id,
          organizationId,
          kind: said.kind,
          title,
          status: 'waiting',
          type,
          bytes: bytes.length,
          sha256,
          storedKey: null,
          reason: null,
          createdBy: actor.personId,
          createdAt: this.clock.now(),
          processedAt: null,
          decidedBy: null,
          decidedAt: null,
        });
        await record(tx, 'organization.document-uploaded', { organizationId, documentId: id });
        await audit(tx, {
          personId: actor.personId,
          action: 'organization.document-attach',
          subjectType: 'organization',
          subjectId: organizationId,
          data: { documentId: id },
        });
      });
    } catch (err) {
      await this.discard(rawDocumentKey(id));
      throw err;
    }
    return id;
  }

  /** A moderator's word on a paper that is ready. @param reason needed to refuse; the organization reads it */
  async decide(
    actor: Actor,
    organizationId: string,
    documentId: string,
    outcome: 'accept' | 'refuse',
    reason: string | null,
  ): Promise<void> {
    const key = await this.source.transaction(async (tx) => {
      const organization = await lockToDecide(tx, actor, organizationId);
      const document = await this.find(tx, organizationId, documentId);
      if (outcome === 'accept' && document.status === 'accepted') return null;
      if (!documentCan(actor, organization, document.status).includes(outcome))
        refuse('organization.document-not-ready');
      const now = this.clock.now();
      const why = outcome === 'refuse' ? reasonOf(reason ?? '') : null;
      const change =
        outcome === 'accept'
          ? { status: 'accepted' as const }
          : { status: 'refused' as const, reason: why, storedKey: null, processedAt: now };
      await tx.update(DocumentEntity, { id: documentId }, { ...change, decidedBy: actor.personId, decidedAt: now });
      await audit(tx, {
        personId: actor.personId,
        action: `organization.document-${outcome}`,
        subjectType: 'organization',
        subjectId: organizationId,
        reason: why,
        data: { documentId },
      });
      return outcome === 'refuse' ? this.unless(tx, document.storedKey) : null;
    });
    if (key) await this.discard(key);
  }

  async remove(actor: Actor, organizationId: string, documentId: string): Promise<void> {
    const key = await this.source.transaction(async (tx) => {
      await lockForOwner(tx, actor, organizationId);
      const document = await this.find(tx, organizationId, documentId);
      await tx.delete(DocumentEntity, { id: documentId });
      await audit(tx, {
        personId: actor.personId,
        action: 'organization.document-remove',
        subjectType: 'organization',
        subjectId: organizationId,
        data: { documentId, kind: document.kind },
      });
      return this.unless(tx, document.storedKey);
    });
    if (key) await this.discard(key);
    await this.discard(rawDocumentKey(documentId));
  }

  /** All of them, the newest first, and whether one more may be attached. */
  async list(
    actor: Actor,
    organizationId: string,
    locale: 'ru' | 'en',
  ): Promise<{ readonly items: DocumentView[]; readonly can: readonly 'attach'[] }> {
    const organization = await this.readable(actor, organizationId);
    const rows = await this.source.manager.find(DocumentEntity, {
      where: { organizationId },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: 200,
    });
    const room = rows.filter((row) => row.status !== 'refused').length < DOCUMENT_LIMITS.each;
    return {
      items: rows.map((row) => documentView(row, documentCan(actor, organization, row.status), locale)),
      can: room && mayAttach(actor, organization) ? ['attach'] : [],
    };
  }

  /** The bytes, for its own people and moderators. @throws organization.document-not-found */
  async read(
    actor: Actor,
    organizationId: string,
    documentId: string,
  ): Promise<{ readonly bytes: Uint8Array; readonly type: string }> {
    await this.readable(actor, organizationId);
    const { storedKey } = await this.find(this.source.manager, organizationId, documentId);
    const found = storedKey === null ? null : await this.files.get(storedKey);
    return found ?? refuse('organization.document-not-found');
  }

  private async readable(actor: Actor, organizationId: string): Promise<OrganizationEntity> {
    const organization = await this.source.manager.findOneBy(OrganizationEntity, { id: organizationId });
    if (!organization || !(await isThereFor(this.source.manager, actor, organization)))
      return refuse('organization.not-found');
    if (!maySeeDocuments(actor, organization)) refuse('organization.not-yours');
    return organization;
  }

  private async attachable(db: Tx, actor: Actor, organizationId: string): Promise<void> {
    const organization = await db.findOneBy(OrganizationEntity, { id: organizationId });
    if (!organization || !(await isThereFor(db, actor, organization))) return refuse('organization.not-found');
    if (!mayAttach(actor, organization)) refuse('organization.not-yours');
  }

  private async keepLimits(tx: Tx, organizationId: string, sha256: string): Promise<void> {
    if (await tx.existsBy(DocumentEntity, { organizationId, sha256, status: Not('refused') }))
      refuse('organization.document-there-already');
    if ((await tx.countBy(DocumentEntity, { organizationId, status: Not('refused') })) >= DOCUMENT_LIMITS.each)
      refuse('organization.too-many-documents', { max: DOCUMENT_LIMITS.each });
  }

  private async find(db: Tx, organizationId: string, id: string): Promise<DocumentEntity> {
    return (await db.findOneBy(DocumentEntity, { id, organizationId })) ?? refuse('organization.document-not-found');
  }

  /** The key, where no document is stored under it any more. */
  private async unless(tx: Tx, storedKey: string | null): Promise<string | null> {
    return storedKey !== null && (await tx.countBy(DocumentEntity, { storedKey })) === 0 ? storedKey : null;
  }

  /** Best effort: what stays behind belongs to nothing and is cleaned up by its age. */
  private async discard(key: string): Promise<void> {
    await this.files.remove(key).catch((err: unknown) => log.warn({ err }, 'a file could not be removed'));
  }
}
