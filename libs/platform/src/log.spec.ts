import { makeLog, NestLog } from './log.js';

function capture(): { lines: string[]; stream: { write(line: string): void } } {
  const lines: string[] = [];
  return { lines, stream: { write: (line) => void lines.push(line) } };
}

test('passwords, cookies, authorizations, addresses, names, contacts and messages never reach the log', () => {
  const { lines, stream } = capture();
  const log = makeLog('info', stream);
  log.info(
    {
      email: 'SECRET',
      body: { password: 'SECRET', name: 'SECRET' },
      req: { headers: { cookie: 'SECRET', authorization: 'SECRET' } },
      res: { headers: { 'set-cookie': 'SECRET' } },
    },
    'sign-in',
  );
  log.info({ request: { body: { email: 'SECRET', password: 'SECRET' } } }, 'registration');
  log.info(
    {
      phone: 'SECRET',
      body: { contact: { phone: 'SECRET' }, note: 'SECRET', text: 'SECRET' },
      request: { body: { text: 'SECRET', contact: { hours: 'SECRET' } } },
    },
    'a yes',
  );
  expect(lines.join('')).not.toContain('SECRET');
  expect(lines.join('')).toContain('[hidden]');
});

test('ids and job names stay', () => {
  const { lines, stream } = capture();
  makeLog('info', stream).info({ job: 'ledger.seal', factId: '0198' }, 'done');
  expect(JSON.parse(lines[0] as string)).toMatchObject({ job: 'ledger.seal', factId: '0198', msg: 'done' });
});

test('errors of Nest are written with their stack and context', () => {
  const { lines, stream } = capture();
  new NestLog(makeLog('info', stream)).error('It broke', 'Error: at line 1', 'NeedsController');
  expect(JSON.parse(lines[0] as string)).toMatchObject({
    level: 50,
    msg: 'It broke',
    stack: 'Error: at line 1',
    context: 'NeedsController',
  });
});

test('the values of a failed query are not written', () => {
  const { lines, stream } = capture();
  const err = Object.assign(new Error('duplicate key value violates unique constraint "people_email"'), {
    query: 'INSERT INTO people (email) VALUES ($1)',
    parameters: ['SECRET'],
    detail: 'Key (email)=(SECRET) already exists.',
    code: '23505',
    driverError: { detail: 'SECRET' },
  });
  makeLog('info', stream).error({ err }, 'it failed');
  expect(lines.join('')).not.toContain('SECRET');
  expect(JSON.parse(lines[0] as string).err).toMatchObject({
    code: '23505',
    query: 'INSERT INTO people (email) VALUES ($1)',
  });
});

test('an error that was described before keeps its text and place, and nothing that it should not have', () => {
  const { lines, stream } = capture();
  makeLog('info', stream).error(
    {
      err: {
        type: 'QueryFailedError',
        message: 'it broke',
        stack: 'at line 1',
        code: '23514',
        detail: 'SECRET',
        parameters: ['SECRET'],
      },
    },
    'a request failed',
  );
  expect(JSON.parse(lines[0] as string).err).toEqual({
    type: 'QueryFailedError',
    message: 'it broke',
    stack: 'at line 1',
    code: '23514',
  });
});

test('addresses and passwords within other texts are hidden, and the line stays JSON', () => {
  const { lines, stream } = capture();
  makeLog('info', stream).warn(
    { reason: 'redis://:pa$$"w@host:6379 refused "anna.b+c@example.org"', at: 'node_modules/@nestjs/core' },
    'почта иван@пример.рф',
  );
  expect(JSON.parse(lines[0] as string)).toMatchObject({
    reason: expect.not.stringMatching(/anna|example\.org/),
    at: 'node_modules/@nestjs/core',
    msg: 'почта [hidden]',
  });
});
