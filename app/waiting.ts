import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from './config.ts';
import type { Installation } from './installation.ts';
import { createCommand, prepareProvince, type Settled } from './province.ts';

const style =
  'body{font:1rem/1.6 system-ui,sans-serif;max-width:46rem;margin:3rem auto;padding:0 1rem;color:#1d2b22;background:#fbfbf8}' +
  'h1{font-size:1.5rem}pre{padding:1rem;border-radius:.5rem;background:#eef2ee;white-space:pre-wrap;overflow-wrap:anywhere}' +
  '@media(prefers-color-scheme:dark){body{color:#e6ece7;background:#151a17}pre{background:#232b26}}';
const styleHash = createHash('sha256').update(style).digest('base64');

const texts = [
  [
    'vi',
    'Chưa có tỉnh, thành phố nào được mở',
    'Trên máy chủ, tại thư mục của Lienket, chạy lệnh dưới đây (CODE: mã tỉnh, thành phố; units.csv: danh sách xã, phường, đặc khu; NAME: người quản trị đầu tiên). Trang này tự chuyển khi lệnh chạy xong; liên kết cho người quản trị hiện ở cửa sổ lệnh.',
  ],
  [
    'en',
    'No province has been opened yet',
    "On the server, in Lienket's folder, run the command above (CODE: the province's code; units.csv: its communes and wards; NAME: the first administrator). This page moves on by itself once it has run; the administrator's link is printed on the console.",
  ],
  [
    'th',
    'ยังไม่ได้เปิดจังหวัดใด',
    'บนเครื่องแม่ข่าย ในโฟลเดอร์ของ Lienket ให้รันคำสั่งข้างต้น (CODE: รหัสจังหวัด, units.csv: รายชื่อตำบลและแขวง, NAME: ผู้ดูแลระบบคนแรก) หน้านี้จะเปลี่ยนเองเมื่อคำสั่งเสร็จสิ้น ลิงก์สำหรับผู้ดูแลจะแสดงที่หน้าต่างคำสั่ง',
  ],
] as const;

const [vi, ...others] = texts;
const page = `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="3">
<title>Lienket</title><style>${style}</style></head>
<body><main><h1>${vi[1]}</h1><p>${vi[2]}</p><pre>${createCommand.replaceAll('"', '&quot;')}</pre>
${others.map(([lang, title, text]) => `<section lang="${lang}"><h2>${title}</h2><p>${text}</p></section>`).join('\n')}
</main></body></html>`;

const headers = {
  'cache-control': 'no-store',
  'retry-after': '3',
  'x-content-type-options': 'nosniff',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
} as const;

function answer({ url }: IncomingMessage, response: ServerResponse): void {
  const isAlive = url === '/healthz';
  const isProgram = isAlive || url === '/readyz' || url?.startsWith('/api') === true;
  const body = isAlive
    ? '{"status":"ok"}'
    : isProgram
      ? '{"type":"about:blank","status":503,"code":"province.none"}'
      : page;
  const type = isAlive ? 'application/json' : isProgram ? 'application/problem+json' : 'text/html; charset=utf-8';
  response.writeHead(isAlive ? 200 : 503, { ...headers, 'content-type': type }).end(body);
}

/** Says, on the page too, how a province is opened, until one has been. */
export async function waitForProvince(
  config: Config,
  installation: Installation,
  say: (text: string) => void,
): Promise<Settled> {
  const server = createServer(answer);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: config.port, host: config.host }, resolve);
  });
  say(`No province has been opened here yet. Leave this running, and in another window of this folder run:
${createCommand}`);
  try {
    for (;;) {
      await pause(1_000);
      const settled = await prepareProvince(config, installation, say);
      if (settled !== undefined) return settled;
    }
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
