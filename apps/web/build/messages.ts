import { parse, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

type Source = { readonly [key: string]: string | Source };
export type Compiled = string | readonly MessageFormatElement[];
type Tree = { readonly [key: string]: Compiled | Tree };

/** A message as the pages load it: its parsed form, or the plain words where there is nothing to fill in. Throws where the message is not ICU MessageFormat. */
export function compileMessage(text: string): Compiled {
  const parts = parse(text, { ignoreTag: true });
  return parts.every((part) => part.type === 0) ? parts.map((part) => part.value).join('') : parts;
}

function compile(tree: Source, path: string): Tree {
  return Object.fromEntries(
    Object.entries(tree).map(([key, inner]) => {
      if (typeof inner !== 'string') return [key, compile(inner, `${path}.${key}`)];
      try {
        return [key, compileMessage(inner)];
      } catch (error) {
        throw new Error(`${path}.${key} is not a message: ${inner}`, { cause: error });
      }
    }),
  );
}

/** Words are parsed when the pages are built (or served while developing), so that no parser is sent to a reader. */
export function compileMessages(): Plugin {
  return {
    name: 'lepta-messages',
    enforce: 'pre', // before Vite's own reading of JSON
    transform: {
      filter: { id: /\/src\/locales\/[^/]+\/[^/]+\.json$/ },
      handler: (code, id) => ({
        code: JSON.stringify(compile(JSON.parse(code) as Source, id.slice(id.lastIndexOf('/locales/') + 9))),
        map: null,
      }),
    },
  };
}

/** In the pages `intl-messageformat` gets the parser's stand-in, which refuses to parse. */
export const WITHOUT_PARSER = {
  find: /^@formatjs\/icu-messageformat-parser$/,
  replacement: '@formatjs/icu-messageformat-parser/no-parser.js',
};

const CLASS = /^var IntlMessageFormat = class IntlMessageFormat \{\n[^]*?^\};\n/m;

/** Pages format by `formatToParts` alone (lib/message.ts). The class beside it has static blocks, which no build leaves out by itself, and keeps a cache and the styles of numbers and days with it. */
export function withoutFormatClass(): Plugin {
  return {
    name: 'lepta-format-class',
    apply: 'build',
    transform: {
      filter: { id: /\/node_modules\/intl-messageformat\/index\.js$/ },
      handler(code) {
        if (!CLASS.test(code)) return this.error('intl-messageformat has another class than the one that is left out');
        return { code: code.replace(CLASS, 'var IntlMessageFormat = undefined;\n'), map: null };
      },
    },
  };
}
