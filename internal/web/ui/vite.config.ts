import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// File names are stable, so that a change of the build is a change of few files; the service tells browsers by ETag.
export default defineConfig({
  plugins: [react()],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    chunkSizeWarningLimit: 900,
    reportCompressedSize: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      output: {
        entryFileNames: 'assets/[name].js',
        chunkFileNames: 'assets/[name].js',
        assetFileNames: 'assets/[name][extname]',
      },
    },
  },
  server: {
    // npm run dev beside `hegui serve`
    proxy: { '/v1': 'http://127.0.0.1:8080' },
  },
});
