import { Controller, Get, Header, Module, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Catalogue, CatalogueModule } from '#catalogue';
import { isMember, type Actor } from '#identity';
import { LedgerModule, refuseLedger, statementCsv, Statements, type IssuedStatement, type StatementCheck } from '#ledger';
import { ApiErrors, LocaleOf, RequireSignIn, CurrentUser } from '../http/index.js';
import { StatementAnswer, StatementCheckAnswer, StatementQuery } from './statements.dto.js';

@ApiTags('statements')
@Controller()
export class StatementsController {
  constructor(
    private readonly statements: Statements,
    private readonly catalogue: Catalogue,
  ) {}

  @Get('me/statement')
  @RequireSignIn()
  @ApiOperation({ summary: 'What was given or received in a period', description: 'Given (or, for an organization, received) is positive; closing = opening + posted entries. What is promised or held is listed and not added.' })
  @ApiOkResponse({ type: StatementAnswer })
  @ApiErrors('statement.no-such-account')
  mine(@CurrentUser() actor: Actor, @Query() query: StatementQuery): Promise<IssuedStatement> {
    return this.issue(actor, query);
  }

  @Get('me/statement.csv')
  @RequireSignIn()
  @Header('content-type', 'text/csv; charset=utf-8')
  @ApiOperation({ summary: 'The same as CSV', description: 'RFC 4180 with a byte order mark; amounts in the base unit.' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ApiErrors('statement.no-such-account')
  async csv(@CurrentUser() actor: Actor, @Query() query: StatementQuery, @LocaleOf() locale: 'ru' | 'en', @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const statement = await this.issue(actor, query);
    reply.header('content-disposition', `attachment; filename="lepta-statement-${statement.from}-${statement.to}.csv"`);
    return statementCsv(statement, locale);
  }

  @Get('statements/:code')
  @ApiOperation({ summary: 'Does a statement still stand?', description: 'For whoever holds it. Names nobody.' })
  @ApiParam({ name: 'code', example: '7KQ2-M0XD-9TRB-41WZ-5' })
  @ApiOkResponse({ type: StatementCheckAnswer })
  @ApiErrors('statement.not-found')
  check(@Param('code') code: string): Promise<StatementCheck> {
    return this.statements.check(code);
  }

  private async issue(actor: Actor, { organization, ...wish }: StatementQuery): Promise<IssuedStatement> {
    if (organization !== undefined && !isMember(actor, organization)) refuseLedger('statement.no-such-account');
    return this.statements.issue({ ...wish, partyId: organization ?? actor.personId, timeZone: this.catalogue.timeZone });
  }
}

@Module({ imports: [LedgerModule, CatalogueModule], controllers: [StatementsController] })
export class StatementsApiModule {}
