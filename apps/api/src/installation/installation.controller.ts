import { Controller, Get, Module, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiNotModifiedResponse, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Catalogue, type Scheme } from '#catalogue';
import { ClearingModule } from '#clearing';
import { IdentityModule } from '#identity';
import { InstallationModule, operatorOf } from '#installation';
import { Env } from '#host';
import { hasDemo, PauseWatch } from '#platform';
import { sendCached } from '../catalogue/answering.js';
import { LocaleOf, type ApiRequest } from '../http/index.js';
import { FirstDayController } from './first-day.controller.js';
import { InstallationHealthController } from './health.controller.js';
import { TextsController } from './texts.controller.js';
import { OperatorAnswer } from './installation.dto.js';

class InstallationRegion {
  @ApiProperty({ type: String, example: 'amur-oblast' }) code: string;
  @ApiProperty({ type: String, example: 'Амурская область' }) name: string;
  @ApiProperty({ type: String, example: 'Амурская область' }) nameRu: string;
  @ApiProperty({ type: String, example: 'Amur Oblast' }) nameEn: string;
}

export class InstallationAnswer {
  @ApiProperty({
    type: InstallationRegion,
    nullable: true,
    description: 'Null where the catalogue has no region, or several',
  })
  region: InstallationRegion | null;
  @ApiProperty({
    type: String,
    example: 'Asia/Yakutsk',
    description: 'Of the region: in which days, months and the times of clearings are counted',
  })
  timeZone: string;
  @ApiProperty({ type: Boolean, description: 'A demo region was seeded: organizations and people are invented' })
  demo: boolean;
  @ApiProperty({
    type: Boolean,
    description: 'After a restore, until it was looked at: everything can be read, nothing changes',
  })
  paused: boolean;
  @ApiProperty({
    type: Boolean,
    description: 'Mails leave it: a mail server is set. Without one they are read in the outbox',
  })
  sendsMail: boolean;
  @ApiProperty({ type: Boolean, description: 'Card payment is set up; which organizations take cards says each need' })
  takesCards: boolean;
  @ApiProperty({
    type: OperatorAnswer,
    nullable: true,
    description: 'Who runs it and answers for the data of people; null until an administrator has said so',
  })
  operator: OperatorAnswer | null;
}

const LINES = { type: 'array', items: { type: 'array', items: { type: 'string' } } } as const;
const STRETCH = {
  type: 'array',
  nullable: true,
  items: { type: 'array', prefixItems: [{ type: 'number' }, { type: 'number' }], minItems: 2, maxItems: 2 },
  example: [
    [49.2, 0],
    [51.2, 0.5],
    [55.4, 1],
  ],
} as const;

export class SchemeAnswer {
  @ApiProperty({
    ...LINES,
    description: 'Codes of places in the order in which a river passes them',
    example: [['zeya', 'svobodny']],
  })
  rivers: readonly (readonly string[])[];
  @ApiProperty({ ...LINES, description: 'The same for railways', example: [['belogorsk', 'blagoveshchensk']] })
  railways: readonly (readonly string[])[];
  @ApiProperty({
    ...STRETCH,
    description: 'Degrees of latitude and the share of the picture at which they stand; null: evenly',
  })
  north: Scheme['north'];
  @ApiProperty({ ...STRETCH, description: 'The same for longitude' }) east: Scheme['east'];
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'number' },
    description: 'By which share of the picture a place is moved east',
    example: { progress: -0.06 },
  })
  nudges: Readonly<Record<string, number>>;
}

/** What a page says about the place that it is served from. */
@ApiTags('installation')
@Controller('installation')
export class InstallationController {
  constructor(
    private readonly source: DataSource,
    private readonly catalogue: Catalogue,
    private readonly pause: PauseWatch,
    private readonly env: Env,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Whose installation this is, and how it stands' })
  @ApiOkResponse({ type: InstallationAnswer })
  async show(@LocaleOf() locale: 'ru' | 'en'): Promise<InstallationAnswer> {
    const { region, timeZone } = this.catalogue;
    return {
      region: region && named(region, locale),
      timeZone,
      demo: await hasDemo(this.source),
      paused: this.pause.paused,
      sendsMail: this.env.SMTP_URL !== null,
      takesCards: this.env.STRIPE_SECRET_KEY !== null,
      operator: await operatorOf(this.source),
    };
  }

  @Get('scheme')
  @ApiOperation({
    summary: 'How the places of the region are drawn',
    description: 'From the files of the region; a region without lines has none.',
  })
  @ApiOkResponse({ type: SchemeAnswer })
  @ApiHeader({ name: 'If-None-Match', required: false, description: 'The ETag that you have' })
  @ApiNotModifiedResponse({ description: 'What you have is still true' })
  scheme(@Req() request: ApiRequest, @Res() reply: FastifyReply): void {
    sendCached(request, reply, this.catalogue, () => this.catalogue.scheme);
  }
}

function named(
  { code, nameRu, nameEn }: { code: string; nameRu: string; nameEn: string },
  locale: 'ru' | 'en',
): InstallationRegion {
  return { code, name: locale === 'ru' ? nameRu : nameEn, nameRu, nameEn };
}

@Module({
  imports: [IdentityModule, InstallationModule, ClearingModule],
  controllers: [InstallationController, FirstDayController, InstallationHealthController, TextsController],
})
export class InstallationApiModule {}
