import { demonstrationAccounts } from '#db/seed/story.accounts.ts';
import { readConfig } from './config.ts';
import { prepareBeside } from './province.ts';
import { openInstallation } from './installation.ts';
import { serve } from './server.ts';
import { waitForProvince } from './waiting.ts';
import { buildWebIfStale } from './web-build.ts';

const say = (text: string): void => console.log(text);

const demonstrationPeople = (): string[] =>
  Object.values(demonstrationAccounts).map(({ name, role }) => `  ${role.padEnd(20)} ${name}`);

async function start(): Promise<void> {
  const began = Date.now();
  const config = readConfig(process.env, new URL('../', import.meta.url));
  const building = config.web ? buildWebIfStale() : Promise.resolve(false);
  building.catch(() => undefined);
  const installation = await openInstallation(config, { claim: true });
  if (installation.applied.length > 0) say(`database: ${installation.applied.length} migrations applied`);
  let running: Awaited<ReturnType<typeof serve>> | undefined;
  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    say(`${signal}: stopping`);
    await running?.stop();
    await installation.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop('SIGINT'));
  process.on('SIGTERM', () => void stop('SIGTERM'));
  try {
    const settled =
      (await prepareBeside(config, installation, say)) ?? (await waitForProvince(config, installation, say));
    await building;
    if (stopping) return;
    running = await serve(settled, installation);
  } catch (error) {
    await installation.close();
    throw error;
  }
  say(`Lienket is ready: ${running.address}  (${((Date.now() - began) / 1_000).toFixed(1)} s)`);
  if (config.demo !== '0')
    say(`Demonstration province, everything in it is made up and says so. One click on the front page signs in as:
${demonstrationPeople().join('\n')}`);
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
