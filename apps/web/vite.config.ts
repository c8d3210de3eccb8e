import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { preloadFonts } from './build/fonts.js';
import { compileMessages, WITHOUT_PARSER } from './build/messages.js';
import { writeSmaller } from './build/smaller.js';

export default defineConfig(({ command }) => ({
  root: import.meta.dirname,
  plugins: [react(), compileMessages(), preloadFonts(), writeSmaller()],
  resolve: { alias: [WITHOUT_PARSER] },
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
