import { Body, Controller, Get, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import {
  CatalogueEditor,
  CatalogueUses,
  ENTRY_TYPES,
  entryVersion,
  historyOf,
  rowOf,
  rowsOf,
  synonymsOf,
  type EntryType,
} from '#catalogue-store';
import { refuseCatalogue } from '#catalogue';
import type { Actor } from '#identity';
import { ApiErrors, CurrentUser, IfMatch, page, RequireAdministrator, setEtag, type Page } from '../http/index.js';
import { CODE_MAX } from './catalogue.dto.js';
import { EditedEntriesAnswer, EntryEditorAnswer, type EditedEntryAnswer } from './editor.answers.js';
import { AddEntryDto, ChangeEntryDto, RestoreEntryDto, RetireEntryDto } from './editor.dto.js';
import { editedEntry, editView, fieldsOf, usesView } from './editor.view.js';

const ApiType = ApiParam({ name: 'type', enum: ENTRY_TYPES, example: 'category' });
const ApiCode = ApiParam({ name: 'code', schema: { type: 'string', maxLength: CODE_MAX }, example: 'relief-heating' });
const CHANGES = [
  'http.administrators-only',
  'catalogue.not-found',
  'catalogue.stale',
  'http.if-match-missing',
] as const;

/** The catalogue as its editor sees it. What is written here is found at once, by every process, and stays over what later versions bring. */
@ApiTags('administration')
@Controller('admin/catalogue/:type')
@RequireAdministrator()
export class CatalogueEditorController {
  constructor(
    private readonly source: DataSource,
    private readonly editor: CatalogueEditor,
    private readonly uses: CatalogueUses,
  ) {}

  @Get()
  @ApiType
  @ApiOperation({ summary: 'All entries of one sort, what is retired too' })
  @ApiOkResponse({ type: EditedEntriesAnswer })
  @ApiErrors('http.administrators-only', 'catalogue.not-found')
  async list(@Param('type') said: string): Promise<Page<EditedEntryAnswer>> {
    const type = typeOf(said);
    const open = type === 'category' ? await this.uses.openNeeds(this.source) : new Map<string, number>();
    return page(
      (await rowsOf(this.source, type)).map((row) => editedEntry(type, row, open.get(row.code) ?? 0)),
      null,
    );
  }

  @Post()
  @ApiType
  @ApiOperation({
    summary: 'Add an entry',
    description: 'Its code and what it counts are said once. Written into the audit log.',
  })
  @ApiCreatedResponse({ type: EntryEditorAnswer })
  @ApiErrors('http.administrators-only', 'catalogue.not-found')
  async add(
    @CurrentUser() actor: Actor,
    @Param('type') said: string,
    @Body() { code, reason, ...form }: AddEntryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EntryEditorAnswer> {
    const type = typeOf(said);
    await this.editor.add({ personId: actor.personId, reason: reason ?? null }, type, code, form);
    return this.shown(type, code, reply);
  }

  @Get(':code')
  @ApiType
  @ApiCode
  @ApiOperation({ summary: 'One entry: fields, synonyms, what names it, history' })
  @ApiOkResponse({ type: EntryEditorAnswer })
  @ApiErrors('http.administrators-only', 'catalogue.not-found')
  show(
    @Param('type') said: string,
    @Param('code') code: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EntryEditorAnswer> {
    return this.shown(typeOf(said), codeOf(code), reply);
  }

  @Patch(':code')
  @ApiType
  @ApiCode
  @ApiOperation({
    summary: 'Change names, synonyms, units',
    description: 'A unit in which something is asked or given cannot be taken away. Written into the audit log.',
  })
  @ApiOkResponse({ type: EntryEditorAnswer })
  @ApiErrors(...CHANGES, 'catalogue.unit-in-use', 'catalogue.nothing-to-change')
  async change(
    @CurrentUser() actor: Actor,
    @Param('type') said: string,
    @Param('code') code: string,
    @IfMatch() version: number,
    @Body() { reason, ...form }: ChangeEntryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EntryEditorAnswer> {
    const type = typeOf(said);
    await this.editor.change({ personId: actor.personId, reason: reason ?? null }, type, codeOf(code), version, form);
    return this.shown(type, code, reply);
  }

  @Post(':code/retire')
  @HttpCode(200)
  @ApiType
  @ApiCode
  @ApiOperation({
    summary: 'Retire an entry',
    description: 'Nobody chooses it any more; what names it stays. Written into the audit log.',
  })
  @ApiOkResponse({ type: EntryEditorAnswer })
  @ApiErrors(...CHANGES, 'catalogue.already-retired', 'catalogue.still-named', 'catalogue.successor-needed')
  async retire(
    @CurrentUser() actor: Actor,
    @Param('type') said: string,
    @Param('code') code: string,
    @IfMatch() version: number,
    @Body() { reason, successor }: RetireEntryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EntryEditorAnswer> {
    const type = typeOf(said);
    await this.editor.retire(
      { personId: actor.personId, reason: reason ?? null },
      type,
      codeOf(code),
      version,
      successor ?? null,
    );
    return this.shown(type, code, reply);
  }

  @Post(':code/restore')
  @HttpCode(200)
  @ApiType
  @ApiCode
  @ApiOperation({ summary: 'Take an entry back into use', description: 'Written into the audit log.' })
  @ApiOkResponse({ type: EntryEditorAnswer })
  @ApiErrors(...CHANGES, 'catalogue.not-retired')
  async restore(
    @CurrentUser() actor: Actor,
    @Param('type') said: string,
    @Param('code') code: string,
    @IfMatch() version: number,
    @Body() { reason }: RestoreEntryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EntryEditorAnswer> {
    const type = typeOf(said);
    await this.editor.restore({ personId: actor.personId, reason: reason ?? null }, type, codeOf(code), version);
    return this.shown(type, code, reply);
  }

  private async shown(type: EntryType, code: string, reply: FastifyReply): Promise<EntryEditorAnswer> {
    const row = (await rowOf(this.source, type, code)) ?? refuseCatalogue('catalogue.not-found');
    const [version, synonyms, uses, history] = [
      await entryVersion(this.source, type, code),
      await synonymsOf(this.source, type, code),
      await this.uses.of(this.source, type, code),
      await historyOf(this.source, type, code),
    ];
    setEtag(reply, version);
    const can = row.retired_at === null ? ['change', 'retire'] : ['change', 'restore'];
    return {
      ...editedEntry(type, row, uses.needs),
      version,
      fields: fieldsOf(row),
      synonyms,
      uses: usesView(uses),
      can,
      history: history.map(editView),
    };
  }
}

function typeOf(said: string): EntryType {
  return ENTRY_TYPES.find((type) => type === said) ?? refuseCatalogue('catalogue.not-found');
}

/** What no code can be is not asked for. */
function codeOf(said: string): string {
  return /^[a-z0-9-]{1,80}$/.test(said) ? said : refuseCatalogue('catalogue.not-found');
}
