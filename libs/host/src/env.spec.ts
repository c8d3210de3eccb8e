import { Env, EnvError } from './env.js';

test('without any settings a first look works', () => {
  const env = new Env({}, '/srv/lepta');
  expect(env).toMatchObject({
    NODE_ENV: 'development',
    PORT: 3000,
    HOST: '127.0.0.1',
    PUBLIC_URL: 'http://127.0.0.1:3000',
    DATABASE_URL: null,
    REDIS_URL: null,
    LOG_LEVEL: 'info',
    LEPTA_DIR: '/srv/lepta/.lepta',
  });
});

test('the public address follows the port, loses its last slash, and an open host is reached at the loopback', () => {
  expect(new Env({ PORT: '8080', HOST: '0.0.0.0' }).PUBLIC_URL).toBe('http://127.0.0.1:8080');
  expect(new Env({ PUBLIC_URL: 'https://lepta.example/' }).PUBLIC_URL).toBe('https://lepta.example');
});

test('what is empty counts as not set', () => {
  expect(new Env({ PORT: '', REDIS_URL: ' ', NODE_ENV: '' })).toMatchObject({
    PORT: 3000,
    REDIS_URL: null,
    NODE_ENV: 'development',
  });
});

test.each([
  ['SMALLEST_MONEY_OFFER', '0'],
  ['PORT', 'abc'],
  ['PORT', '0'],
  ['PORT', '70000'],
  ['PORT', '30 00'],
  ['NODE_ENV', 'prod'],
  ['LOG_LEVEL', 'loud'],
  ['DATABASE_URL', 'mysql://host/name'],
  ['DATABASE_URL', 'nonsense'],
  ['DATABASE_MIGRATION_URL', 'nonsense'],
  ['DATABASE_MIGRATION_URL', 'postgres://owner@host/name'], // without DATABASE_URL
  ['DATABASE_SESSION_URL', 'nonsense'],
  ['DATABASE_SESSION_URL', 'postgres://app@host/name'], // likewise
  ['REDIS_URL', 'http://host'],
  ['PUBLIC_URL', 'lepta.example'],
  ['SESSION_SECRET', 'short'],
  ['SMTP_URL', 'mail.example'],
  ['MAIL_FROM', 'Lepta <no-reply@lepta.example>'],
  ['MAIL_FROM', 'no-reply'],
  ['OUTBOUND_ALLOW', '10.0.0.0/8, minio'],
  ['OUTBOUND_ALLOW', '10.0.0.0/33'],
  ['S3_ENDPOINT', 's3.example'],
  ['S3_BUCKET', 'Upper/Case'],
  ['STRIPE_SECRET_KEY', 'pk_test_1'],
  ['STRIPE_WEBHOOK_SECRET', 'secret'],
  ['STRIPE_PUBLISHABLE_KEY', 'sk_test_1'],
  ['STRIPE_API_URL', 'api.stripe.com'],
])('%s = "%s" is refused in one line that names it', (name, value) => {
  const refused = (): Env => new Env({ [name]: value });
  expect(refused).toThrow(EnvError);
  expect(refused).toThrow(new RegExp(`^${name} [^\\n]+$`));
});

test('settings that only make sense together are asked for together', () => {
  expect(() => new Env({ S3_ENDPOINT: 'https://s3.example', S3_BUCKET: 'lepta' })).toThrow(
    /^S3_ACCESS_KEY, S3_SECRET_KEY must be set/,
  );
});

test('keys of Stripe come together and are of one mode', () => {
  const keys = {
    STRIPE_SECRET_KEY: 'sk_test_1',
    STRIPE_PUBLISHABLE_KEY: 'pk_test_1',
    STRIPE_WEBHOOK_SECRET: 'whsec_1',
  };
  expect(new Env(keys).STRIPE_API_URL).toBe('https://api.stripe.com');
  expect(() => new Env({ ...keys, STRIPE_WEBHOOK_SECRET: '' })).toThrow(/^STRIPE_WEBHOOK_SECRET must be set/);
  expect(() => new Env({ ...keys, STRIPE_SECRET_KEY: 'rk_live_1' })).toThrow(/^STRIPE_PUBLISHABLE_KEY is not of/);
});

test('a wrong address is named without its password', () => {
  let said = '';
  try {
    new Env({ DATABASE_URL: 'http://lepta:verysecret@host/db' });
  } catch (err) {
    said = (err as Error).message;
  }
  expect(said).toContain('DATABASE_URL');
  expect(said).not.toContain('verysecret');
});

test.each([
  [{}, false],
  [{ NODE_ENV: 'production' }, true],
  [{ NODE_ENV: 'production', REQUIRE_SECOND_FACTOR: 'off' }, false],
  [{ REQUIRE_SECOND_FACTOR: 'on' }, true],
])('with %j a second factor is required of moderators: %s', (raw, required) => {
  expect(new Env(raw).REQUIRE_SECOND_FACTOR).toBe(required);
});
