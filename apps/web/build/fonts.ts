import type { Plugin } from 'vite';

/** Letters of the first screen, asked for with the page itself: Latin, Cyrillic, and the subset that holds the rouble sign. */
const FIRST_LETTERS = [/golos-text-(latin|cyrillic|latin-ext)-wght-normal/, /literata-(latin|cyrillic)-500-normal/];

/** Adds `<link rel="preload">` for the hashed font files; Vite does not do it by itself. */
export function preloadFonts(): Plugin {
  return {
    name: 'lepta-preload-fonts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => file.endsWith('.woff2') && FIRST_LETTERS.some((name) => name.test(file)))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `/${file}` },
            injectTo: 'head' as const,
          })),
    },
  };
}
