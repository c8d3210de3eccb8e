import { Body, Controller, HttpCode, Module, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Confirmations, IdentityModule, normalEmail, Registrations, SignInLimit } from '#identity';
import { Clock } from '#kernel';
import { ApiErrors, Cookies, faultsOf, NotKept, type ApiRequest } from '../../http/index.js';
import { StaffController } from './staff.controller.js';
import { EmailConfirmationDto, EmailConfirmedAnswer, RegisteredAnswer, RegistrationDto } from './people.dto.js';

@ApiTags('identity')
@Controller()
export class PeopleController {
  constructor(
    private readonly registrations: Registrations,
    private readonly confirmations: Confirmations,
    private readonly limit: SignInLimit,
    private readonly clock: Clock,
    private readonly cookies: Cookies,
  ) {}

  @Post('people')
  @NotKept()
  @ApiOperation({
    summary: 'Register',
    description:
      'The answer is the same when the address is known already; its owner learns of it by mail. Sign-in works once the link of the mail has been opened.',
  })
  @ApiCreatedResponse({ type: RegisteredAnswer })
  @ApiErrors('form.invalid', 'identity.too-many-registrations')
  async register(
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: RegistrationDto,
  ): Promise<RegisteredAnswer> {
    const faults = faultsOf(body);
    await this.limit.registration(request.ip);
    const browser = await this.registrations.ask(
      { ...body, name: body.name.trim(), browser: this.cookies.registrationOf(request) },
      faults,
    );
    this.cookies.keepRegistration(reply, browser, this.clock.now());
    return { email: normalEmail(body.email), next: 'confirm-email' };
  }

  @Post('email-confirmations')
  @HttpCode(200)
  @NotKept()
  @ApiOperation({
    summary: 'Confirm an e-mail address by the link of the mail',
    description:
      'In the browser in which the address was registered the password of that registration becomes valid. Elsewhere a password is needed (422 names the field), and that one becomes valid: only the person who opens the link gets in. Whatever was in the account before is gone.',
  })
  @ApiOkResponse({ type: EmailConfirmedAnswer })
  @ApiErrors('form.invalid', 'identity.link-not-valid')
  async confirm(@Req() request: ApiRequest, @Body() body: EmailConfirmationDto): Promise<EmailConfirmedAnswer> {
    const { email } = await this.confirmations.confirm(body.token, {
      password: body.password,
      browser: this.cookies.registrationOf(request),
    });
    return { emailConfirmed: true, email };
  }
}

@Module({ imports: [IdentityModule], controllers: [PeopleController, StaffController] })
export class PeopleApiModule {}
