import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * Bundles the playground into `dist/`, to be served below `/playground/` by the gateway.
 * Nothing in the bundle may name another host to load from: fonts, workers and icons are files of ours.
 */
export default defineConfig({
  base: '/playground/',
  plugins: [react()],
  build: {
    assetsInlineLimit: 0, // Files instead of data: addresses, so that the policy can stay narrow.
    modulePreload: { polyfill: false }, // The browsers that run Monaco preload modules themselves.
    license: { fileName: 'licences.md' }, // The notices of everything bundled, served beside it.
    reportCompressedSize: false,
    chunkSizeWarningLimit: 3_000, // kB; Monaco's core is one chunk of 2,800.
    rolldownOptions: {
      output: { keepNames: true }, // GraphiQL makes each icon's title of its component's name.
      // GraphiQL's files carry a note to the React compiler, which has already run on them.
      onLog(level, log, handle) {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
    },
  },
});
