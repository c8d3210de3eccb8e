import { Controller, Get, Module } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { IdentityModule } from '#identity';
import { InstallationModule, operatorOf } from '#installation';
import { hasDemo, PauseWatch } from '#platform';
import { LocaleOf } from '../http/index.js';
import { FirstDayController } from './first-day.controller.js';
import { TextsController } from './texts.controller.js';
import { OperatorAnswer } from './installation.dto.js';

class InstallationRegion {
  @ApiProperty({ type: String, example: 'amur-oblast' }) code: string;
  @ApiProperty({ type: String, example: 'Амурская область' }) name: string;
  @ApiProperty({ type: String, example: 'Амурская область' }) nameRu: string;
  @ApiProperty({ type: String, example: 'Amur Oblast' }) nameEn: string;
}

export class InstallationAnswer {
  @ApiProperty({ type: InstallationRegion, nullable: true, description: 'Null where the catalogue has no region, or several' }) region: InstallationRegion | null;
  @ApiProperty({ type: Boolean, description: 'A demo region was seeded: organizations and people are invented' }) demo: boolean;
  @ApiProperty({ type: Boolean, description: 'After a restore, until it was looked at: everything can be read, nothing changes' }) paused: boolean;
  @ApiProperty({ type: OperatorAnswer, nullable: true, description: 'Who runs it and answers for the data of people; null until an administrator has said so' }) operator: OperatorAnswer | null;
}

/** What a page says about the place that it is served from. */
@ApiTags('installation')
@Controller('installation')
export class InstallationController {
  constructor(
    private readonly source: DataSource,
    private readonly catalogue: Catalogue,
    private readonly pause: PauseWatch,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Whose installation this is, and how it stands' })
  @ApiOkResponse({ type: InstallationAnswer })
  async show(@LocaleOf() locale: 'ru' | 'en'): Promise<InstallationAnswer> {
    const [region, ...others] = this.catalogue.places.filter((place) => place.kind === 'region');
    return { region: region && others.length === 0 ? named(region, locale) : null, demo: await hasDemo(this.source), paused: this.pause.paused, operator: await operatorOf(this.source) };
  }
}

function named({ code, nameRu, nameEn }: { code: string; nameRu: string; nameEn: string }, locale: 'ru' | 'en'): InstallationRegion {
  return { code, name: locale === 'ru' ? nameRu : nameEn, nameRu, nameEn };
}

@Module({ imports: [IdentityModule, InstallationModule], controllers: [InstallationController, FirstDayController, TextsController] })
export class InstallationApiModule {}
