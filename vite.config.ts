import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env['LIENKET_DEV_SERVER'] ?? 'http://localhost:3000';
const page = (name: string) => fileURLToPath(new URL(`./web/${name}`, import.meta.url));

/** Parts of Mantine the shell itself uses; a page's own come with the page. */
const shellParts =
  'ActionIcon|Anchor|Box|Breadcrumbs|Button|Center|FocusTrap|Group|Indicator|Loader|Menu|NavLink|Popover|Portal|Stack|Text|Title|Transition|UnstyledButton';
const inEveryPage = new RegExp(
  `node_modules/(@floating-ui|@mantine/hooks|@mantine/core/esm/(core|components/(${shellParts}))/)`,
);
/** Our own modules without which no page shows. */
const ownInEveryPage =
  /web\/(i18n|router|main|routes|[a-z]+\/(paths|routes|words\.nav)|lib\/(api|i18n|me|params|query-client|routes|session)|ui\/page-header|shell\/(?!palette|menu-drawer|mark|words))|@tabler\/icons-react\/dist\/esm\/createReact/;

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
    rolldownOptions: {
      input: { index: page('index.html'), portal: page('portal.html') },
      // What every page needs in a few files; left alone it becomes fifty. The public pages need only `react`.
      output: {
        codeSplitting: {
          groups: [
            { name: 'public', test: /web\/(lib\/language|shell\/mark|styles\/fonts)\.|@fontsource/, priority: 3 },
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 3 },
            {
              name: 'framework',
              test: /node_modules\/(react-router|i18next|react-i18next|@tanstack\/(query-core|react-query))\//,
              priority: 2,
            },
            { name: 'kit', test: inEveryPage, priority: 1 },
            { name: 'shell', test: ownInEveryPage, priority: 1 },
          ],
        },
      },
    },
  },
});
