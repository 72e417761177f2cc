import { z } from 'zod';
import type { Method } from '#kernel/method.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const shape = (schema: z.ZodType, io: 'input' | 'output'): string =>
  escaped(JSON.stringify(z.toJSONSchema(schema, { io, unrepresentable: 'any' }), null, 2));

function entry(method: Method): string {
  const verb = method.kind === 'command' ? 'POST' : 'GET';
  const reply =
    method.kind === 'document'
      ? '<p>Reply: a file.</p>'
      : `<details><summary>Reply</summary><pre>${shape(method.reply, 'output')}</pre></details>`;
  return `<section id="${method.name}"><h3><code>${verb} /api/${method.name}</code></h3>
<details><summary>Input</summary><pre>${shape(method.input, 'input')}</pre></details>${reply}</section>`;
}

/** The methods for people to read, without a script. */
export function referencePage(methods: readonly Method[], nonce: string): string {
  const contexts = Map.groupBy(
    [...methods].sort((a, b) => (a.name < b.name ? -1 : 1)),
    ({ name }) => name.split('.')[0]!,
  );
  const sections = [...contexts].map(
    ([context, members]) => `<h2 id="${context}">${context}</h2>${members.map(entry).join('\n')}`,
  );
  const index = [...contexts.keys()].map((context) => `<a href="#${context}">${context}</a>`).join(' · ');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>Lienket API</title><style nonce="${nonce}">body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;color:#1c2b22;background:#fbfaf6}
pre{overflow:auto;background:#f0eee6;padding:.75rem;border-radius:6px}h2{margin-top:2.5rem;border-bottom:2px solid #2f6b45}code{font-size:.95em}a{color:#1f5a38}</style></head>
<body><main><h1>Lienket API</h1><p>Queries are GET with a query string. Commands are POST with JSON and a header <code>command-id</code> (a UUID made by the caller;
sent again, it has no second effect). Refusals are problem+json with a stable <code>code</code>. Machine-readable: <a href="/api/openapi.json">/api/openapi.json</a>.</p>
<nav>${index}</nav>${sections.join('\n')}</main></body></html>`;
}
