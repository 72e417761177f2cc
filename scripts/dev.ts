import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The server, restarted on change, and the web app from Vite on http://localhost:5173. */
const root = fileURLToPath(new URL('../', import.meta.url));
const children = [
  spawn(process.execPath, ['--watch', 'app/start.ts'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, LIENKET_ORIGIN: 'http://localhost:5173' },
  }),
  spawn(process.execPath, ['node_modules/vite/bin/vite.js'], { cwd: root, stdio: 'inherit' }),
];
const stop = (): void => {
  for (const child of children) child.kill('SIGINT');
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
