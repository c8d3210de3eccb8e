import { Body, Controller, HttpCode, Module, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { NEED_STATUSES, NeedRenewals, NeedsModule, type RenewalView } from '#needs';
import { ApiErrors, NotKept } from '../http/index.js';

const TOKEN_LENGTH = 100;

class RenewalDto {
  @ApiProperty({ type: String, maxLength: TOKEN_LENGTH, description: 'What stands behind `#` in the link of the mail' })
  @IsString()
  @MaxLength(TOKEN_LENGTH)
  token: string;
}

class RenewalOrganizationAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, example: 'АНО «Тепло рядом»' }) shortName: string;
}

class RenewalNeedAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: 'integer', example: 1024 }) number: number;
  @ApiProperty({ type: String, example: 'Обогреватели для посёлка' }) title: string;
  @ApiProperty({ enum: NEED_STATUSES, example: 'open' }) status: string;
  @ApiProperty({ type: String, format: 'date-time' }) deadline: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) freshUntil: string | null;
  @ApiProperty({ type: RenewalOrganizationAnswer }) organization: RenewalOrganizationAnswer;
}

class RenewalAnswer {
  @ApiProperty({ type: RenewalNeedAnswer }) need: RenewalNeedAnswer;
}

/** The page `/renew-need#token` of a reminder: it looks first, and renews when its button is pressed. The token never stands in an address. */
@ApiTags('needs')
@Controller('need-renewals')
export class NeedRenewalsController {
  constructor(private readonly renewals: NeedRenewals) {}

  @Post('look')
  @HttpCode(200)
  @NotKept()
  @ApiOperation({
    summary: 'What a renewal link of a mail would renew',
    description: 'Without sign-in; changes nothing.',
  })
  @ApiOkResponse({ type: RenewalAnswer })
  @ApiErrors('need.renewal-link-unknown', 'need.renewal-link-used', 'need.renewal-link-expired')
  look(@Body() { token }: RenewalDto): Promise<RenewalView> {
    return this.renewals.look(token);
  }

  @Post()
  @HttpCode(200)
  @NotKept()
  @ApiOperation({
    summary: 'Renew a need by the link of a mail',
    description: 'Without sign-in, once; as the person whom the mail was written to.',
  })
  @ApiOkResponse({ type: RenewalAnswer })
  @ApiErrors(
    'need.renewal-link-unknown',
    'need.renewal-link-used',
    'need.renewal-link-expired',
    'need.not-renewable',
    'need.organization-not-verified',
    'need.deadline-passed',
  )
  renew(@Body() { token }: RenewalDto): Promise<RenewalView> {
    return this.renewals.renew(token);
  }
}

@Module({ imports: [NeedsModule], controllers: [NeedRenewalsController] })
export class NeedRenewalsApiModule {}
