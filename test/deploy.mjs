// Asks the tools themselves about the files in deploy/: promtool, docker compose, caddy, systemd-analyze. One that is not on this machine is said;
// with CI set, promtool must be there.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const EXAMPLE = {
  POSTGRES_PASSWORD: 'owner',
  POSTGRES_APP_PASSWORD: 'running',
  SESSION_SECRET: 'x'.repeat(32),
  DOMAIN: 'lepta.example.org',
  PUBLIC_URL: 'https://lepta.example.org',
  BACKUP_RECIPIENT: 'age1example',
};
const folder = mkdtempSync(join(tmpdir(), 'lepta-deploy-'));
let failed = false;

function has(command, ...args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** Runs one check; what it prints is shown only when it fails. */
function check(name, command, args, { expected = /^/, complaints = true } = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, ...EXAMPLE },
  });
  const good = status === 0 && expected.test(stdout) && (complaints || stderr === '');
  process.stdout.write(`${good ? 'ok' : 'FAILED'}  ${name}\n${good ? '' : `${stdout}${stderr}\n`}`);
  failed ||= !good;
}

function missing(name, mustBeThere = false) {
  process.stdout.write(`${mustBeThere ? 'FAILED' : 'skipped'}  ${name}: it is not on this machine\n`);
  failed ||= mustBeThere;
}

if (has('promtool', '--version')) {
  check('alert rules', 'promtool', ['check', 'rules', 'deploy/prometheus/alerts.yml']);
  check('alert rules in good and bad hours', 'promtool', ['test', 'rules', 'deploy/prometheus/alerts.test.yml']);
  check('example of a Prometheus', 'promtool', [
    'check',
    'config',
    '--syntax-only',
    'deploy/prometheus/prometheus.yml',
  ]);
} else missing('promtool (Debian: apt-get install promtool)', Boolean(process.env.CI));

const compose = has('docker', 'compose', 'version')
  ? ['docker', 'compose']
  : has('docker-compose', 'version')
    ? ['docker-compose']
    : null;
if (compose) {
  const [command, ...first] = compose;
  const files = ['-f', 'docker-compose.yml', '-f', 'deploy/compose/production.yml'];
  check('docker-compose.yml', command, [...first, '-f', 'docker-compose.yml', 'config', '--quiet']);
  check(
    'the same with deploy/compose/production.yml',
    command,
    [...first, ...files, '--profile', 'offsite', 'config'],
    { expected: /TRUST_PROXY: 172\.30\.240\.2/ },
  );
} else missing('docker compose');

if (has('caddy', 'version'))
  check('Caddyfile', 'caddy', ['validate', '--adapter', 'caddyfile', '--config', 'deploy/compose/Caddyfile']);
else missing('caddy');

if (has('systemd-analyze', '--version')) {
  // As on a machine where node lies in its usual place.
  const units = readdirSync('deploy/systemd').map((name) => join(folder, name));
  for (const name of readdirSync('deploy/systemd'))
    writeFileSync(
      join(folder, name),
      readFileSync(join('deploy/systemd', name), 'utf8').replaceAll('/usr/bin/node', process.execPath),
    );
  check('systemd units', 'systemd-analyze', ['verify', '--man=no', ...units], { complaints: false }); // a wrong word is only a warning to it
} else missing('systemd-analyze');

for (const script of readdirSync('deploy/compose').filter((name) => name.endsWith('.sh')))
  check(script, 'sh', ['-n', join('deploy/compose', script)]);
rmSync(folder, { recursive: true });
process.exitCode = failed ? 1 : 0;
