import { nameOf } from '../../../lib/words.js';
import { useCatalogue } from '../../catalogue/api/catalogue.js';

interface Thing {
  title?: string | null;
  item: string | null;
  category: string;
}

/** What lies there is called by its own words, else by the catalogue. */
export function useThingName(): (thing: Thing) => string {
  const goods = useCatalogue('goods');
  const categories = useCatalogue('categories');
  return ({ title, item, category }) =>
    title || nameOf(goods.get(item ?? '')) || nameOf(categories.get(category)) || category;
}
