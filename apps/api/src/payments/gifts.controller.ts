import { Body, Controller, Get, HttpCode, Module, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CatalogueModule } from '#catalogue-store';
import type { Actor } from '#identity';
import { newId } from '#kernel';
import { OffersModule } from '#offers';
import {
  CardPayments,
  CardRefunds,
  GiftRefunds,
  GiftPromises,
  PaymentsModule,
  PaymentsQueries,
  type CardSession,
  type GiftView,
} from '#payments';
import {
  ApiErrors,
  CurrentUser,
  CurrentUserOrVisitor,
  decodeCursor,
  encodeCursor,
  Id,
  IdempotentId,
  LocaleOf,
  page,
  PageQuery,
  RequireSignIn,
  ShownOnce,
  type Page,
} from '../http/index.js';
import { BankRowsController, BankStatementsController } from './bank-statements.controller.js';
import { BankColumnsController } from './bank-columns.controller.js';
import { BankMonthController } from './bank-month.controller.js';
import {
  AllCardDifferencesController,
  CardAccountsController,
  CardDifferencesController,
  CardGiftsController,
  CardReconciliationsController,
  StripeWebhookController,
} from './card.controller.js';
import { GiftPapersController } from './gift-papers.controller.js';
import { GiftOrdersController } from './gift-orders.controller.js';
import { GiftAnswer, MyGiftsAnswer, PromisedGiftAnswer, PromiseGiftDto, RefundGiftDto } from './payments.dto.js';
import { PledgesController } from './pledges.controller.js';
import { SavedCardsController } from './saved-cards.controller.js';
import { StandingGiftsController } from './standing-gifts.controller.js';
import { SurplusController } from './surplus.controller.js';

@ApiTags('gifts')
@Controller()
export class GiftsController {
  constructor(
    private readonly promises: GiftPromises,
    private readonly refunds: GiftRefunds,
    private readonly cards: CardPayments,
    private readonly cardRefunds: CardRefunds,
    private readonly reads: PaymentsQueries,
  ) {}

  @Post('needs/:id/gifts')
  @ApiOperation({
    summary: 'Promise money to a need',
    description:
      'Without signing in too. The answer is a payment order to the organization’s own account, with a code in its purpose; the money counts once it is seen in a bank statement. By card it is what opens the payment at Stripe; the money counts once Stripe says that it was paid.',
  })
  @ShownOnce('stripe')
  @ApiCreatedResponse({ type: PromisedGiftAnswer })
  @ApiErrors(
    'need.not-found',
    'match.need-not-open',
    'match.nothing-left',
    'match.less-left',
    'gift.not-money',
    'gift.needs-their-yes',
    'gift.no-account',
    'gift.payee-too-long',
    'gift.no-card',
    'card.not-here',
    'card.away',
  )
  async promise(
    @CurrentUserOrVisitor() actor: Actor | null,
    @Id('id') id: string,
    @IdempotentId() known: string | undefined,
    @Body() body: PromiseGiftDto,
    @LocaleOf() locale: 'ru' | 'en',
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GiftView & { readonly stripe?: CardSession }> {
    if (body.provider === 'stripe') this.cards.check();
    const gift = await this.reads.giftById(await this.promises.promise(actor, id, { ...body, locale }, known), actor);
    reply.header('location', `/api/v1/gifts/${gift.code}`);
    return gift.provider === 'stripe' ? { ...gift, stripe: await this.cards.session(gift.code) } : gift;
  }

  @Get('gifts/:code')
  @ApiOperation({ summary: 'What became of a gift', description: 'For the holder of its code. Names nobody.' })
  @ApiParam({ name: 'code', example: 'LP-7K3F-9TRB-3' })
  @ApiOkResponse({ type: GiftAnswer })
  @ApiErrors('gift.not-found')
  one(@CurrentUserOrVisitor() actor: Actor | null, @Param('code') code: string): Promise<GiftView> {
    return this.reads.gift(code, actor);
  }

  @Post('gifts/:code/refund')
  @RequireSignIn()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Note that money of a gift was sent back, or send it back to its card',
    description:
      'By an owner or accountant of the organization, with the bank’s date and number, in whole or in part, once. A gift by card goes back to its card by Stripe, as often as something is left of it. What was spent stays.',
  })
  @ApiParam({ name: 'code', example: 'LP-7K3F-9TRB-3' })
  @ApiOkResponse({ type: GiftAnswer })
  @ApiErrors(
    'gift.not-found',
    'gift.refund-not-yours',
    'gift.not-paid',
    'gift.refunded-before',
    'gift.refund-too-much',
    'surplus.bank-needed',
    'ledger.not-enough-left',
    'card.not-here',
    'card.refused',
    'card.away',
  )
  async refund(
    @CurrentUser() actor: Actor,
    @Param('code') code: string,
    @IdempotentId() known: string | undefined,
    @Body() body: RefundGiftDto,
    @LocaleOf() locale: 'ru' | 'en',
  ): Promise<GiftView> {
    if (await this.cardRefunds.isByCard(code))
      await this.cardRefunds.refund(actor, code, { ...body, locale }, known ?? newId());
    else await this.refunds.refund(actor, code, { ...body, locale });
    return this.reads.gift(code, actor);
  }

  @Get('me/gifts')
  @RequireSignIn()
  @ApiOperation({ summary: 'My gifts of money, newest first' })
  @ApiOkResponse({ type: MyGiftsAnswer })
  async mine(
    @CurrentUser() actor: Actor,
    @Query() { limit, cursor }: PageQuery,
  ): Promise<Page<Omit<GiftView, 'qr' | 'payee' | 'purpose' | 'can'>>> {
    const after = decodeCursor(cursor, ['time', 'id']);
    const rows = await this.reads.giftsOf(actor, limit + 1, after && { at: after[0], id: after[1] });
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return page(
      rows.slice(0, limit).map(({ at: _at, payee: _payee, purpose: _purpose, ...gift }) => gift),
      last ? encodeCursor([last.at, last.id]) : null,
    );
  }
}

@Module({
  imports: [CatalogueModule, PaymentsModule, OffersModule],
  controllers: [
    GiftsController,
    GiftOrdersController,
    GiftPapersController,
    StandingGiftsController,
    SavedCardsController,
    BankStatementsController,
    BankRowsController,
    BankColumnsController,
    BankMonthController,
    PledgesController,
    SurplusController,
    CardGiftsController,
    CardAccountsController,
    CardReconciliationsController,
    CardDifferencesController,
    AllCardDifferencesController,
    StripeWebhookController,
  ],
})
export class PaymentsApiModule {}
