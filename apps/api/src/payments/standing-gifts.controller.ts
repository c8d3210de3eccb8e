import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { Actor } from '#identity';
import { STANDING_STATUSES, StandingOffersQueries } from '#offers';
import {
  GIFT_PROVIDERS,
  GIFT_STATUSES,
  LINK_VERBS,
  PaymentsQueries,
  StandingLinks,
  type GiftView,
  type LinkVerb,
  type StandingGiftView,
  type StandingLinkView,
} from '#payments';
import { ApiErrors, CurrentUser, Id, LocaleOf, NotKept, RequireSignIn } from '../http/index.js';
import { CODE_LENGTH, QUANTITY, QUANTITY_LENGTH } from '../needs/fields.js';
import { GiftAnswer } from './payments.dto.js';

const TOKEN_LENGTH = 100;

class StandingGiftAnswer {
  @ApiProperty({ type: String, example: 'LP-7K3F-9TRB-3' }) code: string;
  @ApiProperty({ type: String, format: 'date', description: 'The date that made it' }) day: string;
  @ApiProperty({ type: 'integer', example: 100000 }) amount: number;
  @ApiProperty({ type: String, example: 'kopeck' }) unit: string;
  @ApiProperty({ enum: GIFT_STATUSES }) status: string;
  @ApiProperty({ enum: GIFT_PROVIDERS }) provider: string;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When a saved card is charged for it; null: the giver pays by themselves',
  })
  chargeAt: Date | null;
  @ApiProperty({ type: String, format: 'uuid' }) need: string;
  @ApiProperty({ type: String }) needTitle: string;
  @ApiProperty({ type: String, format: 'uuid' }) organization: string;
  @ApiProperty({ type: String }) organizationName: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null: it cannot be taken back' })
  takeBackUntil: Date | null;
  @ApiProperty({ type: Boolean }) takenBack: boolean;
}

export class StandingGiftsAnswer {
  @ApiProperty({ type: [StandingGiftAnswer], description: 'The newest first, at most 24' }) items: StandingGiftAnswer[];
}

class StandingLinkDto {
  @ApiProperty({ type: String, maxLength: TOKEN_LENGTH, description: 'What stands behind `#` in the link of the mail' })
  @IsString()
  @MaxLength(TOKEN_LENGTH)
  token: string;
}

class StandingLinkDeedDto extends StandingLinkDto {
  @ApiProperty({ enum: LINK_VERBS })
  @IsIn(LINK_VERBS)
  verb: LinkVerb;

  @ApiPropertyOptional({
    ...QUANTITY,
    example: '700.00',
    description: 'With `change`: what each date gives from now on',
  })
  @IsOptional()
  @IsString()
  @MaxLength(QUANTITY_LENGTH)
  quantity?: string;

  @ApiPropertyOptional({ type: String, maxLength: CODE_LENGTH, default: 'rub' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE_LENGTH)
  unit?: string;

  @ApiPropertyOptional({
    type: String,
    maxLength: 60,
    example: 'LP-7K3F-9TRB-3',
    description: 'With `take-back`: its code',
  })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  gift?: string;
}

class StandingLinkAnswer {
  @ApiProperty({ enum: STANDING_STATUSES }) status: string;
  @ApiProperty({ type: 'integer', example: 100000 }) amount: number;
  @ApiProperty({ type: String, example: 'kopeck' }) unit: string;
  @ApiProperty({ type: String, example: '1 000 ₽' }) amountText: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) nextOn: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'Visa •• 4242', description: 'Null: paid by transfer' })
  card: string | null;
  @ApiProperty({ type: [StandingGiftAnswer] }) gifts: StandingGiftAnswer[];
  @ApiProperty({ enum: LINK_VERBS, isArray: true }) can: string[];
}

/** Standing gifts: what their dates made, and what their giver does by the link of a mail. The page `/standing-link#token` looks first and acts when its button is pressed; the token never stands in an address. */
@ApiTags('standing offers')
@Controller()
export class StandingGiftsController {
  constructor(
    private readonly links: StandingLinks,
    private readonly standing: StandingOffersQueries,
    private readonly gifts: PaymentsQueries,
  ) {}

  @Get('standing-offers/:id/gifts')
  @RequireSignIn()
  @ApiOperation({ summary: 'Gifts of money that its dates made, newest first' })
  @ApiOkResponse({ type: StandingGiftsAnswer })
  @ApiErrors('standing.not-found')
  async made(@CurrentUser() actor: Actor, @Id('id') id: string): Promise<{ readonly items: StandingGiftView[] }> {
    await this.standing.byId(actor, id);
    return { items: await this.links.giftsOf(id) };
  }

  @Post('gifts/:code/take-back')
  @RequireSignIn()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Take back what the engine decided for me',
    description:
      'A gift that a date of my standing gift made, within three days and while it is not paid. The need has its place again at once, and no promise is broken.',
  })
  @ApiParam({ name: 'code', example: 'LP-7K3F-9TRB-3' })
  @ApiOkResponse({ type: GiftAnswer })
  @ApiErrors('gift.not-found', 'gift.not-to-take-back')
  async takeBack(@CurrentUser() actor: Actor, @Param('code') code: string): Promise<GiftView> {
    await this.links.takeBack(actor.personId, code);
    return this.gifts.gift(code);
  }

  @Post('standing-links/look')
  @HttpCode(200)
  @NotKept()
  @ApiOperation({
    summary: 'What the link of a mail about a standing gift may do',
    description: 'Without sign-in; changes nothing.',
  })
  @ApiOkResponse({ type: StandingLinkAnswer })
  @ApiErrors('standing.link-unknown')
  look(@Body() { token }: StandingLinkDto, @LocaleOf() locale: 'ru' | 'en'): Promise<StandingLinkView> {
    return this.links.look(token, locale);
  }

  @Post('standing-links')
  @HttpCode(200)
  @NotKept()
  @ApiOperation({
    summary: 'Pause, resume, change, end or take back by the link of a mail',
    description:
      'Without sign-in, as the person whom the mail was written to; of this one standing gift and nothing else.',
  })
  @ApiOkResponse({ type: StandingLinkAnswer })
  @ApiErrors('standing.link-unknown', 'standing.ended', 'standing.stale', 'gift.not-found', 'gift.not-to-take-back')
  async act(
    @Body() { token, ...deed }: StandingLinkDeedDto,
    @LocaleOf() locale: 'ru' | 'en',
  ): Promise<StandingLinkView> {
    await this.links.act(token, deed);
    return this.links.look(token, locale);
  }
}
