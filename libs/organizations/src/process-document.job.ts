import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, type Fact } from '#kernel';
import { encodePhoto, PHOTO_SIZES } from '#photos';
import { Files, type FactJob } from '#platform';
import { DocumentEntity } from './document.entity.js';
import { documentKey, rawDocumentKey, type DocumentFault } from './document.rules.js';
import { rebuildApart } from './pdf-apart.js';

const LARGE = PHOTO_SIZES.at(-1) as (typeof PHOTO_SIZES)[number];

/** Opens what was sent, away from the api: a picture is painted anew from its pixels, a PDF is made anew from what its pages show. Harmless when repeated. */
@Injectable()
export class ProcessDocument {
  readonly job: FactJob = {
    name: 'organizations.process-document',
    call: (fact) => this.process((fact as Fact<'organization.document-uploaded'>).payload.documentId),
  };

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly files: Files,
  ) {}

  async process(documentId: string): Promise<void> {
    const document = await this.source.manager.findOneBy(DocumentEntity, { id: documentId });
    if (document?.status === 'waiting') {
      const raw = await this.files.get(rawDocumentKey(documentId));
      const opened = raw && (await openDocument(raw.bytes, document.type));
      const processedAt = this.clock.now();
      if (opened && !('fault' in opened)) {
        const storedKey = documentKey(
          document.organizationId,
          createHash('sha256').update(opened.bytes).digest('hex'),
          opened.type,
        );
        await this.files.put(storedKey, opened.bytes, opened.type);
        await this.source.manager.update(
          DocumentEntity,
          { id: documentId, status: 'waiting' },
          { status: 'ready', storedKey, type: opened.type, bytes: opened.bytes.length, processedAt },
        );
      } else {
        await this.source.manager.update(
          DocumentEntity,
          { id: documentId, status: 'waiting' },
          { status: 'refused', reason: opened?.fault ?? 'broken', processedAt },
        );
      }
    }
    await this.files.remove(rawDocumentKey(documentId));
  }
}

type Opened = { readonly bytes: Uint8Array; readonly type: string } | { readonly fault: DocumentFault };

async function openDocument(bytes: Uint8Array, type: string): Promise<Opened> {
  if (type === 'application/pdf') {
    if (!isWholePdf(bytes)) return { fault: 'broken' };
    const rebuilt = await rebuildApart(bytes);
    return rebuilt.ok ? { bytes: rebuilt.bytes, type } : { fault: rebuilt.fault };
  }
  const encoded = await encodePhoto(bytes);
  const picture = encoded.ok ? encoded.sizes.get(LARGE) : undefined;
  return picture ? { bytes: picture, type: 'image/webp' } : { fault: 'broken' };
}

/** A PDF says where it ends within its last kilobyte; half of one does not. */
function isWholePdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(Math.max(0, bytes.length - 1024))).includes('%%EOF');
}
