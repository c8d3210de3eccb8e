import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#identity';
import { refuseForm } from '#kernel';
import {
  BANK_FILE_FAULTS,
  BankCancellations,
  BankCorrections,
  BankRowsQueries,
  BankStatements,
  PaymentsQueries,
  readParts,
  type BankRowView,
  type BankStatementView,
  type DecidedRow,
  type ListedStatement,
  type StatementRow,
} from '#payments';
import {
  ApiErrors,
  CurrentUser,
  decodeCursor,
  encodeCursor,
  Id,
  IdempotentId,
  LargeUpload,
  LocaleOf,
  page,
  PageQuery,
  RequireSignIn,
  TakesLargeUpload,
  type Page,
  type UploadedFile,
} from '../http/index.js';
import {
  BankFileDto,
  BankRowDecisionDto,
  BankRowsAnswer,
  BankStatementAnswer,
  BankStatementsAnswer,
  DecidedBankRowAnswer,
  DecidedRowsAnswer,
  StatementRowsAnswer,
} from './bank-statements.dto.js';

/** Bank statements of an organization, for its owners, coordinators and accountants. */
@ApiTags('bank statements')
@Controller()
@RequireSignIn()
export class BankStatementsController {
  constructor(
    private readonly statements: BankStatements,
    private readonly cancellations: BankCancellations,
    private readonly reads: PaymentsQueries,
    private readonly rows: BankRowsQueries,
  ) {}

  @Post('organizations/:id/bank-statements')
  @TakesLargeUpload(BankFileDto)
  @ApiOperation({
    summary: 'Import a bank statement',
    description:
      '1CClientBankExchange in windows-1251, cp866 or UTF-8, camt.053, or CSV with the columns that were saved for the account, in the field `file`. Only transfers into the organization’s checked account are read; each counts once, whatever file brings it. A file of more than 500 of them is `reading` at first: `GET /bank-statements/{id}` says how far it is.',
  })
  @ApiCreatedResponse({ type: BankStatementAnswer })
  @ApiErrors('organization.not-found', 'bank.not-yours', 'bank.no-account', 'bank.cancelling', ...BANK_FILE_FAULTS)
  async import(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @IdempotentId() known: string | undefined,
    @LargeUpload() file: UploadedFile,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BankStatementView> {
    const statement = await this.statements.import(actor, id, file, known);
    reply.header('location', `/api/v1/bank-statements/${statement}`);
    return this.reads.statement(actor, statement);
  }

  @Get('organizations/:id/bank-statements')
  @ApiOperation({ summary: 'Bank statements that were imported, the newest first' })
  @ApiOkResponse({ type: BankStatementsAnswer })
  @ApiErrors('organization.not-found', 'bank.not-yours')
  async list(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Query() { limit, cursor }: PageQuery,
  ): Promise<Page<ListedStatement>> {
    await this.statements.organizationOf(actor, id);
    const after = decodeCursor(cursor, ['time', 'id']);
    const rows = await this.reads.statements(id, limit + 1, after && { at: after[0], id: after[1] });
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return page(
      rows.slice(0, limit).map(({ key: _key, ...statement }) => statement),
      last ? encodeCursor([last.key, last.id]) : null,
    );
  }

  @Get('organizations/:id/bank-rows')
  @ApiOperation({ summary: 'Transfers that wait for a word, the oldest first' })
  @ApiOkResponse({ type: BankRowsAnswer })
  @ApiErrors('organization.not-found', 'bank.not-yours')
  async toDecide(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Query() { limit, cursor }: PageQuery,
  ): Promise<Page<BankRowView>> {
    await this.statements.organizationOf(actor, id);
    const after = decodeCursor(cursor, ['time', 'id']);
    const rows = await this.reads.toDecide(id, limit + 1, after && { day: after[0].slice(0, 10), id: after[1] });
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return page(rows.slice(0, limit), last ? encodeCursor([`${last.day}T00:00:00Z`, last.id]) : null);
  }

  @Get('organizations/:id/bank-rows/decided')
  @ApiOperation({
    summary: 'Transfers of which it was said what they are, the latest first',
    description: 'By their code or by a person. Each can be undone.',
  })
  @ApiOkResponse({ type: DecidedRowsAnswer })
  @ApiErrors('organization.not-found', 'bank.not-yours')
  async decided(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Query() { limit, cursor }: PageQuery,
  ): Promise<Page<DecidedRow>> {
    await this.statements.organizationOf(actor, id);
    const after = decodeCursor(cursor, ['time', 'id']);
    const rows = await this.rows.decided(id, limit + 1, after && { at: after[0], id: after[1] });
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return page(
      rows.slice(0, limit).map(({ key: _, ...row }) => row),
      last ? encodeCursor([last.key, last.id]) : null,
    );
  }

  @Get('bank-statements/:id')
  @ApiOperation({ summary: 'What was found in a bank statement' })
  @ApiOkResponse({ type: BankStatementAnswer })
  @ApiErrors('bank.statement-not-found')
  one(@CurrentUser() actor: Actor, @Id('id') id: string): Promise<BankStatementView> {
    return this.reads.statement(actor, id);
  }

  @Post('bank-statements/:id/cancel')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Cancel an import',
    description:
      'As if its file had not come: rows that wait go, of what is in the books each entry gets its reversal, and the same file may be imported again. Of many rows it is `cancelling` at first. Where money of a row has moved on (surplus that was decided about, a refund, a report), or a later file has the same transfers, nothing is cancelled and the answer says what to undo first.',
  })
  @ApiOkResponse({ type: BankStatementAnswer })
  @ApiErrors(
    'bank.statement-not-found',
    'bank.cancel-known-later',
    'bank.cancel-surplus',
    'bank.cancel-refunded',
    'bank.cancel-spent',
  )
  async cancel(@CurrentUser() actor: Actor, @Id('id') id: string): Promise<BankStatementView> {
    await this.cancellations.cancel(actor, id);
    return this.reads.statement(actor, id);
  }

  @Get('bank-statements/:id/rows')
  @ApiOperation({
    summary: 'What became of each transfer that a bank statement brought, in the order of its file',
    description: 'Transfers that a statement before had brought are rows of that one.',
  })
  @ApiOkResponse({ type: StatementRowsAnswer })
  @ApiErrors('bank.statement-not-found')
  async rowsOf(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Query() { limit, cursor }: PageQuery,
  ): Promise<Page<StatementRow>> {
    const [after = null] = decodeCursor(cursor, ['id']) ?? [];
    const rows = await this.rows.ofStatement(actor, id, limit + 1, after);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return page(rows.slice(0, limit), last ? encodeCursor([last.id]) : null);
  }
}

