import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#identity';
import { NeedScores, type NeedScorePart } from '#matching';
import { NeedsQueries } from '#needs';
import { ApiErrors, CurrentUserOrVisitor, Id, LocaleOf } from '../http/index.js';

export class StandingPartAnswer {
  @ApiProperty({ enum: ['urgency', 'waiting', 'equity', 'trust'] }) part: string;
  @ApiProperty({ type: String, example: 'Срочность' }) name: string;
  @ApiProperty({ type: 'integer', minimum: 0, maximum: 1_000_000 }) value: number;
  @ApiProperty({ type: 'integer', description: 'Of 1,000,000, by the weights in force' }) weight: number;
  @ApiProperty({ type: String, example: 'нужно до 10 декабря, осталось 16 дней' }) sentence: string;
}

export class NeedStandingAnswer {
  @ApiProperty({ type: [StandingPartAnswer], description: 'Empty where the need takes no offers' })
  parts: readonly StandingPartAnswer[];
}

@ApiTags('needs')
@Controller('needs')
export class NeedStandingController {
  constructor(
    private readonly reads: NeedsQueries,
    private readonly scores: NeedScores,
  ) {}

  @Get(':id/standing')
  @ApiOperation({
    summary: 'Why a need stands high or low among others',
    description:
      'Public. The parts that it has by itself in every score, for each giver, as proposals and clearings count them; what has arrived is a minute old at most.',
  })
  @ApiOkResponse({ type: NeedStandingAnswer })
  @ApiErrors('need.not-found')
  async standing(
    @CurrentUserOrVisitor() who: Actor | null,
    @Id('id') id: string,
    @LocaleOf() locale: 'ru' | 'en',
  ): Promise<{ parts: NeedScorePart[] }> {
    await this.reads.visible(who, id);
    return { parts: await this.scores.of(id, locale) };
  }
}
