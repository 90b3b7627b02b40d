/** Builds offline.html, the demo that needs no server, into build/offline/: plain files for any web space. */
import { msw } from 'msw/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  // Works in any folder of a site.
  base: './',
  plugins: [msw({ mode: 'worker-only' })],
  build: {
    target: 'es2022',
    outDir: '../build/offline',
    emptyOutDir: true,
    // A whole server is in it.
    chunkSizeWarningLimit: 2000,
    rolldownOptions: { input: `${import.meta.dirname}/offline.html` },
  },
});
