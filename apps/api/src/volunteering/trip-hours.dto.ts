import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, IsUUID, MaxLength } from 'class-validator';
import { SHIFT_LIMITS, TRIP_HOURS_STATUSES, TRIP_HOURS_VERBS } from '#volunteering';
import { MayBeAbsent } from '../needs/fields.js';
import { ConfirmMinutesDto } from './shifts.dto.js';

const id = { type: String, format: 'uuid' } as const;
const moment = { type: String, format: 'date-time' } as const;

export class ConfirmTripHoursDto extends ConfirmMinutesDto {
  @ApiProperty({ ...id, description: 'A need of time of the organization, for which they count' })
  @IsUUID()
  need: string;
}

export class DeclineTripHoursDto {
  @ApiProperty({ type: String, minLength: 1, maxLength: SHIFT_LIMITS.reasonMax, description: 'The driver reads it' })
  @IsString()
  @MaxLength(SHIFT_LIMITS.reasonMax)
  reason: string;
}

export class MyTripHoursQuery {
  @ApiPropertyOptional({ ...id, description: 'Of one trip' })
  @MayBeAbsent()
  @IsUUID()
  trip?: string;
}

class OfOrganizationAnswer {
  @ApiProperty(id) id: string;
  @ApiProperty({ type: String, example: 'Рядом' }) name: string;
}

export class TripHoursAnswer {
  @ApiProperty(id) id: string;
  @ApiProperty(id) trip: string;
  @ApiProperty({ enum: TRIP_HOURS_STATUSES }) status: string;
  @ApiProperty({ type: OfOrganizationAnswer }) organization: OfOrganizationAnswer;
  @ApiProperty({ type: String, nullable: true, description: 'Null once their account is gone' }) driver: string | null;
  @ApiProperty(moment) from: string;
  @ApiProperty(moment) until: string;
  @ApiProperty({ type: 'integer', minimum: 1, description: 'Of the organization, that were in the car' })
  deliveries: number;
  @ApiProperty({ type: 'integer', minimum: 1, description: 'Proposed; of confirmed ones as they were confirmed' })
  minutes: number;
  @ApiProperty({ type: String, example: '3 ч' }) text: string;
  @ApiProperty({ type: String, nullable: true, description: 'Why they were declined, or confirmed otherwise' })
  reason: string | null;
  @ApiProperty({ ...id, nullable: true, description: 'As which they stand among the shifts of the driver' })
  shift: string | null;
  @ApiProperty({ type: String, example: 'Asia/Yakutsk' }) timeZone: string;
  @ApiProperty({ enum: TRIP_HOURS_VERBS, isArray: true }) can: string[];
}

export class MyTripHoursAnswer {
  @ApiProperty({ type: [TripHoursAnswer] }) items: TripHoursAnswer[];
}

class NeedForHoursAnswer {
  @ApiProperty(id) id: string;
  @ApiProperty({ type: String }) title: string;
  @ApiProperty({ type: 'integer', minimum: 1, description: 'Minutes that it has open' }) open: number;
  @ApiProperty({ type: String, example: '12 ч' }) text: string;
}

export class TripHoursOfOrganizationAnswer {
  @ApiProperty({ type: [TripHoursAnswer] }) items: TripHoursAnswer[];
  @ApiProperty({ type: [NeedForHoursAnswer], description: 'Open needs of time, for which hours can be confirmed' })
  needs: NeedForHoursAnswer[];
}
