import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { staffCounts, StaffRoles, type Actor, type StaffPersonView } from '#identity';
import { Env } from '#host';
import {
  ApiErrors,
  CurrentUser,
  decodeCursor,
  encodeCursor,
  Id,
  LocaleOf,
  RequireAdministrator,
  RequireInPerson,
} from '../../http/index.js';
import { GrantDto, PeopleAnswer, PeopleQuery, RevokeDto, StaffPersonAnswer } from './staff.dto.js';

type Locale = 'ru' | 'en';

/** Who moderates, administers and speaks for a place: seen, given and taken by administrators. */
@ApiTags('administration')
@Controller('people')
@RequireAdministrator()
export class StaffController {
  constructor(
    private readonly staff: StaffRoles,
    private readonly catalogue: Catalogue,
    private readonly source: DataSource,
    private readonly env: Env,
  ) {}

  @Get()
  @ApiOperation({ summary: 'People with roles, or found by their words, by name' })
  @ApiOkResponse({ type: PeopleAnswer })
  @ApiErrors('http.administrators-only')
  async list(
    @CurrentUser() actor: Actor,
    @LocaleOf() locale: Locale,
    @Query() query: PeopleQuery,
  ): Promise<PeopleAnswer> {
    const { q, role = null, asleep = false, limit } = query;
    const after = decodeCursor(query.cursor, ['text', 'id']);
    const words = q?.trim() || null;
    const { people, next } = await this.staff.people(actor, {
      words,
      places: words === null ? [] : this.placesNamed(words),
      role,
      asleep,
      limit,
      after,
    });
    return {
      items: people.map((person) => this.shown(person, locale)),
      nextCursor: next && encodeCursor(next),
      counts: await staffCounts(this.source, this.env.REQUIRE_SECOND_FACTOR),
    };
  }

  @Get(':id')
  @ApiOperation({
    summary: 'One person with every role that they have or had',
    description: 'Of a person without a role, who looked is written into the audit log.',
  })
  @ApiOkResponse({ type: StaffPersonAnswer })
  @ApiErrors('http.administrators-only', 'identity.person-not-found')
  async show(
    @CurrentUser() actor: Actor,
    @LocaleOf() locale: Locale,
    @Id('id') id: string,
  ): Promise<StaffPersonAnswer> {
    return this.shown(await this.staff.person(actor, id), locale);
  }

  @Post(':id/grants')
  @RequireInPerson()
  @ApiOperation({
    summary: 'Give a role',
    description:
      'The person gets a mail with the reason. `asleep` of the role says why it does nothing yet: without a confirmed address, or without a second factor where the installation requires one. A role that they have already stays as it is.',
  })
  @ApiCreatedResponse({ type: StaffPersonAnswer })
  @ApiErrors(
    'http.administrators-only',
    'identity.administrators-only',
    'identity.only-in-person',
    'identity.person-not-found',
  )
  async grant(
    @CurrentUser() actor: Actor,
    @LocaleOf() locale: Locale,
    @Id('id') id: string,
    @Body() { role, place, reason }: GrantDto,
  ): Promise<StaffPersonAnswer> {
    await this.staff.grant(actor, id, { role, place: place ?? null, reason });
    return this.show(actor, locale, id);
  }

  @Delete(':id/grants/:grant')
  @HttpCode(200)
  @RequireInPerson()
  @ApiOperation({
    summary: 'Take a role back',
    description:
      'It allows nothing from the next request on, and the person gets a mail with the reason. The last administrator whose role works stays one.',
  })
  @ApiParam({ name: 'grant', type: String, format: 'uuid' })
  @ApiOkResponse({ type: StaffPersonAnswer })
  @ApiErrors(
    'http.administrators-only',
    'identity.administrators-only',
    'identity.only-in-person',
    'identity.person-not-found',
    'identity.grant-not-found',
    'identity.last-administrator',
  )
  async revoke(
    @CurrentUser() actor: Actor,
    @LocaleOf() locale: Locale,
    @Id('id') id: string,
    @Id('grant') grant: string,
    @Body() { reason }: RevokeDto,
  ): Promise<StaffPersonAnswer> {
    await this.staff.revoke(actor, id, grant, reason);
    return this.show(actor, locale, id);
  }

  private placesNamed(words: string): string[] {
    const part = words.toLowerCase();
    return this.catalogue.places
      .filter(({ nameRu, nameEn }) => nameRu.toLowerCase().includes(part) || nameEn.toLowerCase().includes(part))
      .map(({ code }) => code);
  }

  private shown(person: StaffPersonView, locale: Locale): StaffPersonAnswer {
    return {
      ...person,
      roles: person.roles.map(({ place, ...role }) => ({
        ...role,
        place: place === null ? null : { code: place, name: this.placeName(place, locale) },
      })),
    };
  }

  private placeName(code: string, locale: Locale): string {
    const place = this.catalogue.place(code);
    return (locale === 'ru' ? place?.nameRu : place?.nameEn) ?? code;
  }
}
