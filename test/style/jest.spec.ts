import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

test('Jest runs without flags, as an IDE starts it: `jest.mock` replaces a lib, `--coverage` counts lines and branches', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lepta-coverage-'));
  try {
    const args = [
      '--selectProjects',
      'rules',
      '--testMatch',
      '<rootDir>/test/check-fixtures/jest/*.spec.ts',
      '--coverage',
      '--coverageReporters',
      'json-summary',
      '--coverageDirectory',
      folder,
      '--collectCoverageFrom',
      'libs/seals/src/published.rules.ts',
    ];
    const { status, stderr } = spawnSync(process.execPath, ['node_modules/jest/bin/jest.js', ...args], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('1 passed') });
    const { total } = JSON.parse(readFileSync(join(folder, 'coverage-summary.json'), 'utf8')) as {
      total: Record<'lines' | 'branches', { total: number; covered: number }>;
    };
    expect([total.lines.covered, total.branches.covered].every((count) => count > 0)).toBe(true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
