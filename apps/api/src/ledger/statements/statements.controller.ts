import { Controller, Get, Module, Param, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { CatalogueModule } from '#catalogue-store';
import {
  bySphere,
  entryWords,
  holderName,
  inStatementTurn,
  sheetCsv,
  spheresOfNeeds,
  statementMatches,
  statementSheet,
  yearCsv,
  type StatementMatch,
  type StatementSheet,
  type YearTable,
} from '#exchange';
import { isMember, type Actor } from '#identity';
import { Clock } from '#kernel';
import {
  LedgerModule,
  refuseLedger,
  statementCsv,
  Statements,
  StatementYears,
  type IssuedStatement,
  type StatementCheck,
  type StatementEntry,
} from '#ledger';
import { Env } from '#host';
import { ApiErrors, Id, LocaleOf, RequireSignIn, CurrentUser } from '../../http/index.js';
import { acceptedFormat, XLSX, type StatementFormat } from './formats.rules.js';
import {
  StatementAnswer,
  StatementCheckAnswer,
  StatementFormatQuery,
  StatementQuery,
  StatementThreadAnswer,
  StatementThreadQuery,
  StatementYearAnswer,
  StatementYearQuery,
} from './statements.dto.js';

type Locale = 'ru' | 'en';

const attached = ({ from, to }: IssuedStatement, format: StatementFormat): string =>
  `attachment; filename="lepta-statement-${from}-${to}.${format}"`;

const matchesOf = ({ units, held }: IssuedStatement): string[] =>
  [...units.flatMap((unit) => unit.entries), ...held].flatMap(({ match }) => match ?? []);

/** Whose books are asked for: one's own, or those of an organization that one belongs to. */
function holderOf(actor: Actor, organization: string | undefined): string {
  if (organization !== undefined && !isMember(actor, organization)) refuseLedger('statement.no-such-account');
  return organization ?? actor.personId;
}

@ApiTags('statements')
@Controller()
export class StatementsController {
  constructor(
    private readonly statements: Statements,
    private readonly years: StatementYears,
    private readonly catalogue: Catalogue,
    private readonly source: DataSource,
    private readonly env: Env,
    private readonly clock: Clock,
  ) {}

  @Get('me/statement')
  @RequireSignIn()
  @ApiOperation({
    summary: 'What was given or received in a period',
    description:
      'Given (or, for an organization, received) is positive; closing = opening + posted entries. What is promised or held is listed and not added. `format`, or the header Accept, asks for the same as CSV, PDF or XLSX.',
  })
  @ApiProduces('application/json', 'text/csv', 'application/pdf', XLSX)
  @ApiOkResponse({ type: StatementAnswer })
  @ApiErrors('statement.no-such-account', 'statement.too-many-at-once')
  async mine(
    @CurrentUser() actor: Actor,
    @Query() query: StatementFormatQuery,
    @LocaleOf() locale: Locale,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<(IssuedStatement & { matches: StatementMatch[] }) | string | StreamableFile> {
    const { format = acceptedFormat(request.headers.accept), ...wish } = query;
    reply.header('vary', 'Accept, Accept-Language');
    if (format !== 'json') return this.file(actor, wish, format, locale, reply);
    const statement = await this.issue(actor, wish);
    const own = wish.organization ?? null; // whoever may ask for it belongs to it
    const ids = matchesOf(statement);
    return { ...statement, matches: await statementMatches(this.source, this.catalogue, ids, locale, own) };
  }

  @Get('me/statement/matches/:id')
  @RequireSignIn()
  @ApiOperation({
    summary: 'All that the books say of one match of your statement, in order',
    description: 'Whatever the period. A correction is an entry of its own beside the one that it corrects.',
  })
  @ApiOkResponse({ type: StatementThreadAnswer })
  @ApiErrors('statement.no-such-account', 'statement.no-such-match')
  async thread(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Query() { organization }: StatementThreadQuery,
  ): Promise<{ items: StatementEntry[] }> {
    return { items: await this.statements.thread(holderOf(actor, organization), id) };
  }

  @Get('me/statement.csv')
  @RequireSignIn()
  @ApiOperation({
    summary: 'The same as CSV',
    description:
      'With a byte order mark. In Russian for Excel: semicolons, a decimal comma, local dates, names of units; in English RFC 4180 with amounts in the base unit.',
  })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ApiErrors('statement.no-such-account')
  csv(
    @CurrentUser() actor: Actor,
    @Query() query: StatementQuery,
    @LocaleOf() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | StreamableFile> {
    return this.file(actor, query, 'csv', locale, reply);
  }

  @Get('me/statement.pdf')
  @RequireSignIn()
  @ApiOperation({
    summary: 'The same on paper, with its verification code',
    description: 'Tagged, with its text; its holder can check it at `/v/{code}`.',
  })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiErrors('statement.no-such-account', 'statement.too-many-at-once')
  pdf(
    @CurrentUser() actor: Actor,
    @Query() query: StatementQuery,
    @LocaleOf() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | StreamableFile> {
    return this.file(actor, query, 'pdf', locale, reply);
  }

  @Get('me/statement.xlsx')
  @RequireSignIn()
  @ApiOperation({ summary: 'The same as a workbook' })
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiErrors('statement.no-such-account', 'statement.too-many-at-once')
  xlsx(
    @CurrentUser() actor: Actor,
    @Query() query: StatementQuery,
    @LocaleOf() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | StreamableFile> {
    return this.file(actor, query, 'xlsx', locale, reply);
  }

  @Get('me/statement/year')
  @RequireSignIn()
  @ApiOperation({
    summary: 'A year of your books as a table',
    description:
      'Quarters that are over and the months of the one that runs, by what arrived less what was taken back, and the same by sphere. The sums are those of `GET /me/statement` for the same days. Units are never added to each other.',
  })
  @ApiOkResponse({ type: StatementYearAnswer })
  @ApiErrors('statement.no-such-account', 'statement.no-such-year')
  year(@CurrentUser() actor: Actor, @Query() query: StatementYearQuery): Promise<YearTable> {
    return this.yearOf(actor, query);
  }

  @Get('me/statement/year.csv')
  @RequireSignIn()
  @ApiOperation({
    summary: 'The same as CSV',
    description:
      'A line for each part and unit. With a byte order mark. In Russian for Excel: semicolons, a decimal comma, local dates; in English RFC 4180.',
  })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ApiErrors('statement.no-such-account', 'statement.no-such-year')
  async yearCsv(
    @CurrentUser() actor: Actor,
    @Query() query: StatementYearQuery,
    @LocaleOf() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const table = await this.yearOf(actor, query);
    reply
      .header('vary', 'Accept-Language')
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="lepta-year-${table.year}.csv"`);
    return yearCsv(this.catalogue, table, locale);
  }

  @Get('statements/:code')
  @ApiOperation({ summary: 'Does a statement still stand?', description: 'For its holder. Names nobody.' })
  @ApiParam({ name: 'code', example: '7KQ2-M0XD-9TRB-41WZ-5' })
  @ApiOkResponse({ type: StatementCheckAnswer })
  @ApiErrors('statement.not-found', 'statement.mistyped')
  check(@Param('code') code: string): Promise<StatementCheck> {
    return this.statements.check(code);
  }

  private async file(
    actor: Actor,
    query: StatementQuery,
    format: Exclude<StatementFormat, 'json'>,
    locale: Locale,
    reply: FastifyReply,
  ): Promise<string | StreamableFile> {
    if (!reply.hasHeader('vary')) reply.header('vary', 'Accept-Language');
    if (format === 'csv') return this.text(actor, query, locale, reply);
    return inStatementTurn(async (write) => {
      const statement = await this.issue(actor, query);
      const sheet = await this.sheet(query.organization ?? actor.personId, statement, locale);
      return new StreamableFile(await write({ sheet, format }), {
        type: format === 'pdf' ? 'application/pdf' : XLSX,
        disposition: attached(statement, format),
      });
    });
  }

  private async text(actor: Actor, query: StatementQuery, locale: Locale, reply: FastifyReply): Promise<string> {
    const statement = await this.issue(actor, query);
    const csv =
      locale === 'en'
        ? statementCsv(statement, locale)
        : sheetCsv(await this.sheet(query.organization ?? actor.personId, statement, locale));
    reply.header('content-type', 'text/csv; charset=utf-8').header('content-disposition', attached(statement, 'csv'));
    return csv;
  }

  private async sheet(partyId: string, statement: IssuedStatement, locale: Locale): Promise<StatementSheet> {
    const words = await entryWords(this.source, this.catalogue, matchesOf(statement), locale);
    return statementSheet(
      this.catalogue,
      statement,
      { who: await holderName(this.source, partyId), publicUrl: this.env.PUBLIC_URL, now: this.clock.now(), words },
      locale,
    );
  }

  private async yearOf(actor: Actor, { organization, ...wish }: StatementYearQuery): Promise<YearTable> {
    const { needs, ...year } = await this.years.of({
      ...wish,
      partyId: holderOf(actor, organization),
      timeZone: this.catalogue.timeZone,
    });
    const ids = needs.flatMap(({ need }) => need ?? []);
    return {
      ...year,
      spheres: bySphere(this.catalogue, needs, await spheresOfNeeds(this.source, this.catalogue, ids)),
    };
  }

  private async issue(actor: Actor, { organization, ...wish }: StatementQuery): Promise<IssuedStatement> {
    return this.statements.issue({
      ...wish,
      partyId: holderOf(actor, organization),
      timeZone: this.catalogue.timeZone,
    });
  }
}

@Module({ imports: [LedgerModule, CatalogueModule], controllers: [StatementsController] })
export class StatementsApiModule {}
