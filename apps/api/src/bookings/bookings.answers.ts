import { ApiProperty } from '@nestjs/swagger';
import { BOOKING_STATUSES, BOOKING_VERBS, RESOURCE_KINDS, RESOURCE_STATUSES, RESOURCE_VERBS, WHO } from '#bookings';
import { OpeningHoursAnswer } from '../organizations/organizations.answers.js';

const text = { type: String, nullable: true } as const;
const moment = { type: String, format: 'date-time' } as const;
const id = { type: String, format: 'uuid' } as const;

class SharingOrganizationAnswer {
  @ApiProperty(id) id: string;
  @ApiProperty({ type: String, example: 'АНО «Пример помощи»' }) shortName: string;
}

export class ResourceAnswer {
  @ApiProperty(id) id: string;
  @ApiProperty({ type: 'integer', minimum: 1 }) version: number;
  @ApiProperty({ type: SharingOrganizationAnswer }) organization: SharingOrganizationAnswer;
  @ApiProperty({ enum: RESOURCE_KINDS }) kind: string;
  @ApiProperty({ enum: RESOURCE_STATUSES }) status: string;
  @ApiProperty({ type: String, example: 'Зал на сорок мест' }) name: string;
  @ApiProperty(text) description: string | null;
  @ApiProperty({ type: String, example: 'blagoveshchensk' }) place: string;
  @ApiProperty({ ...text, example: 'ул. Образцовая, 1' }) address: string | null;
  @ApiProperty({ enum: WHO }) who: string;
  @ApiProperty({ type: [OpeningHoursAnswer], description: 'On the clock of its place; none: at any time' })
  hours: OpeningHoursAnswer[];
  @ApiProperty({ type: 'integer', example: 240 }) longestMinutes: number;
  @ApiProperty({ type: String, example: 'Asia/Yakutsk' }) timeZone: string;
  @ApiProperty({ enum: RESOURCE_VERBS, isArray: true }) can: string[];
}

export class ResourcesAnswer {
  @ApiProperty({ type: [ResourceAnswer] }) items: ResourceAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class OwnedResourcesAnswer {
  @ApiProperty({ type: [ResourceAnswer] }) items: ResourceAnswer[];
}

export class BookingAnswer {
  @ApiProperty(id) id: string;
  @ApiProperty(moment) from: string;
  @ApiProperty(moment) until: string;
  @ApiProperty({ enum: BOOKING_STATUSES }) status: string;
  @ApiProperty({ type: Boolean, description: 'The caller’s own' }) own: boolean;
  @ApiProperty({ ...text, example: 'Мария Орлова', description: 'To the owner and to the one who booked' }) by:
    string | null;
  @ApiProperty({ ...text, example: 'Занятие с детьми', description: 'Likewise' }) purpose: string | null;
  @ApiProperty({ enum: ['booker', 'owner'], nullable: true }) cancelledBy: string | null;
  @ApiProperty({ ...text, example: 'Прорвало трубу' }) reason: string | null;
  @ApiProperty({ enum: BOOKING_VERBS, isArray: true }) can: string[];
}

export class CalendarOfResourceAnswer {
  @ApiProperty({ type: [BookingAnswer] }) items: BookingAnswer[];
}

export class OwnBookingAnswer extends BookingAnswer {
  @ApiProperty({ type: ResourceAnswer }) resource: ResourceAnswer;
}

export class OwnBookingsAnswer {
  @ApiProperty({ type: [OwnBookingAnswer] }) items: OwnBookingAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
