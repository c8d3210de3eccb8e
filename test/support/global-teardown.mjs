export default async function teardown() {
  await globalThis.__leptaPostgres?.stop();
  globalThis.__leptaPostgres = undefined;
}
