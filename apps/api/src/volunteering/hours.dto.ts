import { ApiProperty } from '@nestjs/swagger';
import { HELPERS_LISTED, HOURS_LIMIT } from '#volunteering';
import { PeriodQuery } from '../http/index.js';

export class HoursQuery extends PeriodQuery {}

class MinutesOfMonthAnswer {
  @ApiProperty({ type: String, example: '2026-11', description: 'In which the shifts began' }) month: string;
  @ApiProperty({ type: 'integer', example: 240 }) minutes: number;
}

class OrganizationHoursAnswer {
  @ApiProperty({ type: String, example: 'Тёплый двор' }) name: string;
  @ApiProperty({ type: 'integer', example: 4 }) shifts: number;
  @ApiProperty({ type: 'integer', example: 690 }) minutes: number;
}

class HoursOfOrganizationAnswer extends OrganizationHoursAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) organization: string;
  @ApiProperty({ type: [MinutesOfMonthAnswer], description: 'Those with a shift, the first first' })
  months: MinutesOfMonthAnswer[];
}

class ConfirmedShiftAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) signUp: string;
  @ApiProperty({ type: String, format: 'date', description: 'On which it began' }) day: string;
  @ApiProperty({
    type: String,
    example: 'Сортировка помощи',
    description: 'Title of the need; of its category where its words are for the parties alone',
  })
  what: string;
  @ApiProperty({ type: String, example: 'emergency' }) sphere: string;
  @ApiProperty({ type: [String], example: ['driving'] }) skills: string[];
  @ApiProperty({ type: String, example: 'zeya' }) place: string;
  @ApiProperty({ type: String, format: 'uuid' }) organization: string;
  @ApiProperty({ type: String, example: 'Тёплый двор' }) name: string;
  @ApiProperty({ type: String, nullable: true, example: '7707083893' }) inn: string | null;
  @ApiProperty({ type: 'integer', example: 170 }) minutes: number;
  @ApiProperty({ type: String, format: 'date-time' }) confirmedAt: Date;
}

class HoursPeriodAnswer {
  @ApiProperty({ type: String, format: 'date' }) from: string;
  @ApiProperty({ type: String, format: 'date' }) to: string;
  @ApiProperty({ type: String, example: 'Asia/Yakutsk' }) timeZone: string;
  @ApiProperty({ type: 'integer', example: 6 }) shifts: number;
  @ApiProperty({ type: 'integer', example: 1020 }) minutes: number;
}

export class HoursAnswer extends HoursPeriodAnswer {
  @ApiProperty({ type: [MinutesOfMonthAnswer], description: 'Of all together' }) months: MinutesOfMonthAnswer[];
  @ApiProperty({ type: [HoursOfOrganizationAnswer], description: 'The most minutes first' })
  organizations: HoursOfOrganizationAnswer[];
  @ApiProperty({ type: [ConfirmedShiftAnswer], description: `At most ${HOURS_LIMIT}` }) items: ConfirmedShiftAnswer[];
  @ApiProperty({ type: String, example: '7KQ2-M0XD-9TRB-41WZ-5' }) verificationCode: string;
}

class HoursOfHelperAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) person: string;
  @ApiProperty({ type: String, nullable: true, example: 'Анна К.', description: 'Null once they are erased' })
  name: string | null;
  @ApiProperty({ type: 'integer', example: 3 }) shifts: number;
  @ApiProperty({ type: 'integer', example: 720, description: 'Of a group those of all who came' }) minutes: number;
  @ApiProperty({ type: [MinutesOfMonthAnswer], description: 'Those with a shift, the first first' })
  months: MinutesOfMonthAnswer[];
}

export class HoursOfHelpersAnswer extends HoursPeriodAnswer {
  @ApiProperty({ type: 'integer', example: 13, description: 'How many volunteers were confirmed hours' })
  people: number;
  @ApiProperty({ type: [MinutesOfMonthAnswer], description: 'Of all together' }) months: MinutesOfMonthAnswer[];
  @ApiProperty({ type: [HoursOfHelperAnswer], description: `The most minutes first, at most ${HELPERS_LISTED}` })
  items: HoursOfHelperAnswer[];
}

export class HoursCheckAnswer extends HoursPeriodAnswer {
  @ApiProperty({ type: String, example: '7KQ2-M0XD-9TRB-41WZ-5' }) code: string;
  @ApiProperty({ enum: ['matches', 'changed'], description: '`changed`: figures are left out' }) status: string;
  @ApiProperty({ type: String, format: 'date-time' }) issuedAt: Date;
  @ApiProperty({ type: Boolean, description: 'Hours of the period were confirmed after it was issued' })
  newerHours: boolean;
  @ApiProperty({ type: [OrganizationHoursAnswer] }) organizations: OrganizationHoursAnswer[];
}
