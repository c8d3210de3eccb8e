import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const DAY = 86_400;
/** 2026-01-01T06:30:00Z, as `date` says it to the script; `sleep` says what it was asked for, and ends it. */
const NOW = Date.parse('2026-01-01T06:30:00Z') / 1000;

let bin: string;
beforeAll(() => {
  bin = mkdtempSync(join(tmpdir(), 'lepta-daily-'));
  for (const [name, script] of [
    ['date', `echo ${NOW}`],
    ['sleep', 'echo "$1"; exit 1'],
  ] as const) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  }
});
afterAll(() => rmSync(bin, { recursive: true, force: true }));

test.each([
  ['0', 17.5],
  ['00', 17.5],
  ['6', 23.5],
  ['07', 0.5],
  ['08', 1.5],
  ['09', 2.5],
  ['10', 3.5],
  ['23', 16.5],
])("the backup of each day at %s o'clock is waited for", (hour, hours) => {
  const { stdout, stderr } = spawnSync('sh', ['deploy/compose/backup.sh'], {
    encoding: 'utf8',
    env: { PATH: `${bin}:/usr/bin:/bin`, BACKUP_HOUR: hour, BACKUP_RECIPIENT: 'age1example', BACKUP_KEEP_DAYS: '30' },
  });
  expect([stdout.trim(), stderr]).toEqual([String((hours * 3600) % DAY), '']);
});
