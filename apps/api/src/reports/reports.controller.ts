import { Body, Controller, Delete, Get, HttpCode, Module, Post, Put, Res, StreamableFile } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { inStatementTurn, reportSheet } from '#exchange';
import { Env } from '#host';
import type { Actor } from '#identity';
import { MatchingModule, MatchReads } from '#matching';
import { NeedsModule, NeedsQueries, refuseNeed } from '#needs';
import { findPhoto, photoView, refusePhoto, type PhotoView } from '#photos';
import { ReportPhotos, ReportReads, Reports, ReportsModule, type DueReport, type ReportView } from '#reports';
import {
  ApiErrors,
  CurrentUser,
  CurrentUserOrVisitor,
  Id,
  IdempotentId,
  IfMatch,
  LocaleOf,
  RequireSignIn,
  setEtag,
  TakesUpload,
  Upload,
  type Uploaded,
} from '../http/index.js';
import { PhotoAnswer } from '../photos/photos.answers.js';
import { PhotoDto } from '../photos/photos.dto.js';
import { DueReportsAnswer, ReportAnswer, WriteReportDto } from './reports.dto.js';
import { ShownReportsController } from './shown-reports.controller.js';

type Locale = 'ru' | 'en';

@ApiTags('reports')
@Controller()
export class ReportsController {
  constructor(
    private readonly reports: Reports,
    private readonly reads: ReportReads,
    private readonly photos: ReportPhotos,
    private readonly matches: MatchReads,
    private readonly source: DataSource,
    private readonly needs: NeedsQueries,
    private readonly catalogue: Catalogue,
    private readonly env: Env,
  ) {}

