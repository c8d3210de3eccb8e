import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { Actor } from '#identity';
import {
  abilities,
  firstDay,
  installationFacts,
  isReady,
  OperatorDetails,
  STEP_NAMES,
  stepSentence,
  TestMails,
} from '#installation';
import { Clock } from '#kernel';
import { Env } from '#host';
import { ApiErrors, CurrentUser, LocaleOf, RequireAdministrator, RequireInPerson } from '../http/index.js';
import { FirstDayAnswer, OperatorAnswer, OperatorDto, TestMailAnswer } from './installation.dto.js';

/** What an installation needs before it can serve people, and what an administrator does about it. */
@ApiTags('administration')
@Controller('admin')
@RequireAdministrator()
export class FirstDayController {
  constructor(
    private readonly source: DataSource,
    private readonly env: Env,
    private readonly clock: Clock,
    private readonly mails: TestMails,
    private readonly operator: OperatorDetails,
  ) {}

  @Get('first-day')
  @ApiOperation({ summary: 'What is set up and what is missing', description: 'The same as `lepta doctor`.' })
  @ApiOkResponse({ type: FirstDayAnswer })
  @ApiErrors('http.administrators-only')
  async show(@LocaleOf() locale: 'ru' | 'en'): Promise<FirstDayAnswer> {
    const facts = await installationFacts(this.source, this.env, this.clock.now());
    const steps = firstDay(facts);
    return {
      ready: isReady(steps),
      steps: steps.map((step) => ({
        code: step.code,
        group: step.group,
        state: step.state,
        required: step.required,
        name: STEP_NAMES[step.code][locale],
        says: stepSentence(step, locale, facts.places.timeZone),
        outside: step.outside,
      })),
      abilities: [...abilities(steps)],
      textsMissing: facts.textsMissing,
    };
  }

  @Post('test-mail')
  @HttpCode(200)
  @RequireInPerson()
  @ApiOperation({
    summary: 'Send yourself a test mail, and learn what the mail server says',
    description: 'It is really sent, at once and past the outbox.',
  })
  @ApiOkResponse({ type: TestMailAnswer })
  @ApiErrors('http.administrators-only', 'identity.only-in-person', 'installation.no-mail-server')
  async testMail(@CurrentUser() actor: Actor): Promise<TestMailAnswer> {
    return this.mails.send(actor);
  }

  @Put('operator')
  @RequireInPerson()
  @ApiOperation({
    summary: 'Say who runs this installation',
    description: 'Everybody sees it, with `GET /installation`.',
  })
  @ApiOkResponse({ type: OperatorAnswer })
  @ApiErrors('http.administrators-only', 'identity.only-in-person')
  async sayOperator(@CurrentUser() actor: Actor, @Body() body: OperatorDto): Promise<OperatorAnswer> {
    return this.operator.say(actor, { ...body, phone: body.phone ?? null });
  }
}
