import { Body, Controller, Module, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsEmail, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '#identity';
import {
  COMPLAINT_KINDS,
  COMPLAINT_LIMITS,
  Complaints,
  ModerationModule,
  pageOf,
  type ComplaintKind,
  type TakenComplaint,
} from '#moderation';
import { ApiErrors, CurrentUserOrVisitor, Fits, LocaleOf, ManyLines } from '../../http/index.js';

export class ComplaintDto {
  @ApiProperty({
    type: String,
    maxLength: COMPLAINT_LIMITS.aboutMax,
    example: '/needs/0198a6a0-0000-7000-8000-000000000001',
    description: 'The path of the page',
  })
  @IsString()
  @MaxLength(COMPLAINT_LIMITS.aboutMax)
  @Matches(/\S/, { context: { code: 'form.required' } })
  @Fits((about) => about.trim() === '' || pageOf(about) !== null, 'complaint.not-a-page')
  about: string;

  @ApiProperty({ enum: COMPLAINT_KINDS, description: '`card`: money is asked for to a card or phone' })
  @IsIn(COMPLAINT_KINDS)
  kind: ComplaintKind;

  @ApiProperty({
    type: String,
    maxLength: COMPLAINT_LIMITS.textMax,
    description: 'Read by moderators without an interest in the matter, and by nobody else',
  })
  @IsString()
  @MaxLength(COMPLAINT_LIMITS.textMax)
  @ManyLines()
  @Fits((text) => text.trim() !== '', 'complaint.no-words')
  text: string;

  @ApiPropertyOptional({
    type: String,
    format: 'email',
    nullable: true,
    maxLength: COMPLAINT_LIMITS.emailMax,
    description: 'Where the answer goes',
  })
  @IsOptional()
  @IsEmail()
  @MaxLength(COMPLAINT_LIMITS.emailMax)
  email?: string | null;
}

export class TakenComplaintAnswer {
  @ApiProperty({ type: 'integer', example: 41 }) number: number;
  @ApiProperty({ type: Boolean, description: 'Whether the answer comes by mail' }) answered: boolean;
}

@ApiTags('complaints')
@Controller('complaints')
export class ComplaintsController {
  constructor(private readonly complaints: Complaints) {}

  @Post()
  @ApiOperation({
    summary: 'Complain about what a page shows',
    description:
      'Without signing in too. The side that it is about learns neither the words nor who wrote them. The same words of the same sender about the same page are one complaint while it waits.',
  })
  @ApiCreatedResponse({ type: TakenComplaintAnswer })
  @ApiErrors('identity.too-often')
  take(
    @CurrentUserOrVisitor() actor: Actor | null,
    @Body() body: ComplaintDto,
    @LocaleOf() locale: 'ru' | 'en',
    @Req() request: FastifyRequest,
  ): Promise<TakenComplaint> {
    return this.complaints.take(actor, { ...body, locale }, request.ip);
  }
}

@Module({ imports: [ModerationModule], controllers: [ComplaintsController] })
export class ComplaintsApiModule {}
