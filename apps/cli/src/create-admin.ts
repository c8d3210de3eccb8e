import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Clock, Refusal, refusalSpec } from '#kernel';
import { identityEntities, IdentityService } from '#identity';
import { dataSourceOptions } from '#platform';

export interface AdminOptions {
  readonly email: string;
  readonly name: string;
  readonly locale: string;
  readonly passwordStdin?: boolean;
}

/** Creates an administrator. A password that is made here is printed once and stored nowhere. */
export async function createAdmin(url: string, options: AdminOptions): Promise<void> {
  if (options.locale !== 'ru' && options.locale !== 'en') throw new Error('--locale is ru or en');
  if (!/^[^@\s]+@[^@\s]+$/.test(options.email)) throw new Error('--email is not an address');
  const password = options.passwordStdin ? await readPassword() : randomBytes(15).toString('base64url');
  const source = await new DataSource(
    dataSourceOptions({ url, max: 2, entities: identityEntities, applicationName: 'lepta-create-admin' }),
  ).initialize();
  try {
    const { created } = await new IdentityService(source, new Clock()).createAdministrator({
      email: options.email,
      name: options.name,
      locale: options.locale,
      password,
    });
    process.stdout.write(
      created
        ? 'The administrator can sign in now.\n'
        : 'The person is an administrator now and has a new password; older sessions and keys have ended.\n',
    );
    if (!options.passwordStdin) process.stdout.write(`Password: ${password}\n`);
  } catch (err) {
    throw err instanceof Refusal ? new Error(sentence(err)) : err;
  } finally {
    await source.destroy();
  }
}

function sentence(refusal: Refusal): string {
  return [refusal.code, ...refusal.errors.map((error) => `${error.field}: ${refusalSpec(error.code).en}`)].join('; ');
}

async function readPassword(): Promise<string> {
  let text = '';
  for await (const chunk of process.stdin) text += String(chunk);
  return text.replace(/\r?\n$/, '');
}
