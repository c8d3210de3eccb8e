import { configuredUrls, installationSecret, type Env } from '#host';
import { InputError } from './input.js';

/**
 * What the links of invitations are made with. Their tokens are sealed until the mail leaves, by the secret of the processes that send it: the one of this
 * folder is theirs only where they run on the embedded database.
 * @param invites whether anybody is invited
 */
export function importLinks(
  env: Env,
  invites: boolean,
  locale: 'ru' | 'en',
): Pick<Env, 'PUBLIC_URL' | 'SESSION_SECRET'> {
  const { PUBLIC_URL, SESSION_SECRET, LEPTA_DIR } = env;
  if (SESSION_SECRET !== null) return { PUBLIC_URL, SESSION_SECRET };
  if (invites && configuredUrls(env) !== null) {
    throw new InputError(
      locale === 'ru'
        ? 'Приглашения запечатываются секретом api и worker: задайте тот же SESSION_SECRET, что и у них'
        : 'Invitations are sealed with the secret of api and worker: set the SESSION_SECRET that they have',
    );
  }
  return { PUBLIC_URL, SESSION_SECRET: invites ? installationSecret(LEPTA_DIR, 'session-secret') : null };
}