  @Get('needs/:id/report')
  @ApiOperation({
    summary: 'The report on a need',
    description:
      'What came, and from whom as each wished, stands in the ledger; what became of it are the words of the organization. To its members also the draft, complete from the ledger before a word is written. In private categories the words, photos and names are for those who read the words of the need.',
  })
  @ApiOkResponse({ type: ReportAnswer })
  @ApiErrors('need.not-found')
  async one(
    @CurrentUserOrVisitor() who: Actor | null,
    @Id('id') id: string,
    @LocaleOf() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReportView> {
    return this.answer(who, id, locale, reply);
  }

  @Get('needs/:id/report.pdf')
  @RequireSignIn()
  @ApiOperation({
    summary: 'The report on paper',
    description:
      'To the people of its organization and to moderators, also while it is a draft, which it says. A4, tagged, with its text; sums and rows are those of the books, names as givers wished; with the photos that are ready.',
  })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiErrors('need.not-found', 'need.not-yours', 'need.not-reportable', 'statement.too-many-at-once')
  pdf(@CurrentUser() actor: Actor, @Id('id') id: string, @LocaleOf() locale: Locale): Promise<StreamableFile> {
    return inStatementTurn(async (write) => {
      const { own, book, published } = await this.reads.one(actor, id, locale, () => Promise.resolve(false));
      if (!own) return refuseNeed('need.not-yours');
      if (!book) return refuseNeed('need.not-reportable');
      const need = await this.needs.byId(actor, id, locale);
      const sheet = reportSheet(
        this.catalogue,
        { ...need, organization: need.organization.shortName },
        { own, book, published },
        {
          publicUrl: this.env.PUBLIC_URL,
          locale,
          photos: await this.photos.onPaper((own.draft ?? published[0])?.photos ?? []),
        },
      );
      return new StreamableFile(await write({ sheet, format: 'transfer' }), {
        type: 'application/pdf',
        disposition: `attachment; filename="lepta-report-${need.number}.pdf"`,
      });
    });
  }

  @Put('needs/:id/report')
  @RequireSignIn()
  @ApiOperation({
    summary: 'Save the words of a report',
    description:
      'Owners and coordinators, once the need is met, or closed with a part of what it asked for. What is left out stays. Where a version is public already, a correction begins; the version before is kept.',
  })
  @ApiOkResponse({ type: ReportAnswer })
  @ApiErrors(
    'need.not-found',
    'need.not-yours',
    'need.not-reportable',
    'need.organization-not-ready',
    'report.stale',
    'report.waits',
  )
  async write(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @IfMatch() revision: number,
    @Body() body: WriteReportDto,
    @LocaleOf() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReportView> {
    await this.reports.write(actor, id, revision, body);
    return this.answer(actor, id, locale, reply);
  }

  @Post('needs/:id/report/photos')
  @RequireSignIn()
  @TakesUpload(PhotoDto)
  @ApiOperation({
    summary: 'Add a photo to a report',
    description:
      'JPEG, PNG, WebP or AVIF of at most 10 MiB and 40 megapixels, in the field `file`. The worker makes new pictures from its pixels and keeps nothing else of the file. Others see it with the words, once a moderator has. At most 8.',
  })
  @ApiCreatedResponse({ type: PhotoAnswer })
  @ApiErrors(
    'need.not-found',
    'need.not-yours',
    'need.not-reportable',
    'need.organization-not-ready',
    'report.waits',
    'photo.too-many',
  )
  async addPhoto(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @IdempotentId() thing: string | undefined,
    @Upload() file: Uploaded,
    @Body() { alt }: PhotoDto,
    @LocaleOf() locale: Locale,
  ): Promise<PhotoView> {
    const photo = await this.photos.add(actor, id, file.bytes, alt ?? null, thing);
    return photoView((await findPhoto(this.source, photo)) ?? refusePhoto('photo.not-found'), locale);
  }

  @Delete('needs/:id/report/photos/:photo')
  @RequireSignIn()
  @HttpCode(204)
  @ApiOperation({
    summary: 'Leave a photo out of a report',
    description: 'Of the version that is being written. Versions that were published before keep it.',
  })
  @ApiParam({ name: 'photo', type: String, format: 'uuid' })
  @ApiNoContentResponse()
  @ApiErrors(
    'need.not-found',
    'need.not-yours',
    'need.not-reportable',
    'need.organization-not-ready',
    'report.waits',
    'photo.not-found',
  )
  async removePhoto(@CurrentUser() actor: Actor, @Id('id') id: string, @Id('photo') photo: string): Promise<void> {
    await this.photos.remove(actor, id, photo);
  }

  @Post('needs/:id/report/publish')
  @RequireSignIn()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Publish a report',
    description:
      'The need is `reported` from then on, and what the books say is public at once; words and photos when a moderator has read them. An hour later at the soonest everybody who gave something that came gets one letter. Said again it changes nothing.',
  })
  @ApiOkResponse({ type: ReportAnswer })
  @ApiErrors(
    'need.not-found',
    'need.not-yours',
    'need.not-reportable',
    'need.organization-not-ready',
    'report.not-written',
    'report.words-missing',
    'report.sums-differ',
    'report.still-on-the-way',
    'report.photos-waiting',
    'person.unconfirmed',
  )
  async publish(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @LocaleOf() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReportView> {
    await this.reports.publish(actor, id);
    return this.answer(actor, id, locale, reply);
  }

  @Post('needs/:id/report/recall')
  @RequireSignIn()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Take a report back',
    description:
      'Within an hour of its publication: nobody was written to. It is a draft again, and the need owes a report until the day that was set.',
  })
  @ApiOkResponse({ type: ReportAnswer })
  @ApiErrors(
    'need.not-found',
    'need.not-yours',
    'need.not-reportable',
    'need.organization-not-ready',
    'report.not-recallable',
  )
  async recall(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @LocaleOf() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReportView> {
    await this.reports.recall(actor, id);
    return this.answer(actor, id, locale, reply);
  }

  @Get('organizations/:id/reports')
  @RequireSignIn()
  @ApiOperation({
    summary: 'What an organization owes reports on',
    description:
      'The longest due first, at most 100, then the 20 needs that it has reported on last. For its members and moderators.',
  })
  @ApiOkResponse({ type: DueReportsAnswer })
  @ApiErrors('need.not-yours')
  async ofOrganization(@CurrentUser() actor: Actor, @Id('id') id: string): Promise<{ items: DueReport[] }> {
    return { items: await this.reads.ofOrganization(actor, id) };
  }

  private async answer(who: Actor | null, id: string, locale: Locale, reply: FastifyReply): Promise<ReportView> {
    const view = await this.reads.one(who, id, locale, (needId) =>
      who ? this.matches.givesTo(who, needId) : Promise.resolve(false),
    );
    setEtag(reply, view.revision);
    return view;
  }
}

@Module({
  imports: [ReportsModule, MatchingModule, NeedsModule],
  controllers: [ReportsController, ShownReportsController],
})
export class ReportsApiModule {}
