import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#identity';
import { newId } from '#kernel';
import { Intakes, Kits, Shelves, StockReads, type CountView, type KitView, type LotPath, type StockView } from '#stock';
import { ApiErrors, CurrentUser, Id, IdempotentId, LocaleOf, RequireSignIn } from '../http/index.js';
import { CountsAnswer, KitAnswer, LotPathAnswer, StockAnswer } from './stock.answers.js';
import { AssembleDto, KitDto, TakeApartDto } from './kits.dto.js';
import { CountDto, GiveOutDto, TakeInDto, WriteOffDto } from './stock.dto.js';

type Locale = 'ru' | 'en';

/** What lies at an intake point: taken in, given out, counted, written off, made into kits. Every step is an entry of the books. */
@ApiTags('stock')
@Controller()
@RequireSignIn()
export class StockController {
  constructor(
    private readonly intakes: Intakes,
    private readonly shelves: Shelves,
    private readonly kits: Kits,
    private readonly reads: StockReads,
  ) {}

  @Get('points/:id/stock')
  @ApiOperation({
    summary: 'What lies at a point',
    description:
      'For owners and coordinators: lots, first expired first, who announced to bring something, open needs with what fits them, kits.',
  })
  @ApiOkResponse({ type: StockAnswer })
  @ApiErrors('point.not-found', 'point.not-yours')
  stock(@CurrentUser() actor: Actor, @Id('id') id: string, @LocaleOf() locale: Locale): Promise<StockView> {
    return this.reads.shelves(actor, id, locale);
  }

  @Post('points/:id/intakes')
  @ApiOperation({
    summary: 'Take things in',
    description:
      'What was announced, by the code of its giver; or `brought` without an announcement: an offer is made of it. Each becomes a lot with an account of its own.',
  })
  @ApiCreatedResponse({ type: LotPathAnswer })
  @ApiErrors(
    'point.not-found',
    'point.not-yours',
    'point.closed',
    'point.organization-not-verified',
    'stock.no-arrival',
    'stock.arrival-over',
    'stock.wrong-code',
    'stock.code-used-up',
    'stock.past-date',
    'stock.not-goods',
    'stock.offer-not-open',
    'stock.not-a-day',
    'ledger.not-enough-left',
    'catalogue.unit-does-not-fit',
  )
  async takeIn(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @IdempotentId() known: string | undefined,
    @Body() body: TakeInDto,
    @LocaleOf() locale: Locale,
  ): Promise<LotPath> {
    return this.reads.path(actor, await this.intakes.takeIn(actor, id, body, known ?? newId()), locale);
  }

