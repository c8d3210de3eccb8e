import { assert } from '#kernel';

export const solved = (): void => assert(true, 'solved');
