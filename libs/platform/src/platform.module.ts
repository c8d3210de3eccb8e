import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Env, EnvError } from '#host';
import { Clock } from '#kernel';
import { dataSourceOptions } from './db.js';
import { Files, openFiles } from './files.js';
import { Listener } from './listener.js';
import { log } from './log.js';
import { PauseWatch } from './pause.js';
import { Readiness } from './readiness.js';

export interface PlatformOptions {
  /** Name of the process as the database shows it: `lepta-api`. */
  readonly name?: string;
  /** Database connections of this process (TypeORM's pool; the listener takes one more). */
  readonly connections?: number;
  /** Settings to use instead of the process's own; `DATABASE_URL` must be set. */
  readonly env?: Env;
  readonly clock?: Clock;
  /** Every connection is a session, also where DATABASE_URL leads through a pooler: for a process that locks across transactions. */
  readonly sessions?: boolean;
}

/** Closes the LISTEN connection with the application. */
class ListenerEnd implements OnApplicationShutdown {
  constructor(private readonly listener: Listener) {}
  async onApplicationShutdown(): Promise<void> {
    await this.listener.close();
  }
}

/** Imported once, by the root module of each process: gives every lib the settings, the clock, the database and the listener. */
@Module({})
export class PlatformModule {
  static forRoot(options: PlatformOptions = {}): DynamicModule {
    const env = options.env ?? Env.load();
    const session = sessionUrl(env);
    const url = options.sessions ? session : (env.DATABASE_URL as string);
    log.level = env.LOG_LEVEL;
    const listener = new Listener(session, env.DATABASE_SILENCE_MS);
    return {
      module: PlatformModule,
      global: true,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions({
            url,
            max: options.connections ?? 20,
            applicationName: options.name ?? 'lepta',
            silenceMs: env.DATABASE_SILENCE_MS,
            sessionUrl: session,
          }),
          entities: [],
          autoLoadEntities: true,
          retryAttempts: 3,
          retryDelay: 500,
        }),
      ],
      providers: [
        { provide: Env, useValue: env },
        { provide: Clock, useValue: options.clock ?? new Clock() },
        { provide: Listener, useValue: listener },
        { provide: Files, useFactory: () => openFiles(env) },
        { provide: ListenerEnd, useValue: new ListenerEnd(listener) },
        PauseWatch,
        Readiness,
      ],
      exports: [Env, Clock, Listener, Files, PauseWatch, Readiness],
    };
  }
}

function sessionUrl(env: Env): string {
  if (!env.sessionUrl)
    throw new EnvError('DATABASE_URL is not set: this process needs it (`lepta start` brings a database of its own)');
  return env.sessionUrl;
}
