import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#identity';
import { MatchExpiryService, MatchReads } from '#matching';
import {
  NEED_CURSORS,
  NeedCopies,
  NeedDuplicates,
  NeedsQueries,
  NeedsService,
  type NeedCount,
  type NeedDuplicate,
  type NeedView,
} from '#needs';
import {
  ApiErrors,
  decodeCursor,
  encodeCursor,
  Id,
  IfMatch,
  LocaleOf,
  IdempotentId,
  page,
  RequireSignIn,
  setEtag,
  CurrentUser,
  CurrentUserOrVisitor,
  type Page,
} from '../http/index.js';
import { DraftedNeedAnswer, DuplicatesAnswer, NeedAnswer, NeedsAnswer } from './needs.answers.js';
import { DraftNeedDto, EditNeedDto, needChanges, needForm } from './needs.dto.js';
import { DuplicatesQuery, NeedsQuery } from './needs.query.js';

type Locale = 'ru' | 'en';
type DraftedNeed = NeedView & { readonly duplicates: readonly NeedDuplicate[] };

/** «Нужда № 1024»: people use the number. */
const NUMBER = /^[1-9]\d{0,14}$/;

@ApiTags('needs')
@Controller('needs')
export class NeedsController {
  constructor(
    private readonly needs: NeedsService,
    private readonly reads: NeedsQueries,
    private readonly ends: MatchExpiryService,
    private readonly matches: MatchReads,
    private readonly duplicates: NeedDuplicates,
    private readonly copies: NeedCopies,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Needs',
    description:
      'Public, newest opened first unless `sort` says otherwise. With `organization` a member sees all of its needs, newest written first.',
  })
  @ApiOkResponse({ type: NeedsAnswer })
  async list(
    @CurrentUserOrVisitor() who: Actor | null,
    @Query() query: NeedsQuery,
    @LocaleOf() locale: Locale,
  ): Promise<Page<NeedView> & { count?: NeedCount }> {
    const { limit, cursor, count, ...filters } = query;
    const after = decodeCursor(cursor, NEED_CURSORS[filters.sort ?? 'newest']);
    const [{ items, next }, counted] = await Promise.all([
      this.reads.page(who, filters, limit, after, locale),
      count ? this.reads.count(who, filters) : undefined,
    ]);
    return { ...page(items, next && encodeCursor(next)), ...(counted ? { count: counted } : {}) };
  }

  @Post()
  @RequireSignIn()
  @ApiOperation({
    summary: 'Draft a need',
    description:
      'For owners and coordinators of the organization. Nobody else sees it until it is submitted and approved.',
  })
  @ApiCreatedResponse({ type: DraftedNeedAnswer })
  @ApiErrors('need.not-yours', 'need.organization-not-ready', 'need.organization-gives')
  async draft(
    @CurrentUser() actor: Actor,
    @IdempotentId() thing: string | undefined,
    @Body() body: DraftNeedDto,
    @LocaleOf() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftedNeed> {
    return this.drafted(actor, await this.needs.draft(actor, needForm(body), thing), locale, reply);
  }

  @Get('duplicates')
  @RequireSignIn()
  @ApiOperation({
    summary: 'Needs that may be the same as the one about to be written',
    description:
      'Of the same organization with a similar title, and of others in the same place for the same thing; at most five of each. A warning to show with links, never a bar.',
  })
  @ApiOkResponse({ type: DuplicatesAnswer })
  @ApiErrors('need.not-yours')
  async duplicatesOf(
    @CurrentUser() actor: Actor,
    @Query() query: DuplicatesQuery,
  ): Promise<{ items: NeedDuplicate[] }> {
    return { items: await this.duplicates.find(actor, query) };
  }

  @Post(':id/copy')
  @RequireSignIn()
  @ApiOperation({
    summary: 'Draft the same need again',
    description:
      'Like last winter: the same words, quantity and place, the deadline a year later (or in thirty days, where that has passed). Photos are not copied.',
  })
  @ApiCreatedResponse({ type: DraftedNeedAnswer })
  @ApiErrors(
    'need.not-found',
    'need.not-yours',
    'need.organization-not-ready',
    'need.organization-gives',
    'form.invalid',
  )
  async copy(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @IdempotentId() thing: string | undefined,
    @LocaleOf() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftedNeed> {
    return this.drafted(actor, await this.copies.copy(actor, id, thing), locale, reply);
  }

  @Get(':id')
  @ApiOperation({
    summary: 'One need with its balance as it is now',
    description:
      'By its id, or by its number. In private categories everybody but the parties (the organization, moderators, and a donor from the moment both sides have said yes until the match ends) sees district and group only.',
  })
  @ApiOkResponse({ type: NeedAnswer })
  @ApiErrors('need.not-found')
  async one(
    @CurrentUserOrVisitor() who: Actor | null,
    @Id('id') id: string,
    @Param('id') key: string,
    @LocaleOf() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NeedView> {
    return this.answer(who, NUMBER.test(key) ? await this.reads.idOfNumber(Number(key)) : id, locale, reply);
  }

  @Patch(':id')
  @RequireSignIn()
  @ApiOperation({
    summary: 'Edit a need',
    description:
      'Drafts and returned needs change at once. Of an open need, times, urgency and a smaller quantity change at once; words, purpose, place and a larger quantity show after review (`pendingEdit`).',
  })
  @ApiOkResponse({ type: NeedAnswer })
  @ApiErrors(
    'need.not-found',
    'need.not-yours',
    'need.stale',
    'need.not-editable',
    'need.organization-not-ready',
    'ledger.required-below-use',
  )
  async edit(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @IfMatch() version: number,
    @Body() body: EditNeedDto,
    @LocaleOf() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NeedView> {
    await this.needs.edit(actor, id, version, needChanges(body));
    return this.answer(actor, id, locale, reply);
  }

  @Post(':id/submit')
  @RequireSignIn()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Submit a need for review',
    description: 'Always goes to `in_review`. The organization must be verified.',
  })
  @ApiOkResponse({ type: NeedAnswer })
  @ApiErrors(
    'need.not-found',
    'need.not-yours',
    'need.not-submittable',
    'need.organization-not-verified',
    'need.organization-gives',
    'need.deadline-passed',
    'person.unconfirmed',
  )
  async submit(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @LocaleOf() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NeedView> {
    await this.needs.submit(actor, id);
    return this.answer(actor, id, locale, reply);
  }

  @Post(':id/withdraw')
  @RequireSignIn()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Take a need back',
    description: 'Its proposals end, holds that are not yet delivered are voided.',
  })
  @ApiOkResponse({ type: NeedAnswer })
  @ApiErrors('need.not-found', 'need.not-yours', 'need.not-withdrawable')
  async withdraw(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @LocaleOf() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NeedView> {
    await this.ends.withdrawNeed(actor, id);
    return this.answer(actor, id, locale, reply);
  }

  @Post(':id/renew')
  @RequireSignIn()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Say that a need still stands',
    description: 'Fresh for another 60 days; an expired need whose deadline is in the future opens again.',
  })
  @ApiOkResponse({ type: NeedAnswer })
  @ApiErrors(
    'need.not-found',
    'need.not-yours',
    'need.not-renewable',
    'need.organization-not-verified',
    'need.deadline-passed',
  )
  async renew(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @LocaleOf() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NeedView> {
    await this.needs.renew(actor, id);
    return this.answer(actor, id, locale, reply);
  }

  @Post(':id/close')
  @RequireSignIn()
  @HttpCode(200)
  @ApiOperation({ summary: 'Close a need that has received help', description: 'Nothing may still be on its way.' })
  @ApiOkResponse({ type: NeedAnswer })
  @ApiErrors('need.not-found', 'need.not-yours', 'need.not-closable', 'need.still-reserved')
  async close(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @LocaleOf() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NeedView> {
    await this.needs.close(actor, id);
    return this.answer(actor, id, locale, reply);
  }

  private async drafted(actor: Actor, id: string, locale: Locale, reply: FastifyReply): Promise<DraftedNeed> {
    reply.header('location', `/api/v1/needs/${id}`);
    const view = await this.answer(actor, id, locale, reply);
    const { title, category, item, place, organization } = view;
    return {
      ...view,
      duplicates: await this.duplicates.find(actor, {
        organization: organization.id,
        title,
        category,
        item,
        place,
        except: id,
      }),
    };
  }

  private async answer(who: Actor | null, id: string, locale: Locale, reply: FastifyReply): Promise<NeedView> {
    const view = await this.reads.byId(who, id, locale, (needId) =>
      who ? this.matches.givesTo(who, needId) : Promise.resolve(false),
    );
    setEtag(reply, view.version);
    return view;
  }
}
