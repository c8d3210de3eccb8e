declare module 'class-transformer/cjs/storage.js' {
  /** What `@Type` said of a property, also of one that was inherited. */
  export const defaultMetadataStorage: {
    findTypeMetadata(target: unknown, property: string): { readonly typeFunction: () => unknown } | undefined;
  };
}
