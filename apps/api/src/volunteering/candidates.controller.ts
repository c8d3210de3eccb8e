import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import type { Actor } from '#identity';
import { AsksService, CandidatesQueries, type CandidateView } from '#volunteering';
import { ApiErrors, CurrentUser, Id, RequireSignIn } from '../http/index.js';

const maybeMoment = { type: String, format: 'date-time', nullable: true } as const;

class CandidateAnswer {
  @ApiProperty({ type: String, format: 'uuid', description: 'For `onBehalfOf`, and to ask them' }) person: string;
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'Марина Д.',
    description: 'Of volunteers who have been in a shift of the organization',
  })
  name: string | null;
  @ApiProperty({ type: [String], description: 'Skills that the need asks for and they did not say they have' })
  missing: string[];
  @ApiProperty({ type: 'integer', nullable: true, minimum: 0, example: 12, description: 'How far away they are' }) km:
    number | null;
  @ApiProperty({
    type: 'integer',
    minimum: 0,
    example: 3,
    description: 'Shifts of the organization that were confirmed for them',
  })
  shifts: number;
  @ApiProperty({ ...maybeMoment, description: 'When they were asked for this shift' }) askedAt: string | null;
  @ApiProperty({ ...maybeMoment, description: 'When anybody asked them for any shift, the last time' }) lastAskedAt:
    string | null;
  @ApiProperty({ enum: ['ask', 'sign-up', 'came'], isArray: true }) can: string[];
}

class CandidatesAnswer {
  @ApiProperty({ type: [CandidateAnswer] }) items: CandidateAnswer[];
}

class AskDto {
  @ApiProperty({ type: String, format: 'uuid' })
  @IsUUID()
  person: string;
}

@ApiTags('shifts')
@Controller('shifts')
@RequireSignIn()
export class CandidatesController {
  constructor(
    private readonly candidates: CandidatesQueries,
    private readonly asks: AsksService,
  ) {}

  @Get(':id/candidates')
  @ApiOperation({
    summary: 'Who could take this shift',
    description:
      'For owners and coordinators. People who offer time then or have been in a shift of the organization, are in no other shift then and have the papers that are asked for: by skills, distance, and who was not asked for long. At most 20.',
  })
  @ApiOkResponse({ type: CandidatesAnswer })
  @ApiErrors('shift.not-found', 'shift.not-yours')
  async list(@CurrentUser() actor: Actor, @Id('id') id: string): Promise<{ items: CandidateView[] }> {
    return { items: await this.candidates.of(actor, id) };
  }

  @Post(':id/asks')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Ask a volunteer to take this shift',
    description:
      'By a mail, once; it promises nothing. Nobody is asked more than three times a week, by all organizations together.',
  })
  @ApiNoContentResponse()
  @ApiErrors(
    'shift.not-found',
    'shift.not-yours',
    'ask.not-a-candidate',
    'ask.not-now',
    'ask.too-often',
    'person.unconfirmed',
  )
  async ask(@CurrentUser() actor: Actor, @Id('id') id: string, @Body() body: AskDto): Promise<void> {
    await this.asks.ask(actor, id, body.person);
  }
}
