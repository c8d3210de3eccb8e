import { newId } from '#kernel';
import { ok } from '../../support/region.js';
import type { Cast } from './cast.js';

type Holes = Readonly<Record<string, string>>;

/** An entry of the catalogue that nothing names. */
async function entryOf(cast: Cast): Promise<{ type: string; code: string }> {
  const code = `skill-${newId()}`;
  ok(
    await cast
      .as('administrator')
      .post('/admin/catalogue/skill', { code, nameRu: 'Печник', nameEn: 'Stove fitter', group: 'practical' }),
    201,
  );
  return { type: 'skill', code };
}

export const ENTRIES: Readonly<Record<string, (cast: Cast) => Promise<Holes>>> = {
  'in use': entryOf,
  retired: async (cast) => {
    const { type, code } = await entryOf(cast);
    ok(await cast.as('administrator').post(`/admin/catalogue/${type}/${code}/retire`, {}, { 'if-match': '"v2"' }));
    return { type, code };
  },
  never: async () => ({ type: 'skill', code: 'no-such-code' }),
};

const never = async (): Promise<Holes> => ({ type: 'place' }); // places come from the files of the region

export const SORTS_OF_ENTRIES: Readonly<Record<string, Readonly<Record<string, () => Promise<Holes>>>>> = {
  'GET /api/v1/admin/catalogue/{type}': { categories: async () => ({ type: 'category' }), never },
  'POST /api/v1/admin/catalogue/{type}': { skills: async () => ({ type: 'skill' }), never },
};
