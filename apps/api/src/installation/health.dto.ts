import { ApiProperty } from '@nestjs/swagger';

class AnswerTimesAnswer {
  @ApiProperty({
    type: String,
    format: 'date-time',
    description: 'When this process of the api began; others count for themselves',
  })
  since: string;
  @ApiProperty({
    type: 'integer',
    description: 'Of the API and beside it; pages, files, health checks and metrics apart',
  })
  count: number;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Milliseconds; null: nothing was answered yet. Estimated within buckets; 10000: so long or longer',
  })
  median: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Milliseconds within which 99 of 100 answers came' }) p99:
    number | null;
  @ApiProperty({ type: 'integer', description: 'Answers with a status of 500 or above' }) faults: number;
}

class QueueHealthAnswer {
  @ApiProperty({
    type: String,
    example: 'matching',
    description: 'What the jobs are about: the first part of their names',
  })
  area: string;
  @ApiProperty({ type: 'integer' }) waiting: number;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Age of the oldest fact that waits for one of them; null: none waits',
  })
  oldestSeconds: number | null;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Done for facts of the last hour; null: too many to be counted in passing',
  })
  lastHour: number | null;
  @ApiProperty({
    type: 'array',
    items: { type: 'integer' },
    nullable: true,
    description: 'The same by twelve parts of five minutes, the oldest first; null as there',
  })
  inFiveMinutes: readonly number[] | null;
  @ApiProperty({ type: 'integer', description: 'Given up: they wait for an administrator' }) stopped: number;
}

class LagAnswer {
  @ApiProperty({ type: 'integer' }) waiting: number;
  @ApiProperty({ type: Number, description: 'Age of the oldest that waits; 0: none' }) lagSeconds: number;
}

class MailsHealthAnswer {
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'smtp.example:587',
    description: 'Null: none is set up, mails are kept',
  })
  server: string | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Written in the last 24 hours and sent' }) sentLastDay:
    number | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Null: not known' }) waiting: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Null: none waits, or not known' }) oldestSeconds:
    number | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Written in the last 24 hours and given up' })
  failedLastDay: number | null;
}

class NotedBackupAnswer {
  @ApiProperty({ type: String, format: 'date-time' }) at: string;
  @ApiProperty({ type: Boolean }) encrypted: boolean;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Null: noted by a version that did not say so' }) bytes:
    number | null;
}

class BackupDayAnswer {
  @ApiProperty({ type: String, example: '2026-11-24', description: 'In the time zone of the installation' })
  day: string;
  @ApiProperty({ type: 'integer' }) count: number;
}

class BackupsHealthAnswer {
  @ApiProperty({ type: NotedBackupAnswer, nullable: true, description: 'Null: none was ever noted' })
  last: NotedBackupAnswer | null;
  @ApiProperty({
    type: [BackupDayAnswer],
    description: 'The last fourteen days, the oldest first, from the first that is known on',
  })
  days: readonly BackupDayAnswer[];
}

class RoomAnswer {
  @ApiProperty({ type: 'integer', description: 'Bytes' }) free: number;
  @ApiProperty({ type: 'integer', description: 'Bytes' }) all: number;
}

class DiskHealthAnswer {
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Bytes of the database; how much room its disk has left, only its own server knows',
  })
  databaseBytes: number | null;
  @ApiProperty({
    type: RoomAnswer,
    nullable: true,
    description: 'Of the disk on which uploaded files lie; null: they lie in a bucket, or none was ever written',
  })
  files: RoomAnswer | null;
}

class VersionsAnswer {
  @ApiProperty({ type: String, example: '1.4.0' }) api: string;
  @ApiProperty({ type: String, nullable: true, example: '17.2' }) postgresql: string | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Number of the newest migration' }) schema:
    number | null;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Connections that workers have to the database; 0: no worker runs',
  })
  workerConnections: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) connections: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) connectionsMax: number | null;
}

export class HealthAnswer {
  @ApiProperty({ type: String, format: 'date-time' }) at: string;
  @ApiProperty({ type: AnswerTimesAnswer }) answers: AnswerTimesAnswer;
  @ApiProperty({
    type: [QueueHealthAnswer],
    nullable: true,
    description: 'Areas in which something waits, was done in the last hour, or was given up; null: not known',
  })
  queues: readonly QueueHealthAnswer[] | null;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Due rows that a job of the clock could not process, as in `GET /admin/due-rows`; null: not known',
  })
  dueRowsFailed: number | null;
  @ApiProperty({
    type: LagAnswer,
    nullable: true,
    description: 'Facts that are not yet handed to their jobs; null: not known',
  })
  relay: LagAnswer | null;
  @ApiProperty({
    type: LagAnswer,
    nullable: true,
    description: 'Transfers in the ledger without a seal; null: not known',
  })
  seal: LagAnswer | null;
  @ApiProperty({ type: MailsHealthAnswer }) mails: MailsHealthAnswer;
  @ApiProperty({ type: BackupsHealthAnswer }) backups: BackupsHealthAnswer;
  @ApiProperty({ type: DiskHealthAnswer }) disk: DiskHealthAnswer;
  @ApiProperty({ type: VersionsAnswer }) versions: VersionsAnswer;
}

export class AttentionAnswer {
  @ApiProperty({ type: 'integer', description: 'Jobs that were given up' }) stoppedJobs: number;
  @ApiProperty({
    type: 'integer',
    description: 'Roles of the staff that do not work: their person has no second factor, or an unconfirmed address',
  })
  sleepingRoles: number;
  @ApiProperty({ type: 'integer', description: 'New weights that wait for the signature of the one who asks' })
  weightsToSign: number;
  @ApiProperty({ type: 'integer', description: 'Requests to be erased that wait for an answer' })
  erasureRequests: number;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Working days until the nearest of their deadlines, below zero once it is over; null: none waits',
  })
  erasureDaysLeft: number | null;
}
