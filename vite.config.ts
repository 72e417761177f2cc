import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env['LIENKET_DEV_SERVER'] ?? 'http://localhost:3000';
const page = (name: string) => fileURLToPath(new URL(`./web/${name}`, import.meta.url));

export default defineConfig({
  root: 'web',
  publicDir: false,
  plugins: [react()],
  worker: { format: 'es' },
  server: {
    proxy: Object.fromEntries(['/api', '/files', '/healthz', '/epcis', '/01'].map((path) => [path, server])),
  },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // A data: URL would need font-src data: in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: { index: page('index.html'), portal: page('portal.html') } },
  },
});
