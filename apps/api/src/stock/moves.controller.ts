import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#identity';
import { newId } from '#kernel';
import { Moves, StockReads, type StockView } from '#stock';
import { ApiErrors, CurrentUser, Id, IdempotentId, LocaleOf, RequireSignIn } from '../http/index.js';
import { MoveLotDto, ReceiveMoveDto } from './moves.dto.js';
import { StockAnswer } from './stock.answers.js';

type Locale = 'ru' | 'en';

/** Things on their way between two points of an organization. */
@ApiTags('stock')
@Controller()
@RequireSignIn()
export class MovesController {
  constructor(
    private readonly moves: Moves,
    private readonly reads: StockReads,
  ) {}

  @Post('lots/:id/move')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Send things to another point',
    description:
      'Off this shelf at once, on the way until they are received there. They become a lot of the other point with the same giver, date and binding.',
  })
  @ApiOkResponse({ type: StockAnswer, description: 'The point that they leave' })
  @ApiErrors(
    'stock.not-found',
    'point.not-found',
    'point.not-yours',
    'point.closed',
    'point.organization-not-verified',
    'stock.other-organization',
    'stock.past-date',
    'stock.not-enough',
    'ledger.not-enough-left',
    'catalogue.unit-does-not-fit',
  )
  async send(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @IdempotentId() known: string | undefined,
    @Body() body: MoveLotDto,
    @LocaleOf() locale: Locale,
  ): Promise<StockView> {
    const move = await this.moves.send(actor, id, body, known ?? newId());
    return this.reads.shelves(actor, (await this.moves.pointsOf(actor, move)).fromPoint, locale);
  }

  @Post('moves/:id/receive')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Take in what was sent from another point',
    description: 'All of it, or a part: the rest is lost with a reason, or back on the shelf that it left.',
  })
  @ApiOkResponse({ type: StockAnswer, description: 'The point that they come to' })
  @ApiErrors(
    'stock.no-move',
    'stock.move-over',
    'stock.more-than-sent',
    'stock.reason-needed',
    'point.not-found',
    'point.not-yours',
    'catalogue.unit-does-not-fit',
  )
  async receive(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() body: ReceiveMoveDto,
    @LocaleOf() locale: Locale,
  ): Promise<StockView> {
    await this.moves.receive(actor, id, body);
    return this.reads.shelves(actor, (await this.moves.pointsOf(actor, id)).toPoint, locale);
  }

  @Post('moves/:id/call-back')
  @HttpCode(200)
  @ApiOperation({ summary: 'Call back what was sent and has not come', description: 'It is on the first shelf again.' })
  @ApiOkResponse({ type: StockAnswer, description: 'The point that they had left' })
  @ApiErrors('stock.no-move', 'stock.move-over', 'point.not-found', 'point.not-yours')
  async callBack(@CurrentUser() actor: Actor, @Id('id') id: string, @LocaleOf() locale: Locale): Promise<StockView> {
    await this.moves.callBack(actor, id);
    return this.reads.shelves(actor, (await this.moves.pointsOf(actor, id)).fromPoint, locale);
  }
}
