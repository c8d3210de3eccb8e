import { Body, Controller, Delete, Get, HttpCode, Post, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#identity';
import { Documents, refuseOrganization, type DocumentView } from '#organizations';
import {
  ApiErrors,
  Id,
  LocaleOf,
  page,
  RequireSignIn,
  CurrentUser,
  TakesUpload,
  Upload,
  type Page,
  type Uploaded,
} from '../http/index.js';
import { DocumentAnswer, DocumentDecisionDto, DocumentDto, DocumentsAnswer } from './documents.dto.js';

type Locale = 'ru' | 'en';

/** Papers of an organization, for its own people and for moderators. */
@ApiTags('organizations')
@Controller('organizations/:id/documents')
@RequireSignIn()
export class DocumentsController {
  constructor(private readonly documents: Documents) {}

  @Get()
  @ApiOperation({ summary: 'Papers of an organization, the newest first (members and moderators)' })
  @ApiOkResponse({ type: DocumentsAnswer })
  @ApiErrors('organization.not-found', 'organization.not-yours')
  async list(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @LocaleOf() locale: Locale,
  ): Promise<Page<DocumentView> & { readonly can: readonly string[] }> {
    const { items, can } = await this.documents.list(actor, id, locale);
    return { ...page(items, null), can };
  }

  @Post()
  @TakesUpload(DocumentDto)
  @ApiOperation({
    summary: 'Attach a paper (owners and coordinators)',
    description:
      'PDF, JPEG or PNG of at most 10 MiB, in the field `file`; at most 20. The worker paints pictures anew from their pixels; a PDF is only ever downloaded.',
  })
  @ApiCreatedResponse({ type: DocumentAnswer })
  @ApiErrors(
    'organization.not-found',
    'organization.not-yours',
    'organization.too-many-documents',
    'organization.document-there-already',
  )
  async attach(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Upload() file: Uploaded,
    @Body() body: DocumentDto,
    @LocaleOf() locale: Locale,
  ): Promise<DocumentView> {
    return this.one(actor, id, await this.documents.attach(actor, id, file.bytes, body), locale);
  }

  @Get(':document/file')
  @ApiOperation({ summary: 'The paper itself (members and moderators)' })
  @ApiParam({ name: 'document', type: String, format: 'uuid' })
  @ApiOkResponse({
    content: {
      'application/pdf': { schema: { type: 'string', format: 'binary' } },
      'image/webp': { schema: { type: 'string', format: 'binary' } },
    },
  })
  @ApiErrors('organization.not-found', 'organization.not-yours', 'organization.document-not-found')
  async read(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Id('document') document: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { bytes, type } = await this.documents.read(actor, id, document);
    // A PDF may hold scripts and links: it is handed over, never shown as a page of ours.
    reply
      .header('content-type', type)
      .header('cache-control', 'private, no-store')
      .header('content-disposition', type === 'application/pdf' ? 'attachment; filename="document.pdf"' : 'inline');
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  @Post(':document/decision')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Accept a paper, or refuse it with a reason (moderators)',
    description: 'Accepted papers raise the level of trust. Never in an own matter.',
  })
  @ApiParam({ name: 'document', type: String, format: 'uuid' })
  @ApiOkResponse({ type: DocumentAnswer })
  @ApiErrors(
    'organization.not-found',
    'organization.not-yours-to-decide',
    'organization.document-not-found',
    'organization.document-not-ready',
    'organization.reason-needed',
  )
  async decide(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Id('document') document: string,
    @Body() body: DocumentDecisionDto,
    @LocaleOf() locale: Locale,
  ): Promise<DocumentView> {
    await this.documents.decide(actor, id, document, body.outcome, body.reason ?? null);
    return this.one(actor, id, document, locale);
  }

  @Delete(':document')
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove a paper (owners)' })
  @ApiParam({ name: 'document', type: String, format: 'uuid' })
  @ApiNoContentResponse()
  @ApiErrors('organization.not-found', 'organization.not-yours', 'organization.document-not-found')
  async remove(@CurrentUser() actor: Actor, @Id('id') id: string, @Id('document') document: string): Promise<void> {
    await this.documents.remove(actor, id, document);
  }

  private async one(actor: Actor, id: string, documentId: string, locale: Locale): Promise<DocumentView> {
    return (
      (await this.documents.list(actor, id, locale)).items.find((document) => document.id === documentId) ??
      refuseOrganization('organization.document-not-found')
    );
  }
}
