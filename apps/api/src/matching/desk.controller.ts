import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#identity';
import { DeskReads, type AnswersPage, type HandOversOfWeek } from '#matching';
import { ApiErrors, CurrentUser, decodeCursor, encodeCursor, Id, LocaleOf, RequireSignIn } from '../http/index.js';
import { AnswersAnswer, AnswersQuery, HandOversAnswer, HandOversQuery } from './desk.dto.js';

type Locale = 'ru' | 'en';

/** What an organization works through, across all of its needs. */
@ApiTags('matches')
@Controller('organizations/:id')
@RequireSignIn()
export class DeskController {
  constructor(private readonly desk: DeskReads) {}

  @Get('answers')
  @ApiOperation({
    summary: 'Matches that wait for the word of an organization, the nearest time first; or those that were answered',
    description:
      'To its members and moderators. Proposals for its needs, and what a donor has said yes to; of shifts their own pages tell.',
  })
  @ApiOkResponse({ type: AnswersAnswer })
  @ApiErrors('match.not-found')
  async answers(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Query() { stage, need, byNeed, limit, cursor }: AnswersQuery,
    @LocaleOf() locale: Locale,
  ): Promise<Omit<AnswersPage, 'next'> & { nextCursor: string | null }> {
    const after = decodeCursor(cursor, ['time', 'id']);
    const { next, ...found } = await this.desk.answers(
      actor,
      id,
      { stage, need: need ?? null, byNeed: byNeed ?? false, limit, after: after && { at: after[0], id: after[1] } },
      locale,
    );
    return { ...found, nextCursor: next && encodeCursor([next.at, next.id]) };
  }

  @Get('hand-overs')
  @ApiOperation({
    summary: 'Hand-overs of an organization in a week, and those that still wait for a word',
    description: 'To its owners and coordinators. Money comes by bank and has none.',
  })
  @ApiOkResponse({ type: HandOversAnswer })
  @ApiErrors('match.not-found', 'match.not-yours', 'form.not-a-date')
  handOvers(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Query() { day }: HandOversQuery,
    @LocaleOf() locale: Locale,
  ): Promise<HandOversOfWeek> {
    return this.desk.handOvers(actor, id, day ?? null, locale);
  }
}
