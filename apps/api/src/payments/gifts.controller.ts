import { Body, Controller, Get, HttpCode, Module, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CatalogueModule } from '#catalogue-store';
import type { Actor } from '#identity';
import { OffersModule } from '#offers';
import { GiftRefunds, Gifts, PaymentsModule, PaymentsQueries, type GiftView } from '#payments';
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
  type Page,
} from '../http/index.js';
import { BankRowsController, BankStatementsController } from './bank-statements.controller.js';
import { BankColumnsController } from './bank-columns.controller.js';
import { GiftPapersController } from './gift-papers.controller.js';
import { GiftOrdersController } from './gift-orders.controller.js';
import { GiftAnswer, MyGiftsAnswer, PromiseGiftDto, RefundGiftDto } from './payments.dto.js';
import { PledgesController } from './pledges.controller.js';
import { StandingGiftsController } from './standing-gifts.controller.js';
import { SurplusController } from './surplus.controller.js';

@ApiTags('gifts')
@Controller()
export class GiftsController {
  constructor(
    private readonly gifts: Gifts,
    private readonly refunds: GiftRefunds,
    private readonly reads: PaymentsQueries,
  ) {}

  @Post('needs/:id/gifts')
  @ApiOperation({
    summary: 'Promise money to a need',
    description:
      'Without signing in too. The answer is a payment order to the organization’s own account, with a code in its purpose; the money counts once it is seen in a bank statement.',
  })
  @ApiCreatedResponse({ type: GiftAnswer })
  @ApiErrors(
    'need.not-found',
    'match.need-not-open',
    'match.nothing-left',
    'match.less-left',
    'gift.not-money',
    'gift.needs-their-yes',
    'gift.no-account',
    'gift.payee-too-long',
  )
  async promise(
    @CurrentUserOrVisitor() actor: Actor | null,
    @Id('id') id: string,
    @IdempotentId() known: string | undefined,
    @Body() body: PromiseGiftDto,
    @LocaleOf() locale: 'ru' | 'en',
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GiftView> {
    const { provider: _, ...form } = body;
    const gift = await this.reads.giftById(await this.gifts.promise(actor, id, { ...form, locale }, known));
    reply.header('location', `/api/v1/gifts/${gift.code}`);
    return gift;
  }

  @Get('gifts/:code')
  @ApiOperation({ summary: 'What became of a gift', description: 'For whoever has its code. Names nobody.' })
  @ApiParam({ name: 'code', example: 'LP-7K3F-9TRB-3' })
  @ApiOkResponse({ type: GiftAnswer })
  @ApiErrors('gift.not-found')
  one(@Param('code') code: string): Promise<GiftView> {
    return this.reads.gift(code);
  }

  @Post('gifts/:code/refund')
  @RequireSignIn()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Note that money of a gift was sent back',
    description:
      'By an owner or accountant of the organization, with the bank’s date and number, in whole or in part, once. What was spent stays.',
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
  )
  async refund(
    @CurrentUser() actor: Actor,
    @Param('code') code: string,
    @Body() body: RefundGiftDto,
    @LocaleOf() locale: 'ru' | 'en',
  ): Promise<GiftView> {
    await this.refunds.refund(actor, code, { ...body, locale });
    return this.reads.gift(code);
  }

  @Get('me/gifts')
  @RequireSignIn()
  @ApiOperation({ summary: 'My gifts of money, newest first' })
  @ApiOkResponse({ type: MyGiftsAnswer })
  async mine(
    @CurrentUser() actor: Actor,
    @Query() { limit, cursor }: PageQuery,
  ): Promise<Page<Omit<GiftView, 'qr' | 'payee' | 'purpose'>>> {
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
    BankStatementsController,
    BankRowsController,
    BankColumnsController,
    PledgesController,
    SurplusController,
  ],
})
export class PaymentsApiModule {}
