export default async function teardown() {
  await globalThis.__leptaRedis?.stop();
  globalThis.__leptaRedis = undefined;
  await globalThis.__leptaPostgres?.stop();
  globalThis.__leptaPostgres = undefined;
}
