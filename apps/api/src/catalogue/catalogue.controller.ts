import { Controller, Get, Module, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Catalogue } from '#catalogue';
import { CatalogueEditor, CatalogueModule, CatalogueUses } from '#catalogue-store';
import { CatalogueUseCounts } from '#transparency';
import type { ApiRequest } from '../http/index.js';
import { AnswersOne, AnswersPage, found, knownFilter, pageOf, sendCached } from './answering.js';
import {
  BeneficiaryGroupAnswer,
  CategoryAnswer,
  ItemAnswer,
  PlaceAnswer,
  SkillAnswer,
  SphereAnswer,
  UnitAnswer,
} from './catalogue.answers.js';
import { CatalogueEditorController } from './editor.controller.js';
import { CatalogueSearchController } from './catalogue-search.controller.js';
import { VainSearchesController } from './vain-searches.controller.js';
import { CategoriesQuery, EntriesQuery, GoodsQuery, PlacesQuery } from './catalogue.dto.js';
import {
  beneficiaryGroupView,
  categoryView,
  itemView,
  placeView,
  skillView,
  sphereView,
  unitView,
} from './catalogue.view.js';

/** What may be asked for and given. For everybody, from memory, in the order in which it is meant to be shown. */
@ApiTags('catalogue')
@Controller()
export class CatalogueController {
  constructor(private readonly catalogue: Catalogue) {}

  @Get('spheres')
  @AnswersPage('Spheres of social action', SphereAnswer)
  spheres(@Req() request: ApiRequest, @Res() reply: FastifyReply, @Query() query: EntriesQuery): void {
    sendCached(request, reply, this.catalogue, (locale) =>
      pageOf(this.catalogue.list('spheres', query.retired), query, (sphere) => sphereView(sphere, locale)),
    );
  }

  @Get('spheres/:code')
  @AnswersOne('One sphere', SphereAnswer, 'relief')
  sphere(@Req() request: ApiRequest, @Res() reply: FastifyReply, @Param('code') code: string): void {
    sendCached(request, reply, this.catalogue, (locale) => sphereView(found(this.catalogue.sphere(code)), locale));
  }

  @Get('categories')
  @AnswersPage('Categories, with what each takes and in which units', CategoryAnswer)
  categories(@Req() request: ApiRequest, @Res() reply: FastifyReply, @Query() query: CategoriesQuery): void {
    const { sphere, kind } = query;
    knownFilter('sphere', sphere, sphere && this.catalogue.sphere(sphere));
    const list = this.catalogue
      .list('categories', query.retired)
      .filter(
        (category) =>
          (sphere === undefined || category.sphere === sphere) && (kind === undefined || category.kinds.includes(kind)),
      );
    sendCached(request, reply, this.catalogue, (locale) =>
      pageOf(list, query, (category) => categoryView(this.catalogue, category, locale)),
    );
  }

  @Get('categories/:code')
  @AnswersOne('One category', CategoryAnswer, 'relief-household')
  category(@Req() request: ApiRequest, @Res() reply: FastifyReply, @Param('code') code: string): void {
    sendCached(request, reply, this.catalogue, (locale) =>
      categoryView(this.catalogue, found(this.catalogue.category(code)), locale),
    );
  }

  @Get('goods')
  @AnswersPage('Kinds of things', ItemAnswer)
  goods(@Req() request: ApiRequest, @Res() reply: FastifyReply, @Query() query: GoodsQuery): void {
    const { category } = query;
    knownFilter('category', category, category && this.catalogue.category(category));
    const list = this.catalogue
      .list('goods', query.retired)
      .filter((item) => category === undefined || item.category === category);
    sendCached(request, reply, this.catalogue, (locale) =>
      pageOf(list, query, (item) => itemView(this.catalogue, item, locale)),
    );
  }

