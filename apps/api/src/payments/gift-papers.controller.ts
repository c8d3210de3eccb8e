import { Controller, Get, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import {
  certificateSheet,
  holderName,
  inStatementTurn,
  receiptSheet,
  registerCsv,
  registerPaperSheet,
  registerSheet,
  termsSheet,
} from '#exchange';
import type { Actor } from '#identity';
import { Clock, personInnFault, refuseForm } from '#kernel';
import { ContractPapers, GiftPapers, type DonationsOfYear, type DonationTerms, type GiftPaperCheck } from '#payments';
import { Env } from '#host';
import { ApiErrors, CurrentUser, CurrentUserOrVisitor, Id, LocaleOf, RequireSignIn } from '../http/index.js';
import { XLSX } from '../ledger/statements/formats.rules.js';
import {
  CertificateQuery,
  DonationsAnswer,
  DonationTermsAnswer,
  GiftPaperCheckAnswer,
  ReceiptAnswer,
  RegisterQuery,
  YearQuery,
} from './gift-papers.dto.js';

type Locale = 'ru' | 'en';
const PDF = 'application/pdf';
/** Some sixty pages. */
const REGISTER_ON_PAPER_MOST = 1_000;
const attached = (name: string): string => `attachment; filename="lepta-${name}"`;
const GIFT = { name: 'code', example: 'LP-7K3F-9TRB-3' };
const FILE = { schema: { type: 'string', format: 'binary' } } as const;

/** Papers about money: receipts, certificates for the tax office, registers for the accountant, public offers, and what their codes say. */
@ApiTags('gift papers')
@Controller()
export class GiftPapersController {
  constructor(
    private readonly papers: GiftPapers,
    private readonly contracts: ContractPapers,
    private readonly catalogue: Catalogue,
    private readonly source: DataSource,
    private readonly env: Env,
    private readonly clock: Clock,
  ) {}

  @Get('gifts/:code/receipt')
  @ApiOperation({
    summary: 'What of a gift has come',
    description: 'For the holder of its code. The giver is named only to themselves, and where they want to be.',
  })
  @ApiParam(GIFT)
  @ApiOkResponse({ type: ReceiptAnswer })
  @ApiErrors('gift.not-found', 'paper.nothing-came')
  async receipt(@CurrentUserOrVisitor() actor: Actor | null, @Param('code') code: string): Promise<ReceiptAnswer> {
    const { kind, gift, purpose, giver, organization, lines, received, returned, total, verificationCode } =
      await this.papers.receipt(actor, code);
    return {
      kind,
      gift,
      purpose,
      giver,
      organization,
      received,
      returned,
      total,
      verificationCode,
      lines: lines.map(({ day, amount, returned: back, bankNumber }) => ({ day, amount, returned: back, bankNumber })),
    };
  }

  @Get('gifts/:code/receipt.pdf')
  @ApiOperation({
    summary: 'The same on paper',
    description: 'Tagged, with its text; its holder can check it at `/gift-papers/{code}`.',
  })
  @ApiParam(GIFT)
  @ApiProduces(PDF)
  @ApiOkResponse(FILE)
  @ApiErrors('gift.not-found', 'paper.nothing-came', 'statement.too-many-at-once')
  receiptPdf(
    @CurrentUserOrVisitor() actor: Actor | null,
    @Param('code') code: string,
    @LocaleOf() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    reply.header('vary', 'Accept-Language, Cookie');
    return inStatementTurn(async (write) => {
      const receipt = await this.papers.receipt(actor, code);
      const sheet = receiptSheet(this.catalogue, receipt, this.around(), locale);
      return new StreamableFile(await write({ sheet, format: 'money' }), {
        type: PDF,
        disposition: attached(`receipt-${receipt.gift}.pdf`),
      });
    });
  }

  @Get('me/donations')
  @RequireSignIn()
  @ApiOperation({
    summary: 'What money I gave in a year, by organization',
    description: 'Confirmed money only, less what was sent back, each by the day of the bank.',
  })
  @ApiOkResponse({ type: DonationsAnswer })
  @ApiErrors('paper.too-many')
  donations(@CurrentUser() actor: Actor, @Query() { year }: YearQuery): Promise<DonationsOfYear> {
    return this.papers.donations(actor, year ?? this.thisYear());
  }

  @Get('me/donations/:id/certificate.pdf')
  @RequireSignIn()
  @ApiOperation({
    summary: 'A certificate of donations to one organization, for the tax office',
    description: 'The name is that of the profile unless another is said; name and INN are kept nowhere.',
  })
  @ApiProduces(PDF)
  @ApiOkResponse(FILE)
  @ApiErrors('organization.not-found', 'paper.nothing-came', 'paper.too-many', 'statement.too-many-at-once')
  certificate(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Query() query: CertificateQuery,
    @LocaleOf() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    reply.header('vary', 'Accept-Language');
    const inn = query.inn?.trim() || undefined;
    if (inn !== undefined && personInnFault(inn) !== null) refuseForm([{ field: 'inn', code: 'paper.wrong-inn' }]);
    return inStatementTurn(async (write) => {
      const paper = await this.papers.certificate(actor, id, query.year ?? this.thisYear());
      const name = query.name?.trim() || (await holderName(this.source, actor.personId));
      const sheet = certificateSheet(this.catalogue, paper, { name, inn }, this.around(), locale);
      return new StreamableFile(await write({ sheet, format: 'money' }), {
        type: PDF,
        disposition: attached(`donations-${paper.from.slice(0, 4)}.pdf`),
      });
    });
  }

  @Get('organizations/:id/gifts.csv')
  @RequireSignIn()
  @ApiOperation({
    summary: 'Register of an organization’s donations of money as CSV',
    description:
      'For its owners, coordinators and accountants: what came and what was sent back, by the day of the bank. With a byte order mark; in Russian for Excel, in English RFC 4180.',
  })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ApiErrors('organization.not-found', 'bank.not-yours', 'paper.too-many')
  async registerCsv(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Query() query: RegisterQuery,
    @LocaleOf() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const paper = await this.papers.register(actor, id, query);
    reply
      .header('vary', 'Accept-Language')
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', attached(`gifts-${paper.from}-${paper.to}.csv`));
    return registerCsv(registerSheet(this.catalogue, paper, this.env.PUBLIC_URL, locale));
  }

  @Get('organizations/:id/gifts.xlsx')
  @RequireSignIn()
  @ApiOperation({ summary: 'The same as a workbook' })
  @ApiProduces(XLSX)
  @ApiOkResponse(FILE)
  @ApiErrors('organization.not-found', 'bank.not-yours', 'paper.too-many', 'statement.too-many-at-once')
  registerXlsx(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Query() query: RegisterQuery,
    @LocaleOf() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    reply.header('vary', 'Accept-Language');
    return inStatementTurn(async (write) => {
      const paper = await this.papers.register(actor, id, query);
      const sheet = registerSheet(this.catalogue, paper, this.env.PUBLIC_URL, locale);
      return new StreamableFile(await write({ sheet, format: 'register' }), {
        type: XLSX,
        disposition: attached(`gifts-${paper.from}-${paper.to}.xlsx`),
      });
    });
  }

  @Get('organizations/:id/gifts.pdf')
  @RequireSignIn()
  @ApiOperation({
    summary: 'The same on paper',
    description: `Tagged, with its text; at most ${REGISTER_ON_PAPER_MOST} entries: more belong into a table.`,
  })
  @ApiProduces(PDF)
  @ApiOkResponse(FILE)
  @ApiErrors('organization.not-found', 'bank.not-yours', 'paper.too-many', 'statement.too-many-at-once')
  registerPdf(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Query() query: RegisterQuery,
    @LocaleOf() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    reply.header('vary', 'Accept-Language');
    return inStatementTurn(async (write) => {
      const paper = await this.papers.register(actor, id, query, REGISTER_ON_PAPER_MOST);
      const sheet = registerPaperSheet(this.catalogue, paper, this.around(), locale);
      return new StreamableFile(await write({ sheet, format: 'money' }), {
        type: PDF,
        disposition: attached(`gifts-${paper.from}-${paper.to}.pdf`),
      });
    });
  }

  @Get('organizations/:id/donation-terms')
  @ApiOperation({
    summary: 'On which terms an organization takes money',
    description: 'Its public offer: a transfer to its account accepts it.',
  })
  @ApiOkResponse({ type: DonationTermsAnswer })
  @ApiErrors('organization.not-found', 'gift.no-account')
  terms(@Id('id') id: string, @LocaleOf() locale: Locale): Promise<DonationTerms> {
    return this.papers.terms(id, locale);
  }

  @Get('organizations/:id/donation-terms.pdf')
  @ApiOperation({
    summary: 'The same on paper',
    description: 'Tagged, with its text and a code by which anybody asks whether the offer still stands.',
  })
  @ApiProduces(PDF)
  @ApiOkResponse(FILE)
  @ApiErrors('organization.not-found', 'gift.no-account', 'statement.too-many-at-once')
  termsPdf(
    @Id('id') id: string,
    @LocaleOf() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    reply.header('vary', 'Accept-Language');
    return inStatementTurn(async (write) => {
      const sheet = termsSheet(await this.contracts.terms(id, locale), this.around(), locale);
      return new StreamableFile(await write({ sheet, format: 'transfer' }), {
        type: PDF,
        disposition: attached('donation-terms.pdf'),
      });
    });
  }

  @Get('gift-papers/:code')
  @ApiOperation({
    summary: 'Does a paper about money still stand?',
    description: 'For its holder. Names no giver.',
  })
  @ApiParam({ name: 'code', example: '7KQ2-M0XD-9TRB-41WZ-5' })
  @ApiOkResponse({ type: GiftPaperCheckAnswer })
  @ApiErrors('paper.not-found', 'paper.too-many')
  check(@Param('code') code: string): Promise<GiftPaperCheck> {
    return this.papers.check(code);
  }

  private around(): { publicUrl: string; now: Date } {
    return { publicUrl: this.env.PUBLIC_URL, now: this.clock.now() };
  }

  private thisYear(): number {
    return Number(
      new Intl.DateTimeFormat('en', { timeZone: this.catalogue.timeZone, year: 'numeric' }).format(this.clock.now()),
    );
  }
}
