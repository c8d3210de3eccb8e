import { Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiConsumes, ApiOkResponse, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { KINDS, NotificationChoices } from '#notifications';
import { ApiErrors, LocaleOf, NotKept, type ApiRequest } from '../http/index.js';
import { UnsubscriptionAnswer } from './notifications.dto.js';

type Locale = 'ru' | 'en';

/** The links of mails: the holder of the mail may end (or begin again) mails like it, without signing in. */
@ApiTags('notifications')
@Controller('unsubscribe')
@ApiParam({
  name: 'token',
  type: String,
  description: 'From the mail: it names the person and the kind, and is signed',
})
export class UnsubscribeController {
  constructor(private readonly choices: NotificationChoices) {}

  @Get(':token')
  @ApiOperation({
    summary: 'What a link is about',
    description:
      'Changes nothing: programs open the links of mails before people do. A browser is sent on to the page.',
  })
  @ApiOkResponse({ type: UnsubscriptionAnswer })
  @ApiResponse({
    status: 303,
    description: 'To the page, for a caller that takes `text/html`',
    headers: { location: { schema: { type: 'string' } } },
  })
  @ApiErrors('notification.link-not-valid')
  async about(
    @Req() request: ApiRequest,
    @Res() reply: FastifyReply,
    @Param('token') token: string,
    @LocaleOf() locale: Locale,
  ): Promise<void> {
    reply.header('referrer-policy', 'no-referrer');
    if (/\btext\/html\b/.test(request.headers.accept ?? ''))
      return void reply.redirect(`${locale === 'en' ? '/en' : ''}/unsubscribe#${encodeURIComponent(token)}`, 303);
    reply.send(answerOf(await this.choices.byToken(token), locale));
  }

  @Post(':token')
  @HttpCode(200)
  @NotKept()
  @ApiConsumes('application/x-www-form-urlencoded', 'application/json')
  @ApiOperation({
    summary: 'End mails of this kind',
    description:
      'RFC 8058: mail programs post `List-Unsubscribe=One-Click` here. The body is not looked at. Twice is once.',
  })
  @ApiOkResponse({ type: UnsubscriptionAnswer })
  @ApiErrors('notification.link-not-valid')
  async end(@Param('token') token: string, @LocaleOf() locale: Locale): Promise<UnsubscriptionAnswer> {
    return answerOf(await this.choices.unsubscribe(token), locale);
  }

  @Delete(':token')
  @ApiOperation({ summary: 'Take it back: the usual choice again' })
  @ApiOkResponse({ type: UnsubscriptionAnswer })
  @ApiErrors('notification.link-not-valid')
  async takeBack(@Param('token') token: string, @LocaleOf() locale: Locale): Promise<UnsubscriptionAnswer> {
    return answerOf(await this.choices.subscribe(token), locale);
  }
}

function answerOf(
  { kind, subscribed }: { kind: keyof typeof KINDS; subscribed: boolean },
  locale: Locale,
): UnsubscriptionAnswer {
  return { kind, subscribed, about: KINDS[kind][locale] };
}
