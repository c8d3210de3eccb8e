import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
  OmitType,
} from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsEmail,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { normalEmail, SignInLimit } from '#identity';
import { VisitorOffers } from '#offers';
import { ApiErrors, FaultsTogether, faultsOf, LocaleOf, NotKept } from '../http/index.js';
import { ConsentDto, RegisteredAnswer } from '../identity/people/people.dto.js';
import { offerForm, PostOfferDto } from './offers.dto.js';

@FaultsTogether()
export class VisitorOfferDto extends OmitType(PostOfferDto, ['onBehalfOf'] as const) {
  @ApiProperty({
    type: String,
    format: 'email',
    example: 'anna@example.org',
    maxLength: 254,
    description: 'Gets the mail with the link',
  })
  @IsString()
  @MaxLength(254)
  @IsEmail()
  email: string;

  @ApiProperty({ type: String, example: 'Анна', maxLength: 120 })
  @IsString()
  @MaxLength(120)
  @Matches(/\S/, { context: { code: 'form.required' } })
  name: string;

  @ApiPropertyOptional({
    type: [ConsentDto],
    description: 'What the person agreed to in the form. `personal-data` has to be among it: the law requires it',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => ConsentDto)
  consents?: ConsentDto[];
}

@ApiTags('offers')
@Controller('visitor-offers')
export class VisitorOffersController {
  constructor(
    private readonly offers: VisitorOffers,
    private readonly limit: SignInLimit,
  ) {}

  @Post()
  @HttpCode(202)
  @NotKept()
  @ApiOperation({
    summary: 'Offer something without an account',
    description:
      'What is offered waits a day for the link of a mail, in no book and no plan; the person who opens it chooses a password and has the offer in their account. The answer is the same for every address: the owner of one that has an account hears by mail that they can sign in and offer.',
  })
  @ApiAcceptedResponse({ type: RegisteredAnswer })
  @ApiErrors('form.invalid', 'identity.too-many-registrations')
  async post(
    @Req() request: FastifyRequest,
    @Body() body: VisitorOfferDto,
    @LocaleOf() locale: 'ru' | 'en',
  ): Promise<RegisteredAnswer> {
    const faults = faultsOf(body);
    const { email, name, consents, ...form } = body;
    await this.limit.registration(request.ip);
    await this.offers.keep(offerForm(form), { email, name: name.trim(), consents, locale }, faults);
    return { email: normalEmail(email), next: 'confirm-email' };
  }
}
