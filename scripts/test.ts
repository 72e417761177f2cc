import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Everything that proves the product, in order. Budgets in minutes on two cores, written down so that
 * a suite that grows too slow is seen: types, lint and format 1 · unit, database and HTTP 6 · web build 1 ·
 * browser 13: 21 in all.
 */
const root = fileURLToPath(new URL('../', import.meta.url));
const bin = (name: string): string => join(root, 'node_modules', '.bin', name);
const reports = mkdtempSync(join(tmpdir(), 'lienket-report-'));

interface Step {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly report?: string;
  readonly budgetMinutes: number;
  readonly environment?: Readonly<Record<string, string>>;
}

const vitest = (name: string, config: string, budgetMinutes: number): Step => {
  const report = join(reports, `${name.replaceAll(/\W+/g, '-')}.json`);
  return {
    name,
    command: bin('vitest'),
    args: ['run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    report,
    budgetMinutes,
  };
};

const checks: readonly Step[] = [
  { name: 'types', command: bin('tsc'), args: ['-p', '.'], budgetMinutes: 0.3 },
  { name: 'lint', command: bin('oxlint'), args: [], budgetMinutes: 0.4 },
  { name: 'format', command: bin('oxfmt'), args: ['--check'], budgetMinutes: 0.3 },
];
const build: Step = { name: 'web build', command: process.execPath, args: ['scripts/build-web.ts'], budgetMinutes: 1 };
/** In Los Angeles: a day is a day of Viet Nam, wherever the server stands. The browser suite runs in the machine's own zone. */
const unit: Step = { ...vitest('unit', 'vitest.config.ts', 6), environment: { TZ: 'America/Los_Angeles' } };
const browser = vitest('browser', 'tests/e2e/vitest.config.ts', 13);
const long = vitest('long', 'tests/long/vitest.config.ts', 60);

const suites: Readonly<Record<string, readonly Step[]>> = {
  all: [...checks, unit, build, browser],
  unit: [...checks, unit],
  e2e: [build, browser],
  long: [build, long],
};

const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser tests want Chromium: the one there is, or Debian's package where we may install it. */
function chromium(): string {
  const given = process.env['LIENKET_CHROMIUM'];
  if (given !== undefined && existsSync(given)) return given;
  const found = browsers.find((path) => existsSync(path));
  if (found !== undefined) return found;
  console.log('Chromium is not installed: trying Debian’s package');
  spawnSync('sh', ['-c', 'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium'], {
    stdio: 'inherit',
  });
  const installed = browsers.find((path) => existsSync(path));
  if (installed !== undefined) return installed;
  console.error('No Chromium: install it (Debian: apt-get install chromium) or set LIENKET_CHROMIUM to its path.');
  return process.exit(1);
}

const run = (step: Step): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(step.command, [...step.args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...step.environment },
    });
    child.on('exit', (code) => resolve(code === 0));
    child.on('error', () => resolve(false));
  });

function counted(step: Step): { passed: number; failed: number; skipped: number } {
  if (step.report === undefined || !existsSync(step.report)) return { passed: 0, failed: 0, skipped: 0 };
  const report = JSON.parse(readFileSync(step.report, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
  };
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests };
}

const named = process.argv[2] ?? 'all';
const steps = suites[named];
if (steps === undefined) {
  console.error(`expected one of ${Object.keys(suites).join(', ')}; got ${named}`);
  process.exit(2);
}

const total = { passed: 0, failed: 0, skipped: 0 };
for (const step of steps) {
  const began = Date.now();
  if (step === browser || step === long) process.env['LIENKET_CHROMIUM'] = chromium();
  console.log(`\n— ${step.name}`);
  const passed = await run(step);
  const minutes = (Date.now() - began) / 60_000;
  const count = counted(step);
  total.passed += count.passed + (step.report === undefined && passed ? 1 : 0);
  total.failed += count.failed + (!passed && count.failed === 0 ? 1 : 0);
  total.skipped += count.skipped;
  const over = minutes > step.budgetMinutes ? `, over its budget of ${step.budgetMinutes} min` : '';
  console.log(`— ${step.name}: ${passed ? 'passed' : 'FAILED'} in ${minutes.toFixed(1)} min${over}`);
}
rmSync(reports, { recursive: true, force: true });
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 ? 0 : 1);
