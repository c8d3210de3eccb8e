import { nameOf } from '../../../lib/words.js';
import { useAmounts, useByCode, useUnits } from '../../catalogue/api/catalogue.js';

/** A base unit by the unit in which it is said: grams by the kilogram. */
export function useUnitName(): (baseUnit: string) => string {
  const amounts = useAmounts();
  const units = useByCode(useUnits().data);
  return (baseUnit) => nameOf(units.get(amounts.spokenUnit(baseUnit, 0)?.code ?? baseUnit), baseUnit);
}
