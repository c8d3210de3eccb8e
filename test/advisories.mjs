// Which packages that run in production have a known high advisory? One line each, and a failure. The registry may be out of reach, or one that
// does not answer such questions: then nothing is known, and that is said.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ROOT } from '../apps/cli/settings.mjs';

const say = (line) => process.stdout.write(`${line}\n`);

/** npm ends with 1 for a finding as for a question that was not answered: only what it writes tells them apart. */
async function audit() {
  const asked = promisify(execFile)(
    'npm',
    ['audit', '--omit=dev', '--json', '--fetch-retries=1', '--fetch-timeout=20000'],
    { cwd: ROOT, maxBuffer: 64 * 1024 * 1024, timeout: 120_000 },
  );
  const { stdout = '', message = '' } = await asked.catch((error) => error);
  try {
    const report = JSON.parse(stdout);
    return report.metadata ? report : { unanswered: report.message ?? 'no report' };
  } catch {
    return { unanswered: message.split('\n')[0] || 'npm said nothing' };
  }
}

const { unanswered, vulnerabilities = {} } = await audit();
const high = Object.values(vulnerabilities).filter(({ severity }) => severity === 'high' || severity === 'critical');
for (const { name, severity, via } of high)
  say(`${name}: ${severity} advisory: ${via.map((one) => one.title ?? one).join('; ')}`);
if (unanswered)
  say(
    `Not known whether a production dependency has a high advisory: the registry does not answer npm audit (${unanswered})`,
  );
else if (high.length === 0) say('No known high advisory among production dependencies');
process.exitCode = high.length > 0 ? 1 : 0;
