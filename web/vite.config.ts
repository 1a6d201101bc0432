/** Builds the pages into dist/web; `npx vite web` serves them beside a running Luna. */
import { join } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { packed } from './packed.ts';

const LUNA = 'http://localhost:8090';

export default defineConfig({
  plugins: [react(), tailwindcss(), packed()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // An inlined worklet would be a data: URL, which the content security policy rightly refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ['index.html', 'insights.html'].map((name) => join(import.meta.dirname, name)),
    },
  },
  server: { proxy: { '/api': LUNA, '/ws': { target: LUNA, ws: true } } },
});
