import { Body, Controller, Get, HttpCode, Module, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import {
  actorOf,
  ErasureRequests,
  IdentityModule,
  refuseRequest,
  requestsPage,
  requestVerbs,
  StaffRoles,
  waitingRequests,
  type Actor,
  type RequestRow,
} from '#identity';
import { Clock, isDay, refuseForm, workingDaysUntil } from '#kernel';
import { Erasure, MatchingModule } from '#matching';
import {
  ApiErrors,
  CurrentUser,
  decodeCursor,
  encodeCursor,
  Id,
  NotKept,
  RequireAdministrator,
  RequireInPerson,
} from '../../http/index.js';
import { AccountErasure } from '../account/account-erasure.js';
import { AccountApiModule } from '../account/account.module.js';
import {
  ErasureCaseAnswer,
  ErasureRequestAnswer,
  ErasureRequestDto,
  ErasureRequestsAnswer,
  ErasureRequestsQuery,
  RequestReasonDto,
} from './erasure-requests.dto.js';

/** Requests to be erased that came by letter, in the office or by e-mail, and what was erased. */
@ApiTags('administration')
@Controller('erasure-requests')
@RequireAdministrator()
export class ErasureRequestsController {
  constructor(
    private readonly requests: ErasureRequests,
    private readonly account: AccountErasure,
    private readonly erasure: Erasure,
    private readonly staff: StaffRoles,
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Requests to be erased, by what became of them',
    description: 'Who erased themselves stands here as done. Of what is done only number, days and way are kept.',
  })
  @ApiOkResponse({ type: ErasureRequestsAnswer })
  @ApiErrors('http.administrators-only')
  async list(@Query() { status, limit, cursor }: ErasureRequestsQuery): Promise<ErasureRequestsAnswer> {
    const after = decodeCursor(cursor, [status === 'waiting' ? 'text' : 'time', 'id']);
    if (status === 'waiting' && after && !isDay(after[0])) refuseForm([{ field: 'cursor', code: 'http.bad-cursor' }]);
    const rows = await requestsPage(this.source, status, limit, after);
    const last = rows.at(-1);
    const today = this.account.today();
    const { count, dueOn } = await waitingRequests(this.source);
    return {
      items: rows.map((row) => shown(row, today)),
      nextCursor:
        last && rows.length === limit ? encodeCursor([last.decidedAt?.toISOString() ?? last.dueOn, last.id]) : null,
      today,
      waiting: { count, dueOn, daysLeft: dueOn === null ? null : workingDaysUntil(today, dueOn) },
    };
  }

  @Post()
  @RequireInPerson()
  @ApiOperation({
    summary: 'Write down a request that came by letter, in the office or by e-mail',
    description:
      'It has to be answered within ten working days. The person gets a mail at once: somebody may have asked in their name.',
  })
  @ApiCreatedResponse({ type: ErasureCaseAnswer })
  @ApiErrors(
    'http.administrators-only',
    'identity.only-in-person',
    'identity.person-not-found',
    'erasure-request.own',
    'erasure-request.waits-already',
  )
  async record(@CurrentUser() actor: Actor, @Body() body: ErasureRequestDto): Promise<ErasureCaseAnswer> {
    const { person, way, cameOn, said = '' } = body;
    const id = await this.requests.record(actor, { personId: person, way, cameOn, said }, this.account.today());
    return this.show(actor, id);
  }

  @Get(':id')
  @ApiOperation({
    summary: 'One request: who asks, what stands in the way, what will end',
    description: 'Of a person without a role, who looked is written into the audit log.',
  })
  @ApiOkResponse({ type: ErasureCaseAnswer })
  @ApiErrors('http.administrators-only', 'erasure-request.not-found')
  async show(@CurrentUser() actor: Actor, @Id('id') id: string): Promise<ErasureCaseAnswer> {
    const row = await this.requests.one(id);
    const request = shown(row, this.account.today());
    if (row.status !== 'waiting' || !row.person)
      return { ...request, email: null, emailConfirmed: false, obstacles: [], ends: null, can: [] };
    const { email, emailConfirmed, roles } = await this.staff.person(actor, row.person.id);
    const asker = await actorOf(this.source, row.person.id, 'staff', this.clock.now());
    const alone = await this.requests.obstacle(actor, row.person.id);
    const obstacles = [...(alone ? [{ code: alone }] : []), ...(await this.account.obstacles(row.person.id))];
    return {
      ...request,
      email,
      emailConfirmed,
      obstacles: obstacles.map((one) => ({ count: null, organization: null, ...one })),
      ends: {
        offers: await this.erasure.openOffers(row.person.id),
        roles: [...new Set(roles.filter(({ revokedAt }) => revokedAt === null).map(({ role }) => role))],
        organizations: asker?.organizations.length ?? 0,
      },
      can: requestVerbs(
        row,
        obstacles.map(({ code }) => code),
        this.account.today(),
      ),
    };
  }

  @Post(':id/erase')
  @HttpCode(200)
  @RequireInPerson()
  @NotKept()
  @ApiOperation({
    summary: 'Erase the account of who asked',
    description:
      'At once and for ever, by the same rules as `POST /me/erasure`; refused while something stands in the way. An administrator’s role is taken away first. Of the request only number, days, way and decision are left.',
  })
  @ApiOkResponse({ type: ErasureCaseAnswer })
  @ApiErrors(
    'http.administrators-only',
    'identity.only-in-person',
    'identity.erasure-raced',
    'erasure-request.not-found',
    'erasure-request.decided',
    'erasure-request.own',
    'erasure-request.administrator',
    'erasure-request.in-the-way',
    'trip.aboard',
  )
  async erase(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() body: RequestReasonDto,
  ): Promise<ErasureCaseAnswer> {
    const { personId, reason } = await this.requests.order(actor, id, body.reason);
    const asker = await actorOf(this.source, personId, 'staff', this.clock.now());
    if (!asker) return refuseRequest('erasure-request.decided');
    if ((await this.account.obstacles(personId)).length > 0) refuseRequest('erasure-request.in-the-way');
    await this.account.erase(asker, {
      by: { personId: actor.personId, reason },
      refuse: (why) => refuseRequest(why === 'gone' ? 'erasure-request.decided' : 'erasure-request.in-the-way'),
    });
    return this.show(actor, id);
  }

  @Post(':id/extend')
  @HttpCode(200)
  @RequireInPerson()
  @ApiOperation({
    summary: 'Put the answer off by five working days',
    description: 'Once, and before its time is over. The person gets a mail with the reason and the new day.',
  })
  @ApiOkResponse({ type: ErasureCaseAnswer })
  @ApiErrors(
    'http.administrators-only',
    'identity.only-in-person',
    'erasure-request.not-found',
    'erasure-request.decided',
    'erasure-request.own',
    'erasure-request.not-to-extend',
  )
  async extend(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() body: RequestReasonDto,
  ): Promise<ErasureCaseAnswer> {
    await this.requests.extend(actor, id, body.reason, this.account.today());
    return this.show(actor, id);
  }

  @Post(':id/refuse')
  @HttpCode(200)
  @RequireInPerson()
  @ApiOperation({
    summary: 'Refuse a request',
    description: 'The person gets a mail with the reason, and may ask again.',
  })
  @ApiOkResponse({ type: ErasureCaseAnswer })
  @ApiErrors(
    'http.administrators-only',
    'identity.only-in-person',
    'erasure-request.not-found',
    'erasure-request.decided',
    'erasure-request.own',
  )
  async refuse(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() body: RequestReasonDto,
  ): Promise<ErasureCaseAnswer> {
    await this.requests.refuse(actor, id, body.reason);
    return this.show(actor, id);
  }
}

const shown = (row: RequestRow, today: string): ErasureRequestAnswer => ({
  ...row,
  daysLeft: row.status === 'waiting' ? workingDaysUntil(today, row.dueOn) : null,
  recordedAt: row.recordedAt.toISOString(),
  decidedAt: row.decidedAt && row.decidedAt.toISOString(),
});

@Module({ imports: [IdentityModule, MatchingModule, AccountApiModule], controllers: [ErasureRequestsController] })
export class ErasureRequestsApiModule {}
