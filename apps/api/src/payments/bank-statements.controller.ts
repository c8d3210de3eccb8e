import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#identity';
import { refuseForm } from '#kernel';
import { BANK_FILE_FAULTS, BankStatements, PaymentsQueries, type BankRowView, type BankStatementView } from '#payments';
import { ApiErrors, CurrentUser, decodeCursor, encodeCursor, Id, IdempotentId, page, PageQuery, RequireSignIn, TakesUpload, Upload, type Page, type Uploaded } from '../http/index.js';
import { BankFileDto, BankRowDecisionDto, BankRowsAnswer, BankStatementAnswer, DecidedBankRowAnswer } from './payments.dto.js';

/** Bank statements of an organization, for its owners, coordinators and accountants. */
@ApiTags('bank statements')
@Controller()
@RequireSignIn()
export class BankStatementsController {
  constructor(
    private readonly statements: BankStatements,
    private readonly reads: PaymentsQueries,
  ) {}

  @Post('organizations/:id/bank-statements')
  @TakesUpload(BankFileDto)
  @ApiOperation({ summary: 'Import a bank statement', description: '1CClientBankExchange in windows-1251, cp866 or UTF-8, in the field `file`, at most 5,000 documents. Only transfers into the organization’s checked account are read; each counts once, whatever file brings it.' })
  @ApiCreatedResponse({ type: BankStatementAnswer })
  @ApiErrors('organization.not-found', 'bank.not-yours', 'bank.no-account', ...BANK_FILE_FAULTS)
  async import(@CurrentUser() actor: Actor, @Id('id') id: string, @IdempotentId() known: string | undefined, @Upload() file: Uploaded, @Res({ passthrough: true }) reply: FastifyReply): Promise<BankStatementView> {
    const statement = await this.statements.import(actor, id, file, known);
    reply.header('location', `/api/v1/bank-statements/${statement}`);
    return this.reads.statement(actor, statement);
  }

  @Get('organizations/:id/bank-rows')
  @ApiOperation({ summary: 'Transfers that wait for a word, the oldest first' })
  @ApiOkResponse({ type: BankRowsAnswer })
  @ApiErrors('organization.not-found', 'bank.not-yours')
  async toDecide(@CurrentUser() actor: Actor, @Id('id') id: string, @Query() { limit, cursor }: PageQuery): Promise<Page<BankRowView>> {
    await this.statements.organizationOf(actor, id);
    const after = decodeCursor(cursor, ['time', 'id']);
    const rows = await this.reads.toDecide(id, limit + 1, after && { day: after[0].slice(0, 10), id: after[1] });
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return page(rows.slice(0, limit), last ? encodeCursor([`${last.day}T00:00:00Z`, last.id]) : null);
  }

  @Get('bank-statements/:id')
  @ApiOperation({ summary: 'What was found in a bank statement' })
  @ApiOkResponse({ type: BankStatementAnswer })
  @ApiErrors('bank.statement-not-found')
  one(@CurrentUser() actor: Actor, @Id('id') id: string): Promise<BankStatementView> {
    return this.reads.statement(actor, id);
  }
}

@ApiTags('bank statements')
@Controller('bank-rows')
@RequireSignIn()
export class BankRowsController {
  constructor(
    private readonly statements: BankStatements,
    private readonly reads: PaymentsQueries,
  ) {}

  @Post(':id/decision')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say which gift a transfer is, that nobody knows whose gift it is, or that it is none', description: 'The gift is paid with what came, also where it is another sum than was promised.' })
  @ApiOkResponse({ type: DecidedBankRowAnswer })
  @ApiErrors('bank.row-not-found', 'bank.row-decided', 'bank.gift-paid', 'bank.gift-of-others', 'gift.not-found')
  async decide(@CurrentUser() actor: Actor, @Id('id') id: string, @Body() body: BankRowDecisionDto): Promise<BankRowView & { readonly state: string; readonly gift: string | null }> {
    if (body.outcome === 'gift' && body.gift === undefined) refuseForm([{ field: 'gift', code: 'form.required' }]);
    await this.statements.decide(actor, id, body.outcome === 'gift' ? { outcome: 'gift', gift: body.gift ?? '' } : { outcome: body.outcome });
    return this.reads.row(actor, id);
  }
}
