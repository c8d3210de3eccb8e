import { Body, Controller, Get, HttpCode, Module, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { Actor } from '#identity';
import { Messages, MessagesModule, TALK_LIMITS, type MessageView, type TalkPage } from '#messages';
import { findPhoto, photoView, refusePhoto, type PhotoView } from '#photos';
import {
  ApiErrors,
  CurrentUser,
  decodeCursor,
  encodeCursor,
  Id,
  IdempotentId,
  LocaleOf,
  PageQuery,
  RequireSignIn,
  ShownOnce,
  TakesUpload,
  Upload,
  type Uploaded,
} from '../http/index.js';
import { PhotoAnswer } from '../photos/photos.answers.js';
import { PhotoDto } from '../photos/photos.dto.js';
import { MessageAnswer, MessagesAnswer, ReadMessagesDto, ReportMessageDto, SendMessageDto } from './messages.dto.js';

type Locale = 'ru' | 'en';

const WHO =
  'For the two sides alone, once both have said yes and until 30 days after the end; then it is hidden and forgotten.';

@ApiTags('matches')
@Controller('matches/:id/messages')
@RequireSignIn()
export class MessagesController {
  constructor(
    private readonly messages: Messages,
    private readonly source: DataSource,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Messages of a match, oldest first',
    description: `${WHO} Where one was reported a moderator without an interest in it reads them too, until the case is decided; each look stands in the audit log.`,
  })
  @ApiOkResponse({ type: MessagesAnswer })
  @ApiErrors('match.not-found', 'message.not-yours')
  async list(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Query() query: PageQuery,
    @LocaleOf() locale: Locale,
  ): Promise<Omit<TalkPage, 'next'> & { nextCursor: string | null }> {
    const { next, ...page } = await this.messages.page(
      actor,
      id,
      query.limit,
      decodeCursor(query.cursor, ['time', 'id']),
      locale,
    );
    return { ...page, nextCursor: next && encodeCursor(next) };
  }

  @Post()
  @ShownOnce('text')
  @ApiOperation({
    summary: 'Write to the other side',
    description: `${WHO} At most ${TALK_LIMITS.textMax} characters; ${TALK_LIMITS.mostInWindow} messages in ten minutes (429). The other side hears of it at once on the page, and by a mail that does not say what was written, at most once in four hours. What was written is kept in one place: the answer to a repeated Idempotency-Key leaves \`text\` out.`,
  })
  @ApiCreatedResponse({ type: MessageAnswer })
  @ApiErrors('match.not-found', 'message.not-yours', 'message.not-yet', 'message.over', 'message.too-often')
  async send(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @IdempotentId() thing: string | undefined,
    @Body() body: SendMessageDto,
    @LocaleOf() locale: Locale,
  ): Promise<MessageView> {
    return this.messages.one(actor, await this.messages.send(actor, id, body.text, thing), locale);
  }

  @Post('read')
  @HttpCode(204)
  @ApiOperation({ summary: 'Say up to which message one has read' })
  @ApiNoContentResponse()
  @ApiErrors('match.not-found', 'message.not-yours', 'message.not-yet', 'message.over', 'message.not-found')
  async read(@CurrentUser() actor: Actor, @Id('id') id: string, @Body() body: ReadMessagesDto): Promise<void> {
    await this.messages.read(actor, id, body.until);
  }

  @Post(':message/photo')
  @TakesUpload(PhotoDto)
  @ApiParam({ name: 'message', type: String, format: 'uuid' })
  @ApiOperation({
    summary: 'Add a photo to a message of one’s own',
    description:
      'One for each message: JPEG, PNG, WebP or AVIF of at most 10 MiB and 40 megapixels, in the field `file`. The worker makes new pictures from its pixels and keeps nothing else of the file.',
  })
  @ApiCreatedResponse({ type: PhotoAnswer })
  @ApiErrors(
    'match.not-found',
    'message.not-yours',
    'message.not-yet',
    'message.over',
    'message.not-found',
    'message.has-photo',
  )
  async addPhoto(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Id('message') message: string,
    @IdempotentId() thing: string | undefined,
    @Upload() file: Uploaded,
    @Body() { alt }: PhotoDto,
    @LocaleOf() locale: Locale,
  ): Promise<PhotoView> {
    const photo = await this.messages.addPhoto(actor, id, message, file.bytes, alt ?? null, thing);
    return photoView((await findPhoto(this.source, photo)) ?? refusePhoto('photo.not-found'), locale);
  }

  @Post(':message/report')
  @HttpCode(204)
  @ApiParam({ name: 'message', type: String, format: 'uuid' })
  @ApiOperation({
    summary: 'Report a message of the other side',
    description:
      'A moderator then reads the messages of this match and decides: the message stays, or its words go. Said again it changes nothing.',
  })
  @ApiNoContentResponse()
  @ApiErrors(
    'match.not-found',
    'message.not-yours',
    'message.not-yet',
    'message.over',
    'message.not-found',
    'message.own',
  )
  async report(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Id('message') message: string,
    @Body() body: ReportMessageDto,
  ): Promise<void> {
    await this.messages.report(actor, id, message, body.reason);
  }
}

@Module({ imports: [MessagesModule], controllers: [MessagesController] })
export class MessagesApiModule {}
