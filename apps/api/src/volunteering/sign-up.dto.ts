import { ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { IsBoolean, IsInt, IsUUID, Max, Min } from 'class-validator';
import { AGES, GROUP_MAX } from '#volunteering';
import { MayBeAbsent } from '../needs/fields.js';

export class SignUpDto {
  @ApiPropertyOptional({ type: Boolean, description: 'That you have the skills; needed where the shift asks for some' })
  @MayBeAbsent()
  @IsBoolean()
  hasSkills?: boolean;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: GROUP_MAX,
    default: 1,
    example: 3,
    description:
      'Who come with it, the volunteer who signs up among them: each has a place, and they wait together. Minutes are those of all; a certificate has those of one',
  })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(GROUP_MAX)
  people?: number;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: AGES.youngest,
    maximum: AGES.adult - 1,
    example: 16,
    description:
      'Of a volunteer under 18: the place is kept for a guardian to say yes (`consent-link`). At most 4 hours under 16 and 7 under 18, between 6 and 22 of the place',
  })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(AGES.adult - 1)
  age?: number;

  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    description:
      'Of the organization: a `person` from the candidates who has been in a shift of it, in whose name it signs up. They hear of it; cancelling and staying away never count against them',
  })
  @MayBeAbsent()
  @IsUUID()
  onBehalfOf?: string;

  @ApiPropertyOptional({
    type: Boolean,
    default: false,
    description:
      'With `onBehalfOf`: they were there without having signed up. Once the shift has begun, and for a week after it',
  })
  @MayBeAbsent()
  @IsBoolean()
  came?: boolean;
}

export class AcceptPlaceDto extends PickType(SignUpDto, ['age'] as const) {}
