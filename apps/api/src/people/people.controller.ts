import { Body, Controller, HttpCode, Module, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdentityModule, IdentityService, SignInLimit, normalEmail } from '#identity';
import { Env } from '#platform';
import { ApiErrors, NotKept, type ApiRequest } from '../http/index.js';
import { EmailConfirmationDto, EmailConfirmedAnswer, RegisteredAnswer, RegistrationDto } from './people.dto.js';

@ApiTags('identity')
@Controller()
export class PeopleController {
  constructor(
    private readonly identity: IdentityService,
    private readonly limit: SignInLimit,
    private readonly env: Env,
  ) {}

  @Post('people')
  @NotKept()
  @ApiOperation({ summary: 'Register', description: 'The answer is the same when the address is known already; its owner learns of it by mail. Sign-in works at once, the mail confirms the address.' })
  @ApiCreatedResponse({ type: RegisteredAnswer })
  @ApiErrors('form.invalid', 'identity.too-many-registrations')
  async register(@Req() request: ApiRequest, @Body() body: RegistrationDto): Promise<RegisteredAnswer> {
    await this.limit.registration(request.ip);
    await this.identity.register({ ...body, name: body.name.trim(), publicUrl: this.env.PUBLIC_URL, secret: this.env.SESSION_SECRET });
    return { email: normalEmail(body.email), next: 'confirm-email' };
  }

  @Post('email-confirmations')
  @HttpCode(200)
  @NotKept()
  @ApiOperation({ summary: 'Confirm an e-mail address by the link of the mail' })
  @ApiOkResponse({ type: EmailConfirmedAnswer })
  @ApiErrors('identity.link-not-valid')
  async confirm(@Body() body: EmailConfirmationDto): Promise<EmailConfirmedAnswer> {
    await this.identity.confirmEmail(body.token);
    return { emailConfirmed: true };
  }
}

@Module({ imports: [IdentityModule], controllers: [PeopleController] })
export class PeopleApiModule {}
