import { catalogueFromFiles } from '../../../test/support/catalogue.js';
import { BASE_UNITS } from './base-units.rules.js';

test('every base unit is counted one to one, cannot be chosen and is understood', async () => {
  const catalogue = await catalogueFromFiles();
  for (const unit of BASE_UNITS) {
    expect([unit.base, unit.basePerUnit, unit.retiredAt]).toEqual([unit.code, 1, null]);
    expect(catalogue.unit(unit.code)).toMatchObject({ base: unit.code, basePerUnit: 1 });
    expect(catalogue.units.map(({ code }) => code)).not.toContain(unit.code);
  }
});

test('every base that the units of the catalogue count in is a unit itself, of the same dimension', async () => {
  const catalogue = await catalogueFromFiles();
  for (const { code, base, dimension } of catalogue.units)
    expect([code, catalogue.unit(base)?.dimension]).toEqual([code, dimension]);
});

test('a base unit has all its words', () => {
  for (const unit of BASE_UNITS) {
    for (const word of [unit.nameRu, unit.symbolRu, unit.ruOne, unit.ruFew, unit.ruMany])
      expect(word).toMatch(/^[а-яё².³ ]+$/);
    for (const word of [unit.nameEn, unit.symbolEn]) expect(word).toMatch(/^[a-z².³ ]+$/);
    expect(unit.ruOne).toBe(unit.nameRu);
  }
});
