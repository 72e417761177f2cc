import type { ParseArgsConfig } from 'node:util';
import { ConfigTrouble, readConfig, type Config } from './config.ts';
import { openInstallation, type Installation } from './installation.ts';
import { ProvinceTrouble } from './province.ts';

/** The call cannot be understood: said with what was expected, exit code 2. */
export class BadUse extends Error {}

export interface Given {
  readonly options: Readonly<Record<string, unknown>>;
  readonly words: readonly string[];
}

export interface CliCommand {
  readonly name: string;
  readonly summary: string;
  readonly help: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  readonly run: (given: Given) => Promise<void>;
}

export function cliConfig(): Config {
  try {
    return readConfig(process.env, new URL('../', import.meta.url));
  } catch (error) {
    if (error instanceof ConfigTrouble) throw new BadUse(error.message);
    throw error;
  }
}

/** Works on this installation's database: the running one, or started for the while. */
export async function onInstallation<T>(work: (config: Config, installation: Installation) => Promise<T>): Promise<T> {
  const config = cliConfig();
  const installation = await openInstallation(config, { claim: false });
  try {
    return await work(config, installation);
  } catch (error) {
    if (error instanceof ProvinceTrouble) throw new BadUse(error.message);
    throw error;
  } finally {
    await installation.close();
  }
}

export const refuseWords = (words: readonly string[]): void => {
  if (words.length > 0)
    throw new BadUse(`expected no further words; got ${words.map((word) => JSON.stringify(word)).join(' ')}`);
};

/** Progress goes to stderr, so that stdout stays what was asked for. */
export const progress = (text: string): void => console.error(text);
