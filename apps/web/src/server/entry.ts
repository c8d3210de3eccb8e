import type { openPages as open, scriptsOfPages as scripts } from './open-pages.js';

// The one file of this build whose name stays. It leads to the rest and holds none of it: loaded anew under another address, it makes no second copy.
const rest = () => import('./open-pages.js');

export const openPages = async (...given: Parameters<typeof open>): Promise<Awaited<ReturnType<typeof open>>> =>
  (await rest()).openPages(...given);
export const scriptsOfPages = async (...given: Parameters<typeof scripts>): Promise<ReturnType<typeof scripts>> =>
  (await rest()).scriptsOfPages(...given);
