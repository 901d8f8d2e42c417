import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  appType: 'mpa',
  plugins: [react()],
  worker: { format: 'es', rolldownOptions: { checks: { bundlerTimings: false } } },
  build: {
    // Named, because the default rewrites `light-dark()` and `:dir()` for browsers that need neither.
    target: ['chrome123', 'edge123', 'firefox140', 'safari17.5', 'ios17.5'],
    modulePreload: { polyfill: false },
    manifest: true,
    assetsInlineLimit: 0,
    // Told at every build, about the minifier, which is known.
    rolldownOptions: { checks: { bundlerTimings: false } },
    // A kilobyte smaller than the default.
    minify: 'terser',
    terserOptions: { module: true, ecma: 2020, compress: { passes: 3 }, format: { comments: false } },
  },
});
