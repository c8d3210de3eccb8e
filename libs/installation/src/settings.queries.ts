import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { readSettingRow, writeSettingRow, type Tx } from '#platform';
import { type Env } from '#host';
import type { Operator } from './operator.rules.js';

interface Settings {
  'installation.operator': Operator;
  /** `settings` tells whether it was sent with the mail server of now. */
  'installation.test-mail': {
    readonly at: string;
    readonly ok: boolean;
    readonly code: string;
    readonly text: string;
    readonly settings: string;
  };
}

export async function readSetting<K extends keyof Settings>(db: Tx | DataSource, key: K): Promise<Settings[K] | null> {
  return (await readSettingRow(db, key)) as Settings[K] | null;
}

export async function writeSetting<K extends keyof Settings>(
  db: Tx | DataSource,
  key: K,
  value: Settings[K],
  by: string | null,
): Promise<void> {
  await writeSettingRow(db, key, value, by);
}

/** Who runs the installation, for everybody; null: nobody has said so yet. */
export const operatorOf = (db: Tx | DataSource): Promise<Operator | null> => readSetting(db, 'installation.operator');

/** Name and port of the mail server; null: none is set up. */
export function mailHost({ SMTP_URL }: Env): string | null {
  if (SMTP_URL === null) return null;
  const { protocol, hostname, port } = new URL(SMTP_URL);
  return `${hostname}:${port || (protocol === 'smtps:' ? 465 : 587)}`;
}

/** By what it is known whether the mail server is another one. The password is not part of it: nothing made of it is kept. */
export function mailSettings(env: Env): string {
  const { protocol, username } = new URL(env.SMTP_URL ?? 'smtp://none');
  return createHash('sha256')
    .update([protocol, username, mailHost(env), env.mailSender].join(' '))
    .digest('hex');
}