  @Get('goods/:code')
  @AnswersOne('One kind of thing', ItemAnswer, 'heater')
  item(@Req() request: ApiRequest, @Res() reply: FastifyReply, @Param('code') code: string): void {
    sendCached(request, reply, this.catalogue, (locale) =>
      itemView(this.catalogue, found(this.catalogue.item(code)), locale),
    );
  }

  @Get('units')
  @AnswersPage('Units, with their Russian forms beside a number', UnitAnswer)
  units(@Req() request: ApiRequest, @Res() reply: FastifyReply, @Query() query: EntriesQuery): void {
    sendCached(request, reply, this.catalogue, (locale) =>
      pageOf(this.catalogue.list('units', query.retired), query, (unit) => unitView(this.catalogue, unit, locale)),
    );
  }

  @Get('units/:code')
  @AnswersOne('One unit, also a base unit such as kopeck or minute', UnitAnswer, 'kg')
  unit(@Req() request: ApiRequest, @Res() reply: FastifyReply, @Param('code') code: string): void {
    sendCached(request, reply, this.catalogue, (locale) =>
      unitView(this.catalogue, found(this.catalogue.unit(code)), locale),
    );
  }

  @Get('places')
  @AnswersPage('Places: municipalities, unless another kind is asked for', PlaceAnswer)
  places(@Req() request: ApiRequest, @Res() reply: FastifyReply, @Query() query: PlacesQuery): void {
    const { kind, parent } = query;
    knownFilter('parent', parent, parent && this.catalogue.place(parent));
    const list = this.catalogue
      .list('places', query.retired)
      .filter((place) => place.kind === kind && (parent === undefined || place.parent === parent));
    sendCached(request, reply, this.catalogue, (locale) => pageOf(list, query, (place) => placeView(place, locale)));
  }

  @Get('places/:code')
  @AnswersOne('One place', PlaceAnswer, 'selemdzhinsky')
  place(@Req() request: ApiRequest, @Res() reply: FastifyReply, @Param('code') code: string): void {
    sendCached(request, reply, this.catalogue, (locale) => placeView(found(this.catalogue.place(code)), locale));
  }

  @Get('skills')
  @AnswersPage('What a volunteer can do', SkillAnswer)
  skills(@Req() request: ApiRequest, @Res() reply: FastifyReply, @Query() query: EntriesQuery): void {
    sendCached(request, reply, this.catalogue, (locale) =>
      pageOf(this.catalogue.list('skills', query.retired), query, (skill) => skillView(skill, locale)),
    );
  }

  @Get('skills/:code')
  @AnswersOne('One skill', SkillAnswer, 'loading')
  skill(@Req() request: ApiRequest, @Res() reply: FastifyReply, @Param('code') code: string): void {
    sendCached(request, reply, this.catalogue, (locale) => skillView(found(this.catalogue.skill(code)), locale));
  }

  @Get('beneficiary-groups')
  @AnswersPage('Whom help reaches', BeneficiaryGroupAnswer)
  beneficiaryGroups(@Req() request: ApiRequest, @Res() reply: FastifyReply, @Query() query: EntriesQuery): void {
    sendCached(request, reply, this.catalogue, (locale) =>
      pageOf(this.catalogue.list('beneficiaryGroups', query.retired), query, (group) =>
        beneficiaryGroupView(group, locale),
      ),
    );
  }

  @Get('beneficiary-groups/:code')
  @AnswersOne('One group', BeneficiaryGroupAnswer, 'large-families')
  beneficiaryGroup(@Req() request: ApiRequest, @Res() reply: FastifyReply, @Param('code') code: string): void {
    sendCached(request, reply, this.catalogue, (locale) =>
      beneficiaryGroupView(found(this.catalogue.beneficiaryGroup(code)), locale),
    );
  }
}

@Module({
  imports: [CatalogueModule],
  controllers: [CatalogueController, CatalogueSearchController, CatalogueEditorController, VainSearchesController],
  providers: [CatalogueEditor, { provide: CatalogueUses, useClass: CatalogueUseCounts }],
})
export class CatalogueApiModule {}
