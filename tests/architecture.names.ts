import { contexts, type Source, type Violation } from './architecture.source.ts';

const vague = /(^|\/)(utils?|helpers?|common|manager|service|base|impl|misc)(\.|\/)/;

const inContexts =
  'wire access tables store routes job example print document view reply words facts views draft load write act judge decide seed cipher worker';
const ofTests = `capital cases names rollback secrets setup source table tables world ${contexts.join(' ')}`;

/** What may stand after a noun, floor by floor. A new kind of file is a decision: it is written down here. */
const rolesOf: Readonly<Record<string, string>> = {
  kernel: '',
  // `vi`, `en` and `th` are the words in a language; Vite asks for `vite-env.d.ts`.
  web: 'page form nav sample vi en th d',
  app: 'cli config job',
  platform:
    'store tables routes worker page account binaries claim cluster process guards options settings test-thread',
  contexts: inContexts,
  // The demonstration's parts: whose rows, or which room's part of the story.
  db: 'accounts article books capital commodities contract credit duplicates evidence former goods linkage members organisations parameters provinces quality reported requests rows season setup sheet support units',
  bench: 'bench peer',
  scripts: '',
  tests: `harness config ${ofTests}`,
};
/** A test is of a file (`lot.routes.test.ts`) or of what it holds: a size, a history. */
const held = ['size', 'history'];

/** `noun`, `noun.role`, `noun.test` or `noun.role.test`. */
function hasKnownRole(path: string): boolean {
  const [, ...parts] = path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.tsx?$/, '')
    .split('.');
  const known = (rolesOf[path.split('/')[0]!] ?? '').split(' ');
  const isOfTest = parts.at(-1) === 'test';
  const roles = isOfTest ? parts.slice(0, -1) : parts;
  return roles.length <= 1 && roles.every((role) => known.includes(role) || (isOfTest && held.includes(role)));
}

export function nameViolations({ path }: Source): Violation[] {
  const file = path.split('/').at(-1)!;
  const found: Violation[] = [];
  if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*\.(ts|tsx)$/.test(file))
    found.push({ path, rule: 'files are kebab-case', what: file });
  if (vague.test(path)) found.push({ path, rule: 'a file is named by its noun', what: file });
  if (!hasKnownRole(path)) found.push({ path, rule: 'a file is noun.role, of the roles there are', what: file });
  if (/^contexts\/[^/]+\/.+\//.test(path)) found.push({ path, rule: 'a context is a flat folder', what: path });
  return found;
}
