import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import type { Actor } from '#identity';
import { SavedCards, type CardSession, type SavedCardView } from '#payments';
import { ApiErrors, CurrentUser, Id, LocaleOf, NotKept, RequireSignIn } from '../http/index.js';
import { CardSessionAnswer } from './card.dto.js';

class SaveCardDto {
  @ApiProperty({ type: Boolean, description: 'Whether the giver agrees to the words of `consent`' })
  @IsBoolean()
  consent: boolean;
}

class KeptCardAnswer {
  @ApiProperty({ type: String, example: 'Visa •• 4242' }) name: string;
  @ApiProperty({ type: String, example: '03/27', description: 'The last month in which it is good' }) end: string;
}

class SavedCardAnswer {
  @ApiProperty({ type: KeptCardAnswer, nullable: true, description: 'Null: its dates are paid by transfer' })
  card: KeptCardAnswer | null;
  @ApiProperty({ type: String, description: 'What saving a card agrees to' }) consent: string;
  @ApiProperty({ enum: ['save', 'remove'], isArray: true }) can: string[];
}

/** The card that a giver keeps at Stripe for one standing gift. Its number never comes here. */
@ApiTags('standing offers')
@Controller('standing-offers/:id/card')
@RequireSignIn()
export class SavedCardsController {
  constructor(private readonly cards: SavedCards) {}

  @Get()
  @ApiOperation({ summary: 'How its dates are paid' })
  @ApiOkResponse({ type: SavedCardAnswer })
  @ApiErrors('standing.not-found')
  one(@CurrentUser() actor: Actor, @Id('id') id: string, @LocaleOf() locale: 'ru' | 'en'): Promise<SavedCardView> {
    return this.cards.view(actor, id, locale);
  }

  @Post()
  @HttpCode(200)
  @NotKept()
  @ApiOperation({
    summary: 'Open the form in which a card is saved',
    description:
      'The same form while it is open. From the moment that Stripe has the card each date is charged to it, three days after a mail has said where the money goes; a card saved before is forgotten.',
  })
  @ApiOkResponse({ type: CardSessionAnswer })
  @ApiErrors('standing.not-found', 'standing.ended', 'card.consent-needed', 'card.not-here', 'card.away')
  begin(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() { consent }: SaveCardDto,
    @LocaleOf() locale: 'ru' | 'en',
  ): Promise<CardSession> {
    return this.cards.begin(actor, id, consent, locale);
  }

  @Post('look')
  @HttpCode(200)
  @NotKept()
  @ApiOperation({ summary: 'Ask Stripe what became of the form' })
  @ApiOkResponse({ type: SavedCardAnswer })
  @ApiErrors('standing.not-found', 'card.not-here', 'card.away')
  async look(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @LocaleOf() locale: 'ru' | 'en',
  ): Promise<SavedCardView> {
    await this.cards.look(actor, id);
    return this.cards.view(actor, id, locale);
  }

  @Delete()
  @HttpCode(200)
  @ApiOperation({ summary: 'Remove the card', description: 'Its dates are paid by transfer from here on.' })
  @ApiOkResponse({ type: SavedCardAnswer })
  @ApiErrors('standing.not-found')
  async remove(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @LocaleOf() locale: 'ru' | 'en',
  ): Promise<SavedCardView> {
    await this.cards.remove(actor, id);
    return this.cards.view(actor, id, locale);
  }
}
