import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsDefined, IsIn, IsObject, IsOptional, ValidateNested } from 'class-validator';
import { KIND_NAMES, KINDS, type Choice } from '#notifications';
import { PageQuery } from '../http/index.js';

export class NotificationsQuery extends PageQuery {
  @ApiPropertyOptional({ type: Boolean, description: 'Only what has not been read' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  unread?: boolean;
}

class NotificationSubject {
  @ApiProperty({ type: String, example: 'match' }) type: string;
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
}

export class NotificationAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ enum: KIND_NAMES }) kind: string;
  @ApiProperty({ type: String, example: 'match.asked-donor' }) template: string;
  @ApiProperty({ type: NotificationSubject }) subject: NotificationSubject;
  @ApiProperty({
    type: String,
    example: '/offer/018f3b1e-6c55-7c1d-8a9e-2f0f5f6f7a10',
    description: 'Page of the web, without language',
  })
  path: string;
  @ApiProperty({ type: String, description: 'In the language of Accept-Language' }) text: string;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readAt: string | null;
}

export class NotificationsAnswer {
  @ApiProperty({ type: [NotificationAnswer] }) items: readonly NotificationAnswer[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class UnreadAnswer {
  @ApiProperty({ type: 'integer', description: 'Counted up to 100: 100 means "99+"' }) unread: number;
}

const usual = (kind: keyof typeof KINDS) => ({ enum: [...KINDS[kind].choices], default: KINDS[kind].choices[0] });
const allowed = (kind: keyof typeof KINDS): Choice[] => [...KINDS[kind].choices];

/** What is left out stays as it is. */
export class KindsDto {
  @ApiPropertyOptional(usual('proposal')) @IsOptional() @IsIn(allowed('proposal')) proposal?: Choice;
  @ApiPropertyOptional(usual('match')) @IsOptional() @IsIn(allowed('match')) match?: Choice;
  @ApiPropertyOptional(usual('reminder')) @IsOptional() @IsIn(allowed('reminder')) reminder?: Choice;
  @ApiPropertyOptional(usual('lapse')) @IsOptional() @IsIn(allowed('lapse')) lapse?: Choice;
  @ApiPropertyOptional(usual('receipt')) @IsOptional() @IsIn(allowed('receipt')) receipt?: Choice;
  @ApiPropertyOptional(usual('decision')) @IsOptional() @IsIn(allowed('decision')) decision?: Choice;
  @ApiPropertyOptional(usual('following')) @IsOptional() @IsIn(allowed('following')) following?: Choice;
  @ApiPropertyOptional(usual('digest')) @IsOptional() @IsIn(allowed('digest')) digest?: Choice;
  @ApiPropertyOptional({ ...usual('security'), description: 'Always sent' })
  @IsOptional()
  @IsIn(allowed('security'), { context: { code: 'notification.always-sent' } })
  security?: Choice;
}

export class ChoicesDto {
  @ApiProperty({ type: KindsDto })
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => KindsDto)
  kinds: KindsDto;
}

const byKind = (schema: object) =>
  ({
    type: 'object',
    selfRequired: true,
    required: [...KIND_NAMES],
    properties: Object.fromEntries(KIND_NAMES.map((kind) => [kind, schema])),
  }) as never;

export class ChoicesAnswer {
  @ApiProperty(byKind({ type: 'string', enum: ['at-once', 'digest', 'off'] })) kinds: Readonly<Record<string, Choice>>;
  @ApiProperty({
    ...(byKind({ type: 'array', items: { type: 'string', enum: ['at-once', 'digest', 'off'] } }) as object),
    description: 'What can be chosen for each kind, the usual choice first',
  } as never)
  choices: Readonly<Record<string, readonly Choice[]>>;
}

export class UnsubscriptionAnswer {
  @ApiProperty({ enum: KIND_NAMES }) kind: string;
  @ApiProperty({ type: Boolean }) subscribed: boolean;
  @ApiProperty({
    type: String,
    example: 'с напоминаниями',
    description: 'As in "mails …", in the language of Accept-Language',
  })
  about: string;
}
