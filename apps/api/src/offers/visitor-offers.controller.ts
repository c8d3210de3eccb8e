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
import { ArrayMaxSize, IsArray, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { normalEmail, SignInLimit } from '#identity';
import { VisitorOffers } from '#offers';
import { ApiErrors, LocaleOf, NotKept } from '../http/index.js';
import { ConsentDto, newcomerFaults, RegisteredAnswer } from '../identity/people/people.dto.js';
import { offerForm, PostOfferDto } from './offers.dto.js';

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
  email: string;

  @ApiProperty({ type: String, example: 'Анна', maxLength: 120 })
  @IsString()
  @MaxLength(120)
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
    @Body() { email, name, consents, ...form }: VisitorOfferDto,
    @LocaleOf() locale: 'ru' | 'en',
  ): Promise<RegisteredAnswer> {
    await this.limit.registration(request.ip);
    const newcomer = { email, name: name.trim(), consents, locale };
    await this.offers.keep(offerForm(form), newcomer, newcomerFaults(newcomer));
    return { email: normalEmail(email), next: 'confirm-email' };
  }
}