@ApiTags('bank statements')
@Controller('bank-rows')
@RequireSignIn()
export class BankRowsController {
  constructor(
    private readonly statements: BankStatements,
    private readonly corrections: BankCorrections,
    private readonly reads: PaymentsQueries,
  ) {}

  @Post(':id/decision')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Say which gift or gifts a transfer is, that nobody knows whose gift it is, or that it is none',
    description: 'The gift is paid with what came, also where it is another sum than was promised.',
  })
  @ApiOkResponse({ type: DecidedBankRowAnswer })
  @ApiErrors(
    'bank.row-not-found',
    'bank.row-cancelled',
    'bank.row-decided',
    'bank.gift-paid',
    'bank.gift-of-others',
    'bank.split-too-much',
    'bank.split-twice',
    'gift.not-found',
  )
  async decide(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() body: BankRowDecisionDto,
    @LocaleOf() locale: 'ru' | 'en',
  ): Promise<BankRowView & { readonly state: string; readonly gift: string | null }> {
    if (body.outcome === 'gift' && body.gift === undefined) refuseForm([{ field: 'gift', code: 'form.required' }]);
    if (body.outcome === 'split') {
      const read = readParts(body.parts ?? []);
      await this.corrections.split(actor, id, read.ok ? read.parts : (refuseForm(read.errors) as never), locale);
    } else
      await this.statements.decide(
        actor,
        id,
        body.outcome === 'gift' ? { outcome: 'gift', gift: body.gift ?? '' } : { outcome: body.outcome },
      );
    return this.reads.row(actor, id);
  }

  @Post(':id/undo')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Take back what was said of a transfer',
    description:
      'By a person or by its code. The books get a reversal of each entry, the transfer waits for a word again. Where its money has moved on, the answer says what to undo first.',
  })
  @ApiOkResponse({ type: DecidedBankRowAnswer })
  @ApiErrors(
    'bank.row-not-found',
    'bank.row-cancelled',
    'bank.row-changed',
    'bank.undo-surplus',
    'bank.undo-refunded',
    'bank.undo-spent',
  )
  async undo(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @LocaleOf() locale: 'ru' | 'en',
  ): Promise<BankRowView & { readonly state: string; readonly gift: string | null }> {
    await this.corrections.undo(actor, id, locale);
    return this.reads.row(actor, id);
  }
}
