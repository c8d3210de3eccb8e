import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { preloadFonts } from './build/fonts.js';
import { drawIcons } from './build/icons.js';
import { compileMessages, withoutFormatClass, WITHOUT_PARSER } from './build/messages.js';
import { keepOffline } from './build/offline.js';
import { writeSmaller } from './build/smaller.js';

/** What every page needs, in one file: many small ones pack worse, and each is asked for by itself. What only some pages need of `lib` comes with them. */
const FRAME =
  /node_modules\/(?!.*(?:queriesObserver|useQueries)\.js)(react|react-dom|scheduler|@tanstack|use-sync-external-store|intl-messageformat|@formatjs)\/|apps\/web\/src\/(lib\/(?!all-words|common-words|drawing|draft|undo|clipboard|media|link-token|form|plain-form|decimal|written-in|keys|site-origin|kept-list|money)|app\/(?!rooms)|offline\/names)|src\/components\/(balance|button|marks|notice|page|states)\.tsx|src\/features\/(catalogue|needs)\/api\/(?!editor|allowed-units)|src\/features\/(identity\/api\/session|installation\/(api\/installation|components\/operator-line))/;

/** React has had this of its own since 18; what the stores of the router ask for carries a second one for those before. */
const WITHOUT_SHIM = {
  find: /^use-sync-external-store\/shim\/with-selector$/,
  replacement: 'use-sync-external-store/with-selector.js',
};

export default defineConfig(({ command, isSsrBuild }) => ({
  root: import.meta.dirname,
  plugins: [
    react(),
    compileMessages(),
    withoutFormatClass(),
    preloadFonts(),
    drawIcons(),
    keepOffline(),
    writeSmaller(),
  ],
  resolve: { alias: [WITHOUT_PARSER, WITHOUT_SHIM] },
  // Whatever NODE_ENV the build is started in: what is built is what people load.
  define: command === 'build' ? { 'process.env.NODE_ENV': '"production"' } : {},
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // The page may load fonts, images and scripts from its own address only: nothing is put into data: addresses.
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, files, { hostType }) => (hostType === 'html' ? files : []),
    }, // a list of files for each lazy page is larger than what it saves
    manifest: !isSsrBuild, // by it the server says in the head of a page which files it loads
    copyPublicDir: !isSsrBuild,
    rolldownOptions: {
      checks: { bundlerTimings: false }, // packing the files takes most of a build, as it may
      ...(isSsrBuild ? {} : { output: { codeSplitting: { groups: [{ name: 'frame', test: FRAME }] } } }),
    },
  },
  ssr: { noExternal: true }, // what draws pages in the api is one build, as what runs in the browser
  server: { proxy: { '/api': { target: `http://127.0.0.1:${process.env.PORT ?? 3000}`, changeOrigin: false } } },
}));
