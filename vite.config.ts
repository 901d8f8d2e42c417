import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  appType: 'mpa',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    // Named, because the default rewrites `light-dark()` and `:dir()` for browsers that need neither.
    target: ['chrome123', 'edge123', 'firefox140', 'safari17.5', 'ios17.5'],
    modulePreload: { polyfill: false },
    manifest: true,
    assetsInlineLimit: 0,
    // A kilobyte smaller than the default, which is what the budget had left.
    // Told at every build, about the minifier, which is known.
    rolldownOptions: { checks: { bundlerTimings: false } },
    minify: 'terser',
    terserOptions: { module: true, ecma: 2020, compress: { passes: 3 }, format: { comments: false } },
  },
});
