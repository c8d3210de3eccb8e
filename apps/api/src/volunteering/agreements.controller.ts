import { Controller, Get, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Catalogue } from '#catalogue';
import { agreementSheet, inStatementTurn } from '#exchange';
import type { Actor } from '#identity';
import { Env } from '#host';
import { AgreementsQueries } from '#volunteering';
import { ApiErrors, CurrentUser, Id, LocaleOf, RequireSignIn } from '../http/index.js';

/** What both sides sign, where a written agreement is wanted: expenses that are refunded, a school that asks. */
@ApiTags('shifts')
@Controller('sign-ups')
@RequireSignIn()
export class AgreementsController {
  constructor(
    private readonly agreements: AgreementsQueries,
    private readonly catalogue: Catalogue,
    private readonly env: Env,
  ) {}

  @Get(':id/agreement.pdf')
  @ApiOperation({
    summary: 'The agreement with a volunteer, to be signed',
    description:
      'For its volunteer, and owners and coordinators of the organization, while there is a place. Tagged, with its text.',
  })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiErrors('sign-up.not-found', 'sign-up.not-now', 'statement.too-many-at-once')
  pdf(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @LocaleOf() locale: 'ru' | 'en',
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    reply.header('vary', 'Accept-Language');
    return inStatementTurn(async (write) => {
      const sheet = agreementSheet(
        this.catalogue,
        await this.agreements.of(actor, id, locale),
        this.env.PUBLIC_URL,
        locale,
      );
      return new StreamableFile(await write({ sheet, format: 'agreement' }), {
        type: 'application/pdf',
        disposition: 'attachment; filename="lepta-agreement.pdf"',
      });
    });
  }
}