  @Post('points/:id/issues')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Give things out to a need',
    description:
      'Of the same organization; without a lot first expired, first out. What is past its date is given to nobody.',
  })
  @ApiOkResponse({ type: StockAnswer })
  @ApiErrors(
    'point.not-found',
    'point.not-yours',
    'point.closed',
    'point.organization-not-verified',
    'need.not-found',
    'stock.other-need',
    'stock.need-takes-none',
    'stock.does-not-fit',
    'stock.not-found',
    'stock.past-date',
    'stock.not-enough',
    'ledger.not-enough-left',
    'catalogue.unit-does-not-fit',
  )
  async giveOut(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @IdempotentId() known: string | undefined,
    @Body() body: GiveOutDto,
    @LocaleOf() locale: Locale,
  ): Promise<StockView> {
    await this.shelves.giveOut(actor, id, body, known ?? newId());
    return this.reads.shelves(actor, id, locale);
  }

  @Get('points/:id/counts')
  @ApiOperation({ summary: 'Counts of a point, the last first', description: 'The last twenty, with what differed.' })
  @ApiOkResponse({ type: CountsAnswer })
  @ApiErrors('point.not-found', 'point.not-yours')
  async counts(@CurrentUser() actor: Actor, @Id('id') id: string): Promise<{ items: readonly CountView[] }> {
    return { items: await this.reads.counts(actor, id) };
  }

  @Post('points/:id/counts')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Enter a count',
    description: 'Earlier entries stay: each difference is a new one with its reason.',
  })
  @ApiOkResponse({ type: StockAnswer })
  @ApiErrors(
    'point.not-found',
    'point.not-yours',
    'point.closed',
    'point.organization-not-verified',
    'stock.not-found',
    'stock.moved-meanwhile',
    'stock.reason-needed',
    'stock.more-is-miscounted',
  )
  async count(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @IdempotentId() known: string | undefined,
    @Body() body: CountDto,
    @LocaleOf() locale: Locale,
  ): Promise<StockView> {
    await this.shelves.count(actor, id, body.rows, known ?? newId());
    return this.reads.shelves(actor, id, locale);
  }

  @Get('lots/:id')
  @ApiOperation({ summary: 'A lot and what became of it', description: 'For owners and coordinators of its point.' })
  @ApiOkResponse({ type: LotPathAnswer })
  @ApiErrors('stock.not-found', 'point.not-yours')
  lot(@CurrentUser() actor: Actor, @Id('id') id: string, @LocaleOf() locale: Locale): Promise<LotPath> {
    return this.reads.path(actor, id, locale);
  }

  @Post('lots/:id/write-off')
  @HttpCode(200)
  @ApiOperation({ summary: 'Write off what is broken, gone or past its date' })
  @ApiOkResponse({ type: LotPathAnswer })
  @ApiErrors(
    'stock.not-found',
    'point.not-yours',
    'point.closed',
    'point.organization-not-verified',
    'stock.not-expired',
    'stock.not-enough',
    'catalogue.unit-does-not-fit',
  )
  async writeOff(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @IdempotentId() known: string | undefined,
    @Body() body: WriteOffDto,
    @LocaleOf() locale: Locale,
  ): Promise<LotPath> {
    await this.shelves.writeOff(actor, id, body, known ?? newId());
    return this.reads.path(actor, id, locale);
  }

  @Post('organizations/:id/kits')
  @ApiOperation({ summary: 'Write down what a kit is made of' })
  @ApiCreatedResponse({ type: KitAnswer })
  @ApiErrors(
    'organization.not-found',
    'point.not-yours',
    'stock.kits-too-many',
    'stock.kit-in-sets',
    'stock.part-twice',
    'catalogue.unknown-item',
    'catalogue.unit-does-not-fit',
  )
  async makeKit(
    @CurrentUser() actor: Actor,
    @Id('id') organizationId: string,
    @IdempotentId() known: string | undefined,
    @Body() body: KitDto,
  ): Promise<KitView> {
    return this.reads.kit(actor, await this.kits.make(actor, organizationId, body, known ?? newId()));
  }

  @Post('kits/:id/retire')
  @HttpCode(200)
  @ApiOperation({ summary: 'Assemble it no more', description: 'What lies there stays.' })
  @ApiOkResponse({ type: KitAnswer })
  @ApiErrors('stock.kit-not-found', 'point.not-yours')
  async retireKit(@CurrentUser() actor: Actor, @Id('id') id: string): Promise<KitView> {
    await this.kits.retire(actor, id);
    return this.reads.kit(actor, id);
  }

  @Post('points/:id/kits')
  @ApiOperation({
    summary: 'Assemble kits',
    description: 'Parts leave their lots, first expired first; the kits are a lot of their own.',
  })
  @ApiCreatedResponse({ type: LotPathAnswer })
  @ApiErrors(
    'point.not-found',
    'point.not-yours',
    'point.closed',
    'point.organization-not-verified',
    'stock.kit-not-found',
    'stock.parts-short',
  )
  async assemble(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @IdempotentId() known: string | undefined,
    @Body() body: AssembleDto,
    @LocaleOf() locale: Locale,
  ): Promise<LotPath> {
    return this.reads.path(actor, await this.kits.assemble(actor, id, body, known ?? newId()), locale);
  }

  @Post('lots/:id/take-apart')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take kits apart', description: 'Their parts come back to the lots that they came from.' })
  @ApiOkResponse({ type: LotPathAnswer })
  @ApiErrors(
    'stock.not-found',
    'point.not-yours',
    'point.closed',
    'point.organization-not-verified',
    'stock.no-kit',
    'stock.not-enough',
  )
  async takeApart(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @IdempotentId() known: string | undefined,
    @Body() body: TakeApartDto,
    @LocaleOf() locale: Locale,
  ): Promise<LotPath> {
    await this.kits.takeApart(actor, id, body.count, known ?? newId());
    return this.reads.path(actor, id, locale);
  }
}
