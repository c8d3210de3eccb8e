import { Body, Controller, Get, HttpCode, Module, Patch, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#identity';
import {
  KINDS,
  NotificationChoices,
  NotificationReadsModule,
  Notifications,
  type Choices,
  type NotificationView,
} from '#notifications';
import {
  ApiErrors,
  decodeCursor,
  encodeCursor,
  Id,
  LocaleOf,
  page,
  RequireSignIn,
  CurrentUser,
  type Page,
} from '../http/index.js';
import {
  ChoicesAnswer,
  ChoicesDto,
  NotificationsAnswer,
  NotificationsQuery,
  UnreadAnswer,
} from './notifications.dto.js';
import { FollowsController } from './follows.controller.js';
import { UnsubscribeController } from './unsubscribe.controller.js';

@ApiTags('notifications')
@Controller()
@RequireSignIn()
export class NotificationsController {
  constructor(
    private readonly notifications: Notifications,
    private readonly choices: NotificationChoices,
  ) {}

  @Get('notifications')
  @ApiOperation({
    summary: 'What you were told, newest first',
    description: 'Kept for 180 days. The event `notifications.new` says that there is more.',
  })
  @ApiOkResponse({ type: NotificationsAnswer })
  async list(
    @CurrentUser() actor: Actor,
    @LocaleOf() locale: 'ru' | 'en',
    @Query() query: NotificationsQuery,
  ): Promise<Page<NotificationView>> {
    const items = await this.notifications.page(actor.personId, {
      limit: query.limit,
      unread: query.unread ?? false,
      after: decodeCursor(query.cursor, ['time', 'id']),
      locale,
    });
    const last = items.at(-1);
    return page(items, last && items.length === query.limit ? encodeCursor([last.createdAt, last.id]) : null);
  }

  @Get('notifications/unread-count')
  @ApiOperation({ summary: 'How many you have not read' })
  @ApiOkResponse({ type: UnreadAnswer })
  async unread(@CurrentUser() actor: Actor): Promise<UnreadAnswer> {
    return { unread: await this.notifications.unread(actor.personId) };
  }

  @Post('notifications/read-all')
  @HttpCode(204)
  @ApiOperation({ summary: 'Mark everything as read' })
  @ApiNoContentResponse()
  async readAll(@CurrentUser() actor: Actor): Promise<void> {
    await this.notifications.readAll(actor.personId);
  }

  @Post('notifications/:id/read')
  @HttpCode(204)
  @ApiOperation({ summary: 'Mark one as read' })
  @ApiNoContentResponse()
  @ApiErrors('notification.not-found')
  async read(@CurrentUser() actor: Actor, @Id('id') id: string): Promise<void> {
    await this.notifications.read(actor.personId, id);
  }

  @Get('me/notifications')
  @ApiOperation({
    summary: 'Which mails you get, and when',
    description:
      '`off` means no mail: the list here has everything all the same. `digest` as a kind is the mail of the day.',
  })
  @ApiOkResponse({ type: ChoicesAnswer })
  async chosen(@CurrentUser() actor: Actor): Promise<ChoicesAnswer> {
    return answerOf(await this.choices.of(actor.personId));
  }

  @Patch('me/notifications')
  @ApiOperation({ summary: 'Choose which mails you get' })
  @ApiOkResponse({ type: ChoicesAnswer })
  async choose(@CurrentUser() actor: Actor, @Body() body: ChoicesDto): Promise<ChoicesAnswer> {
    const wish = Object.fromEntries(
      Object.entries(body.kinds).filter(([, choice]) => choice !== undefined && choice !== null),
    );
    return answerOf(await this.choices.choose(actor.personId, wish));
  }
}

function answerOf(kinds: Choices): ChoicesAnswer {
  return { kinds, choices: Object.fromEntries(Object.entries(KINDS).map(([kind, { choices }]) => [kind, choices])) };
}

@Module({
  imports: [NotificationReadsModule],
  controllers: [NotificationsController, FollowsController, UnsubscribeController],
})
export class NotificationsApiModule {}
