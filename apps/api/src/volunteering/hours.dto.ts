import { ApiProperty } from '@nestjs/swagger';
import { PeriodQuery } from '../http/index.js';
import { HOURS_LIMIT } from '#volunteering';

export class HoursQuery extends PeriodQuery {}

class OrganizationHoursAnswer {
  @ApiProperty({ type: String, example: 'Тёплый двор' }) name: string;
  @ApiProperty({ type: 'integer', example: 4 }) shifts: number;
  @ApiProperty({ type: 'integer', example: 690 }) minutes: number;
}

class HoursOfOrganizationAnswer extends OrganizationHoursAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) organization: string;
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
  @ApiProperty({ type: [HoursOfOrganizationAnswer], description: 'The most minutes first' })
  organizations: HoursOfOrganizationAnswer[];
  @ApiProperty({ type: [ConfirmedShiftAnswer], description: `At most ${HOURS_LIMIT}` }) items: ConfirmedShiftAnswer[];
  @ApiProperty({ type: String, example: '7KQ2-M0XD-9TRB-41WZ-5' }) verificationCode: string;
}

export class HoursCheckAnswer extends HoursPeriodAnswer {
  @ApiProperty({ type: String, example: '7KQ2-M0XD-9TRB-41WZ-5' }) code: string;
  @ApiProperty({ enum: ['matches', 'changed'], description: '`changed`: figures are left out' }) status: string;
  @ApiProperty({ type: String, format: 'date-time' }) issuedAt: Date;
  @ApiProperty({ type: Boolean, description: 'Hours of the period were confirmed after it was issued' })
  newerHours: boolean;
  @ApiProperty({ type: [OrganizationHoursAnswer] }) organizations: OrganizationHoursAnswer[];
}
