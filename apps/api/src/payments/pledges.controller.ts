import { Body, Controller, Get, HttpCode, Patch, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { inStatementTurn, moneyContractSheet } from '#exchange';
import type { Actor } from '#identity';
import { Clock, dayAt } from '#kernel';
import { ContractPapers, paymentOrderFile, Pledges, PledgesQueries, type PledgeView } from '#payments';
import { Env } from '#host';
import {
  ApiErrors,
  CurrentUser,
  decodeCursor,
  encodeCursor,
  Id,
  IdempotentId,
  LocaleOf,
  page,
  PageQuery,
  RequireSignIn,
  type Page,
} from '../http/index.js';
import { ChangePledgeDto, MakePledgeDto, PledgeAnswer, PledgesAnswer, RemovePledgePartDto } from './pledges.dto.js';

const VERB_ERRORS = ['pledge.not-found', 'pledge.not-yours', 'pledge.not-now'] as const;

/** What companies pledge: money up to a ceiling, settled by one transfer an organization over its many needs. */
@ApiTags('pledges')
@Controller()
@RequireSignIn()
export class PledgesController {
  constructor(
    private readonly source: DataSource,
    private readonly pledges: Pledges,
    private readonly reads: PledgesQueries,
    private readonly contracts: ContractPapers,
    private readonly catalogue: Catalogue,
    private readonly env: Env,
    private readonly clock: Clock,
  ) {}

  @Get('organizations/:id/pledges')
  @ApiOperation({ summary: 'Pledges of a company, the newest first' })
  @ApiOkResponse({ type: PledgesAnswer })
  @ApiErrors('organization.not-found', 'pledge.not-yours')
  async list(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Query() { limit, cursor }: PageQuery,
  ): Promise<Page<PledgeView>> {
    await this.pledges.companyOf(this.source.manager, actor, id);
    const after = decodeCursor(cursor, ['time', 'id']);
    const found = await this.reads.ofCompany(actor, id, limit + 1, after && { at: after[0], id: after[1] });
    const last = found.length > limit ? found[limit - 1] : undefined;
    return page(
      found.slice(0, limit).map(({ view }) => view),
      last ? encodeCursor([last.key, last.view.id]) : null,
    );
  }

  @Post('organizations/:id/pledges')
  @ApiOperation({
    summary: 'Pledge money up to a ceiling',
    description:
      'An owner, in the name of a checked company. By itself it promises nothing: on its day of each month, or by `settle`, the needs within its purposes that have waited longest are promised what there is room for, in parts too, and all that goes to one organization is one transfer with one code.',
  })
  @ApiCreatedResponse({ type: PledgeAnswer })
  @ApiErrors('organization.not-found', 'pledge.not-yours', 'pledge.company-not-ready', 'person.unconfirmed')
  async make(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @IdempotentId() known: string | undefined,
    @Body() body: MakePledgeDto,
  ): Promise<PledgeView> {
    return this.reads.one(actor, await this.pledges.make(actor, id, body, known));
  }

  @Get('pledges/:id')
  @ApiOperation({ summary: 'A pledge, what of it came and what is to be paid' })
  @ApiOkResponse({ type: PledgeAnswer })
  @ApiErrors('pledge.not-found')
  one(@CurrentUser() actor: Actor, @Id('id') id: string): Promise<PledgeView> {
    return this.reads.one(actor, id);
  }

  @Patch('pledges/:id')
  @ApiOperation({
    summary: 'Another ceiling, or another sum for each time',
    description: 'Never below what was promised of it.',
  })
  @ApiOkResponse({ type: PledgeAnswer })
  @ApiErrors(...VERB_ERRORS)
  async change(@CurrentUser() actor: Actor, @Id('id') id: string, @Body() body: ChangePledgeDto): Promise<PledgeView> {
    await this.pledges.change(actor, id, body);
    return this.reads.one(actor, id);
  }

  @Post('pledges/:id/pause')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Put no transfers together until it is resumed',
    description: 'What is promised stays to be paid.',
  })
  @ApiOkResponse({ type: PledgeAnswer })
  @ApiErrors(...VERB_ERRORS)
  pause(@CurrentUser() actor: Actor, @Id('id') id: string): Promise<PledgeView> {
    return this.go(actor, id, 'pause');
  }

  @Post('pledges/:id/resume')
  @HttpCode(200)
  @ApiOperation({ summary: 'Go on with a pledge that was paused' })
  @ApiOkResponse({ type: PledgeAnswer })
  @ApiErrors(...VERB_ERRORS)
  resume(@CurrentUser() actor: Actor, @Id('id') id: string): Promise<PledgeView> {
    return this.go(actor, id, 'resume');
  }

  @Post('pledges/:id/end')
  @HttpCode(200)
  @ApiOperation({ summary: 'End a pledge', description: 'What is promised stays to be paid.' })
  @ApiOkResponse({ type: PledgeAnswer })
  @ApiErrors(...VERB_ERRORS)
  end(@CurrentUser() actor: Actor, @Id('id') id: string): Promise<PledgeView> {
    return this.go(actor, id, 'end');
  }

  @Post('pledges/:id/settle')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Put its transfers together now',
    description: 'One for each organization, the oldest needs first, the last in part; none where no need has room.',
  })
  @ApiOkResponse({ type: PledgeAnswer })
  @ApiErrors(...VERB_ERRORS, 'pledge.nothing-free', 'gift.no-account', 'match.need-not-open', 'match.less-left')
  async settle(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @IdempotentId() key: string | undefined,
    @LocaleOf() locale: 'ru' | 'en',
  ): Promise<PledgeView> {
    await this.pledges.settle(actor, id, locale, key);
    return this.reads.one(actor, id);
  }

  @Post('pledge-transfers/:id/remove')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Leave a line out of a transfer that is not paid',
    description: 'Its need has its place again.',
  })
  @ApiOkResponse({ type: PledgeAnswer })
  @ApiErrors('gift.not-found', 'pledge.not-found', 'pledge.not-yours', 'gift.not-to-take-back')
  async remove(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() { gift }: RemovePledgePartDto,
  ): Promise<PledgeView> {
    await this.pledges.remove(actor, id, gift);
    return this.reads.ofTransfer(actor, id);
  }

  @Get('pledge-transfers/:id/contract.pdf')
  @ApiOperation({
    summary: 'Contract of a company’s gift of money (договор пожертвования)',
    description:
      'One transfer over all that it is for, each with its sum; for those who keep the books of either side. Needed for more than 3,000 ₽. Written in Russian, as Russian law asks. Tagged, with its text and a code by which its holder checks it at `/gift-papers/{code}`.',
  })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiErrors('pledge.not-found', 'pledge.no-contract', 'statement.too-many-at-once')
  contract(@CurrentUser() actor: Actor, @Id('id') id: string): Promise<StreamableFile> {
    return inStatementTurn(async (write) => {
      const paper = await this.contracts.contract(actor, id);
      const sheet = moneyContractSheet(this.catalogue, paper, this.env.PUBLIC_URL);
      return new StreamableFile(await write({ sheet, format: 'transfer' }), {
        type: 'application/pdf',
        disposition: `attachment; filename="lepta-contract-${paper.code}.pdf"`,
      });
    });
  }

  @Get('pledge-transfers/:id/payment-order.txt')
  @ApiOperation({
    summary: 'Payment order of one transfer, for the bank’s program or 1C',
    description:
      '1CClientBankExchange 1.03 in windows-1251, of what is still awaited, dated today; for those who keep the company’s books. The payer’s account is left out where the company has none here.',
  })
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiErrors('pledge.not-found', 'pledge.nothing-due')
  async order(@CurrentUser() actor: Actor, @Id('id') id: string): Promise<StreamableFile> {
    const { code, ...order } = await this.reads.order(actor, id);
    const day = dayAt(this.catalogue.timeZone, this.clock.now());
    return new StreamableFile(paymentOrderFile({ ...order, day }), {
      type: 'text/plain; charset=windows-1251',
      disposition: `attachment; filename="lepta-order-${code}.txt"`,
    });
  }

  private async go(actor: Actor, id: string, verb: 'pause' | 'resume' | 'end'): Promise<PledgeView> {
    await this.pledges.go(actor, id, verb);
    return this.reads.one(actor, id);
  }
}
