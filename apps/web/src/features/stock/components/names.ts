import { nameOf } from '../../../lib/words.js';
import { useByCode, useCategories, useGoods } from '../../catalogue/api/catalogue.js';

interface Thing {
  title?: string | null;
  item: string | null;
  category: string;
}

/** What lies there is called by its own words, else by the catalogue. */
export function useThingName(): (thing: Thing) => string {
  const goods = useByCode(useGoods().data);
  const categories = useByCode(useCategories().data);
  return ({ title, item, category }) =>
    title || nameOf(goods.get(item ?? '')) || nameOf(categories.get(category)) || category;
}
