import { nameOf } from '../../../lib/words.js';
import { useAmounts, useCatalogue } from '../../catalogue/api/catalogue.js';

/** A base unit by the unit in which it is said: grams by the kilogram. */
export function useUnitName(): (baseUnit: string) => string {
  const amounts = useAmounts();
  const units = useCatalogue('units');
  return (baseUnit) => nameOf(units.get(amounts.spokenUnit(baseUnit, 0)?.code ?? baseUnit), baseUnit);
}
