import { ApiProperty } from '@nestjs/swagger';
import { IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { TALK_LIMITS } from '#messages';
import { ManyLines } from '../http/index.js';
import { PhotoAnswer } from '../photos/photos.answers.js';

const SIDES = ['donor', 'organization'] as const;

export class SendMessageDto {
  @ApiProperty({
    type: String,
    minLength: 1,
    maxLength: TALK_LIMITS.textMax,
    example: 'Опаздываю на десять минут. С какой стороны вход?',
  })
  @IsString()
  @MinLength(1)
  @MaxLength(TALK_LIMITS.textMax)
  @ManyLines()
  text: string;
}

export class ReadMessagesDto {
  @ApiProperty({ type: String, format: 'uuid', description: 'The newest message that was read' })
  @IsUUID()
  until: string;
}

export class ReportMessageDto {
  @ApiProperty({
    type: String,
    minLength: 1,
    maxLength: TALK_LIMITS.reasonMax,
    example: 'Просит перевести деньги на карту',
  })
  @IsString()
  @MinLength(1)
  @MaxLength(TALK_LIMITS.reasonMax)
  @ManyLines()
  reason: string;
}

class MessageReportAnswer {
  @ApiProperty({ enum: SIDES }) from: string;
  @ApiProperty({ type: String }) reason: string;
  @ApiProperty({ type: String, format: 'date-time' }) at: string;
}

/** The shape of `MessageView`, for OpenAPI. */
export class MessageAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, format: 'date-time' }) at: string;
  @ApiProperty({ enum: SIDES }) from: string;
  @ApiProperty({ type: String, description: 'Empty where it was taken away' }) text: string;
  @ApiProperty({ type: Boolean, description: 'Taken away by a moderator, or with its author' }) removed: boolean;
  @ApiProperty({ type: PhotoAnswer, nullable: true }) photo: PhotoAnswer | null;
  @ApiProperty({ type: Boolean, description: 'Whether a person of the other side has read it' }) read: boolean;
  @ApiProperty({ type: [MessageReportAnswer], description: 'To moderators only' }) reports: MessageReportAnswer[];
  @ApiProperty({ enum: ['report', 'photo'], isArray: true, description: 'What the caller could do now' }) can: string[];
}

export class MessagesAnswer {
  @ApiProperty({ type: [MessageAnswer] }) items: MessageAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
  @ApiProperty({ type: 'integer', description: 'Messages of the other side that the caller has not read' })
  unread: number;
  @ApiProperty({ enum: SIDES, nullable: true, description: 'Which side the caller is; null: a moderator' }) me:
    string | null;
  @ApiProperty({ enum: ['send'], isArray: true, description: 'What the caller could do now' }) can: string[];
}
