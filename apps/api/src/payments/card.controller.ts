import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import {
  ApiConsumes,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import type { Actor } from '#identity';
import { newId } from '#kernel';
import {
  BankStatements,
  CardAccounts,
  CardDifferences,
  CardEvents,
  CardPayments,
  CardQueries,
  PaymentsQueries,
  type CardAccountView,
  type CardEntryView,
  type CardSession,
  type DifferencesView,
  type GiftProvider,
  type GiftView,
  type ReconciliationView,
} from '#payments';
import {
  ApiErrors,
  CurrentUser,
  CurrentUserOrVisitor,
  decodeCursor,
  encodeCursor,
  Id,
  NotKept,
  page,
  PageQuery,
  RequireAdministrator,
  RequireSignIn,
  type ApiRequest,
  type Page,
} from '../http/index.js';
import {
  CardAccountAnswer,
  CardDifferencesAnswer,
  CardEntriesAnswer,
  CardLinkAnswer,
  CardLinkDto,
  CardReconciliationsAnswer,
  CardSessionAnswer,
  GiftProvidersAnswer,
  StoredEventAnswer,
} from './card.dto.js';
import { GiftAnswer } from './payments.dto.js';

const CODE = { name: 'code', example: 'LP-7K3F-9TRB-3' } as const;
const NIGHTS_SHOWN = 30;

/** Gifts that are paid by card, for the holder of their code. */
@ApiTags('gifts')
@Controller()
export class CardGiftsController {
  constructor(
    private readonly payments: CardPayments,
    private readonly reads: PaymentsQueries,
    private readonly cards: CardQueries,
  ) {}

  @Get('needs/:id/gift-providers')
  @ApiOperation({ summary: 'By which ways money can be given to a need now' })
  @ApiOkResponse({ type: GiftProvidersAnswer })
  @ApiErrors('need.not-found')
  async providers(@Id('id') id: string): Promise<{ items: GiftProvider[] }> {
    return { items: await this.cards.providersOf(id) };
  }

  @Post('gifts/:code/card')
  @HttpCode(200)
  @NotKept()
  @ApiOperation({
    summary: 'Go on paying a gift by card',
    description: 'The same payment however often it is asked for: nobody pays twice.',
  })
  @ApiParam(CODE)
  @ApiOkResponse({ type: CardSessionAnswer })
  @ApiErrors('gift.not-found', 'gift.not-by-card', 'gift.card-over', 'card.not-here', 'card.away')
  session(@Param('code') code: string): Promise<CardSession> {
    return this.payments.session(code);
  }

  @Post('gifts/:code/card/look')
  @HttpCode(200)
  @NotKept()
  @ApiOperation({
    summary: 'Ask Stripe what became of a payment by card',
    description: 'For a giver who comes back from paying. It counts once Stripe says so.',
  })
  @ApiParam(CODE)
  @ApiOkResponse({ type: GiftAnswer })
  @ApiErrors('gift.not-found', 'gift.not-by-card', 'card.not-here', 'card.away')
  async look(@CurrentUserOrVisitor() actor: Actor | null, @Param('code') code: string): Promise<GiftView> {
    await this.payments.look(code);
    return this.reads.gift(code, actor);
  }
}

/** How an organization takes cards, for its own people. */
@ApiTags('bank statements')
@Controller('organizations/:id')
@RequireSignIn()
export class CardAccountsController {
  constructor(
    private readonly accounts: CardAccounts,
    private readonly statements: BankStatements,
    private readonly cards: CardQueries,
  ) {}

  @Get('card-account')
  @ApiOperation({ summary: 'How the organization stands at Stripe' })
  @ApiOkResponse({ type: CardAccountAnswer })
  @ApiErrors('organization.not-found', 'bank.not-yours', 'card.not-here')
  account(@CurrentUser() actor: Actor, @Id('id') id: string): Promise<CardAccountView> {
    return this.accounts.view(actor, id);
  }

  @Post('card-account/link')
  @NotKept()
  @ApiOperation({
    summary: 'A page of Stripe on which the organization is entered',
    description: 'By an owner or accountant. Papers are shown to Stripe alone.',
  })
  @ApiCreatedResponse({ type: CardLinkAnswer })
  @ApiErrors(
    'organization.not-found',
    'bank.not-yours',
    'card.not-here',
    'card.not-yours',
    'card.not-verified',
    'card.refused',
    'card.away',
  )
  async link(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() { country }: CardLinkDto,
  ): Promise<{ url: string }> {
    return { url: await this.accounts.link(actor, id, country, newId()) };
  }

  @Post('card-account/look')
  @HttpCode(200)
  @NotKept()
  @ApiOperation({ summary: 'Ask Stripe how the organization stands now' })
  @ApiOkResponse({ type: CardAccountAnswer })
  @ApiErrors('organization.not-found', 'bank.not-yours', 'card.not-here', 'card.away')
  async look(@CurrentUser() actor: Actor, @Id('id') id: string): Promise<CardAccountView> {
    await this.accounts.look(actor, id);
    return this.accounts.view(actor, id);
  }

  @Get('card-entries')
  @ApiOperation({
    summary: 'What moved money of the organization at Stripe, the newest first',
    description: 'Payments, refunds, disputes, fees and payouts, each once, in its own currency.',
  })
  @ApiOkResponse({ type: CardEntriesAnswer })
  @ApiErrors('organization.not-found', 'bank.not-yours')
  async entries(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Query() { limit, cursor }: PageQuery,
  ): Promise<Page<CardEntryView>> {
    await this.statements.organizationOf(actor, id);
    const after = decodeCursor(cursor, ['time', 'text']);
    const rows = await this.cards.entries(id, limit + 1, after && { at: after[0], id: after[1] });
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return page(
      rows.slice(0, limit).map(({ key: _, ...row }) => row),
      last ? encodeCursor([last.key, last.id]) : null,
    );
  }
}

@ApiTags('bank statements')
@Controller('organizations/:id/card-differences')
@RequireSignIn()
export class CardDifferencesController {
  constructor(private readonly differences: CardDifferences) {}

  @Get()
  @ApiOperation({ summary: 'In what Stripe and the books of the organization differ' })
  @ApiOkResponse({ type: CardDifferencesAnswer })
  @ApiErrors('organization.not-found', 'bank.not-yours')
  list(@CurrentUser() actor: Actor, @Id('id') id: string): Promise<DifferencesView> {
    return this.differences.ofOrganization(actor, id);
  }
}

@ApiTags('administration')
@Controller('admin/card-differences')
@RequireAdministrator()
export class AllCardDifferencesController {
  constructor(private readonly differences: CardDifferences) {}

  @Get()
  @ApiOperation({ summary: 'In what Stripe and the books differed when they were last compared' })
  @ApiOkResponse({ type: CardDifferencesAnswer })
  @ApiErrors('http.administrators-only')
  list(): Promise<DifferencesView> {
    return this.differences.all();
  }

  @Post('again')
  @HttpCode(200)
  @ApiOperation({ summary: 'Compare again', description: 'By the worker, within minutes, as every night.' })
  @ApiOkResponse({ type: CardDifferencesAnswer })
  @ApiErrors('http.administrators-only', 'card.not-here')
  async again(): Promise<DifferencesView> {
    await this.differences.again();
    return this.differences.all();
  }
}

@ApiTags('administration')
@Controller('admin/card-reconciliations')
@RequireAdministrator()
export class CardReconciliationsController {
  constructor(private readonly cards: CardQueries) {}

  @Get()
  @ApiOperation({
    summary: 'What each night’s comparison with Stripe found, the newest first',
    description: 'What is missing here was booked by the same way as after an event; what could not be is listed.',
  })
  @ApiOkResponse({ type: CardReconciliationsAnswer })
  @ApiErrors('http.administrators-only')
  async list(): Promise<{ items: ReconciliationView[] }> {
    return { items: await this.cards.reconciliations(NIGHTS_SHOWN) };
  }
}

/** Where Stripe sends its events. The body is read as the bytes that were signed. */
@ApiTags('webhooks')
@Controller('webhooks/stripe')
export class StripeWebhookController {
  constructor(private readonly events: CardEvents) {}

  @Post()
  @HttpCode(200)
  @NotKept()
  @ApiConsumes('application/json')
  @ApiHeader({ name: 'Stripe-Signature', required: true })
  @ApiOperation({
    summary: 'Take an event of Stripe',
    description:
      'Stored under its id and answered at once; it is applied afterwards. The same event again changes nothing.',
  })
  @ApiOkResponse({ type: StoredEventAnswer })
  @ApiErrors('card.not-here', 'card.bad-signature')
  async take(
    @Req() request: ApiRequest,
    @Headers('stripe-signature') signature: string | undefined,
  ): Promise<{ received: boolean }> {
    await this.events.store(request.signedBytes ?? Buffer.of(), signature ?? '');
    return { received: true };
  }
}
