import { catalogueFromFiles, formatAmount, type Catalogue } from '#catalogue';

/** The pages have no library of the server in their scripts: they say amounts by rules of their own, which are to be the same. */
const page = (file: string): Promise<Record<string, never>> =>
  import(new URL(`../../apps/web/src/lib/${file}`, import.meta.url).href) as never;

const AMOUNTS = [
  0, 1, 2, 5, 11, 21, 59, 60, 61, 90, 100, 101, 150, 999, 1000, 1001, 1500, 12_345, 100_000, 1_000_000, 1_234_567,
  2_500_500, 100_000_001,
];

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await catalogueFromFiles();
});

test.each(['ru', 'en'] as const)('in %s pages say each amount as papers and mails do', async (locale) => {
  const { Amounts } = (await page('amount.ts')) as never as {
    Amounts: new (units: unknown, locale: string) => { say: (amount: number, unit: string) => string };
  };
  const said = new Amounts(
    catalogue.units.map(({ ruOne, ruFew, ruMany, ...unit }) => ({
      ...unit,
      forms: { one: ruOne, few: ruFew, many: ruMany },
    })),
    locale,
  );
  const bases = [...new Set(catalogue.units.map(({ base }) => base))];
  const all = bases.flatMap((unit) =>
    [...AMOUNTS, ...AMOUNTS.slice(1).map((amount) => -amount)].map((amount) => [unit, amount] as const),
  );
  expect(all.map(([unit, amount]) => `${amount} ${unit}: ${said.say(amount, unit)}`)).toEqual(
    all.map(([unit, amount]) => `${amount} ${unit}: ${formatAmount(amount, unit, locale, catalogue)}`),
  );
});
