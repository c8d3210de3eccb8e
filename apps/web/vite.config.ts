import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Letters of the first screen, asked for with the page itself: Latin, Cyrillic, and the subset that holds the rouble sign. */
const FIRST_LETTERS = [/golos-text-(latin|cyrillic|latin-ext)-wght-normal/, /literata-cyrillic-wght-normal/];

/** Adds `<link rel="preload">` for the hashed font files; Vite does not do it by itself. */
function preloadFonts(): Plugin {
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

export default defineConfig(({ command }) => ({
  root: import.meta.dirname,
  plugins: [react(), preloadFonts()],
  // Whatever NODE_ENV the build is started in: what is built is what people load.
  define: command === 'build' ? { 'process.env.NODE_ENV': '"production"' } : {},
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // The page may load fonts, images and scripts from its own address only: nothing is put into data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': { target: `http://127.0.0.1:${process.env.PORT ?? 3000}`, changeOrigin: false } } },
}));
