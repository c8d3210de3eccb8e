import highsModule from 'highs';

/** HiGHS, an independent exact solver. Its types say a module where the import gives the function. */
export const loadHighs = highsModule as unknown as typeof highsModule.default;
