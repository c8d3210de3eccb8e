import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#identity';
import { WishesService, type OwnWish, type ShiftView } from '#volunteering';
import { CurrentUser, LocaleOf, RequireSignIn } from '../http/index.js';
import { OwnWishAnswer, ShiftWishDto, SuitedShiftsAnswer } from './wishes.dto.js';

@ApiTags('shifts')
@Controller('me')
@RequireSignIn()
export class WishesController {
  constructor(private readonly wishes: WishesService) {}

  @Get('shift-wishes')
  @ApiOperation({ summary: 'What I wish of shifts' })
  @ApiOkResponse({ type: OwnWishAnswer })
  async look(@CurrentUser() actor: Actor): Promise<{ wish: OwnWish | null }> {
    return { wish: await this.wishes.of(actor.personId) };
  }

  @Put('shift-wishes')
  @ApiOperation({
    summary: 'Say when, where and with what skills I would come',
    description: 'Shifts that suit are in `GET /me/shifts/suited`, and told once a week if `told` says so.',
  })
  @ApiOkResponse({ type: OwnWishAnswer })
  async save(@CurrentUser() actor: Actor, @Body() body: ShiftWishDto): Promise<{ wish: OwnWish | null }> {
    await this.wishes.save(actor.personId, body);
    return { wish: await this.wishes.of(actor.personId) };
  }

  @Delete('shift-wishes')
  @HttpCode(204)
  @ApiOperation({ summary: 'Wish nothing any more' })
  @ApiNoContentResponse()
  async forget(@CurrentUser() actor: Actor): Promise<void> {
    await this.wishes.forget(actor.personId);
  }

  @Get('shifts/suited')
  @ApiOperation({
    summary: 'Shifts that suit what I wish',
    description:
      'With a free place, in the next four weeks: near enough, within my hours, asking for no skill that I did not say, and beside no other shift of mine. None where nothing was wished.',
  })
  @ApiOkResponse({ type: SuitedShiftsAnswer })
  async suited(@CurrentUser() actor: Actor, @LocaleOf() locale: 'ru' | 'en'): Promise<{ items: ShiftView[] }> {
    return { items: await this.wishes.suited(actor, locale) };
  }
}
