import type { DataSource } from 'typeorm';
import { staffCounts, unpublishedTexts } from '#identity';
import { lastBackup } from '#platform';
import { type Env } from '#host';
import type { InstallationFacts } from './first-day.rules.js';
import { missingOf } from './operator.rules.js';
import { mailHost, mailSettings, operatorOf, readSetting } from './settings.queries.js';

/** A mail that is ready for longer waits for something. */
const USUAL_MS = 10 * 60_000;

/** Looks at everything that decides about the first day. */
export async function installationFacts(db: DataSource, env: Env, now: Date): Promise<InstallationFacts> {
  const staff = await staffCounts(db, env.REQUIRE_SECOND_FACTOR);
  const { administrator: withFactor } = await staffCounts(db, true);
  const [counts] = (await db.query(
    `SELECT (SELECT count(*) FROM places WHERE retired_at IS NULL AND kind = 'municipality') AS places, (SELECT count(*) FROM categories WHERE retired_at IS NULL) AS categories,
       (SELECT time_zone FROM places WHERE retired_at IS NULL ORDER BY kind <> 'region', position LIMIT 1) AS "timeZone",
       (SELECT count(*) FROM mails WHERE status = 'ready' AND created_at < $1) AS waiting, EXISTS (SELECT 1 FROM card_events) AS heard`,
    [new Date(now.getTime() - USUAL_MS)],
  )) as [{ places: number; categories: number; timeZone: string | null; waiting: number; heard: boolean }];
  const [operator, backup, tried] = [
    await operatorOf(db),
    await lastBackup(db),
    await readSetting(db, 'installation.test-mail'),
  ];
  return {
    now,
    administrators: { ...staff.administrator, withSecondFactor: withFactor.awake },
    moderators: staff.moderator,
    secondFactorRequired: env.REQUIRE_SECOND_FACTOR,
    mail: {
      host: mailHost(env),
      lastTry:
        tried && tried.settings === mailSettings(env)
          ? { at: new Date(tried.at), ok: tried.ok, code: tried.code, text: tried.text }
          : null,
      waiting: Number(counts.waiting),
    },
    operator: { name: operator?.name ?? null, missing: missingOf(operator) },
    backupAt: backup && new Date(backup.at),
    publicUrl: env.PUBLIC_URL,
    cards: { keys: env.STRIPE_SECRET_KEY !== null, heard: counts.heard },
    places: { count: Number(counts.places), timeZone: counts.timeZone },
    categories: Number(counts.categories),
    textsMissing: await unpublishedTexts(db),
  };
}
