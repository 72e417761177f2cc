import { nameViolations } from './architecture.names.ts';
import {
  contextOf,
  contexts,
  floorOf,
  isTest,
  type Context,
  type Source,
  type Violation,
} from './architecture.source.ts';
import { tableViolations } from './architecture.tables.ts';

/** Which contexts a context may call: down, never up, never in a circle. */
const needs: Readonly<Record<Context, readonly Context[]>> = {
  registry: [],
  people: ['registry'],
  intake: ['registry'],
  linkage: ['registry'],
  production: ['registry', 'linkage'],
  quality: ['registry', 'linkage', 'production'],
  support: ['registry'],
  credit: ['registry', 'linkage'],
  books: ['registry'],
  insight: [],
  duplicates: ['registry', 'people'],
  places: ['registry', 'people', 'production'],
};

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s[^'";]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g;

export const importsOf = (text: string): string[] =>
  [...text.matchAll(importPattern)].map((match) => match[1] ?? match[2] ?? match[3]!);

/** `noun.ts` and `noun.wire.ts`: they run in the browser too. */
const isPure = (path: string): boolean =>
  /^contexts\/[^/]+\/[^/.]+(\.wire)?\.ts$/.test(path) && !path.endsWith('/index.ts');

/** Where an import leads: a path in the tree, a context's face, or a package. */
function target(from: string, name: string): string {
  if (name.startsWith('./')) return `${from.slice(0, from.lastIndexOf('/'))}/${name.slice(2)}`;
  if (!name.startsWith('#')) return `package:${name}`;
  const inner = name.slice(1);
  return (contexts as readonly string[]).includes(inner) ? `contexts/${inner}/index.ts` : inner;
}

type Rule = (path: string, to: string) => string | undefined;

const kernelRule: Rule = (path, to) =>
  floorOf(path) === 'kernel' && !to.startsWith('kernel/') && to !== 'package:zod'
    ? 'kernel imports itself and zod only'
    : undefined;

const platformRule: Rule = (path, to) =>
  floorOf(path) === 'platform' && !/^(kernel|platform)\/|^package:/.test(to)
    ? 'platform imports kernel and packages only'
    : undefined;

const pureRule: Rule = (path, to) => {
  if (!isPure(path)) return undefined;
  const own = `contexts/${contextOf(path)}/`;
  const allowed = to.startsWith('kernel/') || to === 'package:zod' || (to.startsWith(own) && isPure(to));
  return allowed ? undefined : 'a noun and its wire import kernel, zod and other such files of their context only';
};

const contextRule: Rule = (path, to) => {
  const context = contextOf(path);
  if (context === undefined) return undefined;
  const other = contextOf(to);
  if (other !== undefined && other !== context) {
    if (to !== `contexts/${other}/index.ts`) return 'another context is entered by its face, #name';
    return needs[context].includes(other) ? undefined : `${context} does not need ${other}`;
  }
  return other === context || /^(kernel|platform)\/|^package:/.test(to)
    ? undefined
    : 'a context imports its own files, kernel, platform and packages';
};

const webRule: Rule = (path, to) => {
  if (floorOf(path) !== 'web') return undefined;
  if (/^(kernel|web)\/|^package:/.test(to) || isPure(to)) return undefined;
  return 'web imports kernel, web, packages, and nouns and wires of contexts';
};

const uiRule: Rule = (path, to) =>
  path.startsWith('web/ui/') &&
  /^web\/(registry|linkage|production|quality|support|credit|books|insight|account|setup)\//.test(to)
    ? 'web/ui knows no business words'
    : undefined;

const rules: readonly Rule[] = [kernelRule, platformRule, pureRule, contextRule, webRule, uiRule];

function importViolations({ path, text }: Source): Violation[] {
  const found: Violation[] = [];
  for (const name of importsOf(text)) {
    if (name.startsWith('../')) found.push({ path, rule: 'across folders by #name, never ../', what: name });
    const to = target(path, name);
    for (const rule of rules) {
      const broken = rule(path, to);
      if (broken !== undefined) found.push({ path, rule: broken, what: name });
    }
  }
  return found;
}

const spellings: readonly (readonly [string, RegExp])[] = [
  ['no enum: Node strips types', /(^|\n)\s*(export\s+)?(const\s+)?enum\s+\w+\s*\{/],
  ['no namespace: Node strips types', /(^|\n)\s*(export\s+)?namespace\s+\w+\s*\{/],
  ['no parameter property: Node strips types', /constructor\s*\([^)]*\b(private|public|protected|readonly)\s+\w+/],
];

function textViolations({ path, text }: Source): Violation[] {
  const found = spellings.filter(([, pattern]) => pattern.test(text)).map(([rule]) => ({ path, rule, what: path }));
  if (
    contextOf(path) !== undefined &&
    !/\.(store|tables|example|job)\.|\.test\./.test(path) &&
    /\bsql`/.test(text) &&
    !/\.store\./.test(path)
  ) {
    found.push({ path, rule: 'SQL stands in stores', what: 'sql`' });
  }
  if (
    !isTest(path) &&
    !path.startsWith('tests/') &&
    /from '#(tests|app)\//.test(text) &&
    !/^(app|bench|scripts|db)\//.test(path)
  ) {
    found.push({ path, rule: 'only the composition root knows everybody', what: '#app' });
  }
  return found;
}

/** Every break of the house's rules in these files; the imports of a test may go anywhere but up by ../. */
export function violations(sources: readonly Source[], inner: ReadonlySet<string>): Violation[] {
  return sources.flatMap((source) => {
    if (isTest(source.path) || floorOf(source.path) === 'tests')
      return [...importViolations(source).filter(({ rule }) => rule.includes('../')), ...nameViolations(source)];
    return [
      ...importViolations(source),
      ...nameViolations(source),
      ...textViolations(source),
      ...tableViolations(source, inner),
    ];
  });
}

/** Circles of imports, each as the list of its files. */
export function circles(sources: readonly Source[]): string[][] {
  const known = new Map(sources.map((source) => [source.path, source]));
  const state = new Map<string, 'open' | 'done'>();
  const found: string[][] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      found.push([...trail.slice(trail.indexOf(path)), path]);
      return;
    }
    state.set(path, 'open');
    for (const name of valueImportsOf(known.get(path)!.text)) {
      const to = target(path, name);
      if (known.has(to)) visit(to, [...trail, path]);
    }
    state.set(path, 'done');
  };
  for (const { path } of sources) visit(path, []);
  return found;
}

const valueImportsOf = (text: string): string[] =>
  importsOf(text.replaceAll(/(?:^|\n)\s*(?:import|export)\s+type\s[^;]*;/g, '\n'));
