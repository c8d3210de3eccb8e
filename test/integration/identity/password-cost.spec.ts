import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** In a process of its own, which nobody has told to be cheap (test/support/cheap-passwords.mjs). */
async function asInstalled(): Promise<{ hashed: string; known: number; unknown: number }> {
  const password = pathToFileURL(join(process.cwd(), 'dist/libs/identity/src/password.js')).href;
  const program = `
    import { hashPassword, passwordFits } from '${password}';
    const hashed = await hashPassword('сливовый пирог 7');
    await passwordFits(undefined, 'x'); // makes the hash of nobody
    const work = async (hash) => {
      const began = process.cpuUsage();
      for (let i = 0; i < 5; i += 1) await passwordFits(hash, 'не тот пароль');
      const { user, system } = process.cpuUsage(began);
      return user + system;
    };
    console.log(JSON.stringify({ hashed, known: await work(hashed), unknown: await work(undefined) }));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
  return JSON.parse(stdout);
}

test('a password costs whoever guesses it 19 MiB and two passes, whether its address is known or not', async () => {
  const { hashed, known, unknown } = await asInstalled();
  expect(hashed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(unknown / known).toBeGreaterThan(0.3);
});
