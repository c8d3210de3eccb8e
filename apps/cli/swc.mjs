/** How TypeScript becomes what runs: for the build and for the tests. Nest and TypeORM read the types of decorated parameters and columns. */
export const SWC = {
  swcrc: false,
  configFile: false,
  sourceMaps: true,
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    keepClassNames: true,
  },
  module: { type: 'es6' },
};
