import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#identity';
import {
  CardPayments,
  GiftOrders,
  GiftOrdersQueries,
  PaymentsQueries,
  type CardSession,
  type GiftChoiceView,
  type GiftOrderView,
  type GiftView,
} from '#payments';
import { ApiErrors, CurrentUserOrVisitor, IdempotentId, LocaleOf, ShownOnce } from '../http/index.js';
import {
  GiftChoicesAnswer,
  GiftChoicesQuery,
  GiftOrderAnswer,
  OrderedAnswer,
  OrderGiftDto,
} from './gift-orders.dto.js';

/** Gifts of money that name no need. */
@ApiTags('gifts')
@Controller()
export class GiftOrdersController {
  constructor(
    private readonly orders: GiftOrders,
    private readonly reads: GiftOrdersQueries,
    private readonly gifts: PaymentsQueries,
    private readonly cards: CardPayments,
  ) {}

  @Get('gift-choices')
  @ApiOperation({
    summary: 'Where money would go',
    description:
      'To exactly one organization, sphere, category or place. The engine chooses as it proposes, with the same sentences; nothing is promised or held by asking.',
  })
  @ApiOkResponse({ type: GiftChoicesAnswer })
  look(
    @CurrentUserOrVisitor() actor: Actor | null,
    @Query() { quantity, unit, provider, ...to }: GiftChoicesQuery,
    @LocaleOf() locale: 'ru' | 'en',
  ): Promise<GiftChoiceView> {
    return this.orders.look(actor, to, { quantity, unit, provider }, locale);
  }

  @Post('gifts')
  @ApiOperation({
    summary: 'Promise money to an organization, sphere, category or place',
    description:
      'The engine chooses the needs and says why. One payment serves one organization: where several are chosen, `order.gifts` has a code, and so a payment order or a payment by card, for each. The answer begins with the largest.',
  })
  @ShownOnce('stripe')
  @ApiCreatedResponse({ type: OrderedAnswer })
  @ApiErrors(
    'gift.nothing-fits',
    'gift.payee-too-long',
    'gift.no-card',
    'card.not-here',
    'card.away',
    'match.nothing-left',
    'match.less-left',
    'match.need-not-open',
  )
  async promise(
    @CurrentUserOrVisitor() actor: Actor | null,
    @IdempotentId() known: string | undefined,
    @Body() body: OrderGiftDto,
    @LocaleOf() locale: 'ru' | 'en',
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GiftView & { readonly order: GiftOrderView; readonly stripe?: CardSession }> {
    const { to, ...form } = body;
    const order = await this.reads.ofOrder(await this.orders.promise(actor, to, { ...form, locale }, known), locale);
    const gift = await this.gifts.gift(order.gifts[0]?.code ?? '');
    reply.header('location', `/api/v1/gifts/${gift.code}`);
    return gift.provider === 'stripe'
      ? { ...gift, order, stripe: await this.cards.session(gift.code) }
      : { ...gift, order };
  }

  @Get('gifts/:code/order')
  @ApiOperation({
    summary: 'What was promised together with a gift, and why',
    description: 'For the holder of its code. Names nobody. A gift to one need stands alone.',
  })
  @ApiParam({ name: 'code', example: 'LP-7K3F-9TRB-3' })
  @ApiOkResponse({ type: GiftOrderAnswer })
  @ApiErrors('gift.not-found')
  order(@Param('code') code: string, @LocaleOf() locale: 'ru' | 'en'): Promise<GiftOrderView> {
    return this.reads.ofGift(code, locale);
  }
}
