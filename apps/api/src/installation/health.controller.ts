import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { WeightChanges } from '#clearing';
import { waitingRequests, type Actor } from '#identity';
import { attention, installationHealth } from '#installation';
import { Clock, dayAt, workingDaysUntil } from '#kernel';
import { Env } from '#host';
import { AnswerTimes, ApiErrors, CurrentUser, RequireAdministrator } from '../http/index.js';
import { AttentionAnswer, HealthAnswer } from './health.dto.js';

/** How the installation does, for the administrator; alarms come from `/api/metrics`. */
@ApiTags('administration')
@Controller('admin')
@RequireAdministrator()
export class InstallationHealthController {
  constructor(
    private readonly source: DataSource,
    private readonly env: Env,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly answers: AnswerTimes,
    private readonly weightChanges: WeightChanges,
  ) {}

  @Get('health')
  @ApiOperation({
    summary: 'How the installation does',
    description:
      'Only what is measured; null says that something is not known. Times and faults are those of the process that answers.',
  })
  @ApiOkResponse({ type: HealthAnswer })
  @ApiErrors('http.administrators-only')
  async health(): Promise<HealthAnswer> {
    const now = this.clock.now();
    const [answers, health] = [
      await this.answers.soFar(),
      await installationHealth(this.source, this.env, { timeZone: this.catalogue.timeZone, now }),
    ];
    return { at: now.toISOString(), answers, ...health };
  }

  @Get('attention')
  @ApiOperation({ summary: 'What waits for an administrator, counted' })
  @ApiOkResponse({ type: AttentionAnswer })
  @ApiErrors('http.administrators-only')
  async attention(@CurrentUser() actor: Actor): Promise<AttentionAnswer> {
    const { count, dueOn } = await waitingRequests(this.source);
    const today = dayAt(this.catalogue.timeZone, this.clock.now());
    return {
      ...(await attention(this.source, this.env)),
      weightsToSign: await this.weightChanges.toSign(actor.personId),
      erasureRequests: count,
      erasureDaysLeft: dueOn === null ? null : workingDaysUntil(today, dueOn),
    };
  }
}
