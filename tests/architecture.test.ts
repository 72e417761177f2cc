import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Source } from './architecture.source.ts';
import { innerRelations, viewViolations } from './architecture.tables.ts';
import { circles, violations } from './architecture.ts';

const root = new URL('../', import.meta.url);
const listed = (...patterns: string[]): Source[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...patterns], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((path) => /^(kernel|platform|contexts|web|app|db|tests|bench|scripts)\//.test(path))
    .flatMap((path) => {
      try {
        return [{ path, text: readFileSync(new URL(path, root), 'utf8') }];
      } catch {
        return [];
      }
    });

const tree = listed('*.ts', '*.tsx');
const migrations = listed('db/migrations/*.sql');
const inner = innerRelations(migrations);

const rulesBroken = (path: string, text: string): string[] =>
  violations([{ path, text }], inner).map(({ rule }) => rule);

describe('the house as it stands', () => {
  test('breaks no rule', () => {
    expect(tree.length).toBeGreaterThan(50);
    expect(violations(tree, inner)).toEqual([]);
  });
  test('knows the tables from the migrations, and every view over another context reads published views', () => {
    expect(inner.size).toBeGreaterThan(60);
    expect(migrations.flatMap((migration) => viewViolations(migration, inner))).toEqual([]);
  });
  test('has no circle of imports', () => {
    expect(circles(tree)).toEqual([]);
  });
});

describe('each rule goes red', () => {
  test.each([
    ['kernel/day.ts', `import pg from 'pg';`, 'kernel imports itself and zod only'],
    ['platform/http/server.ts', `import { registry } from '#registry';`, 'platform imports kernel and packages only'],
    [
      'contexts/linkage/contract.ts',
      `import { inProvince } from '#platform/database/transaction.ts';`,
      'a noun and its wire import kernel, zod and other such files of their context only',
    ],
    [
      'contexts/linkage/contract.wire.ts',
      `import { x } from './contract.store.ts';`,
      'a noun and its wire import kernel, zod and other such files of their context only',
    ],
    ['contexts/registry/member.store.ts', `import { linkage } from '#linkage';`, 'registry does not need linkage'],
    ['contexts/registry/organisation.routes.ts', `import { people } from '#people';`, 'registry does not need people'],
    ['contexts/linkage/contract.routes.ts', `import { people } from '#people';`, 'linkage does not need people'],
    [
      'contexts/people/grant.ts',
      `import type { OrganisationKind } from '#registry';`,
      'a noun and its wire import kernel, zod and other such files of their context only',
    ],
    [
      'contexts/people/grant.store.ts',
      `sql\`select from registry.organisation_place\``,
      "another context's tables are read through published views",
    ],
    ['contexts/insight/figure.store.ts', `import { registry } from '#registry';`, 'insight does not need registry'],
    [
      'contexts/linkage/contract.store.ts',
      `import { x } from '#contexts/registry/member.store.ts';`,
      'another context is entered by its face, #name',
    ],
    [
      'contexts/linkage/contract.routes.ts',
      `import { x } from '#web/lib/api.ts';`,
      'a context imports its own files, kernel, platform and packages',
    ],
    [
      'web/linkage/contract.page.tsx',
      `import { x } from '#contexts/linkage/contract.store.ts';`,
      'web imports kernel, web, packages, and nouns and wires of contexts',
    ],
    ['web/ui/table.tsx', `import { x } from '#web/linkage/words.vi.ts';`, 'web/ui knows no business words'],
    ['platform/job/job.ts', `import { x } from '../http/server.ts';`, 'across folders by #name, never ../'],
    ['platform/job/jobUtils.ts', '', 'files are kebab-case'],
    ['platform/job/helpers.ts', '', 'a file is named by its noun'],
    ['contexts/linkage/contract.service.ts', '', 'a file is noun.role, of the roles there are'],
    ['contexts/linkage/contract.page.ts', '', 'a file is noun.role, of the roles there are'],
    ['contexts/linkage/contract.store.view.ts', '', 'a file is noun.role, of the roles there are'],
    ['contexts/linkage/contract.helper.test.ts', '', 'a file is noun.role, of the roles there are'],
    ['contexts/linkage/service.store.ts', '', 'a file is named by its noun'],
    ['contexts/linkage/inner/contract.ts', '', 'a context is a flat folder'],
    ['platform/job/job.ts', `export enum State { a }`, 'no enum: Node strips types'],
    ['platform/job/job.ts', `namespace State { }`, 'no namespace: Node strips types'],
    [
      'platform/job/job.ts',
      `class A { constructor(private x: number) {} }`,
      'no parameter property: Node strips types',
    ],
    ['contexts/linkage/contract.routes.ts', 'const x = sql`select 1`;', 'SQL stands in stores'],
    [
      'contexts/linkage/contract.routes.ts',
      `import { x } from '#app/config.ts';`,
      'only the composition root knows everybody',
    ],
    [
      'contexts/linkage/contract.store.ts',
      `db.selectFrom('registry.yearly_account')`,
      "another context's tables are read through published views",
    ],
    [
      'contexts/linkage/contract.store.ts',
      'sql`select name from registry.member m where m.id = ${id}`',
      "another context's tables are read through published views",
    ],
    [
      'contexts/insight/figure.store.ts',
      `sql\`select sum(qty) from linkage.contract\`; follow('linkage.contract.signed')`,
      "another context's tables are read through published views",
    ],
    [
      'contexts/credit/dossier.store.ts',
      `db.selectFrom('production.published_harvest as h').innerJoin('quality.lot as l', 'l.id', 'h.lot_id')`,
      "another context's tables are read through published views",
    ],
    [
      'contexts/quality/lot.store.ts',
      'sql`select qty from "production"."standing_harvest"`',
      "another context's tables are read through published views",
    ],
    [
      'platform/job/job.ts',
      'sql`update registry.organisation set name = null`',
      "another context's tables are read through published views",
    ],
  ])('%s: %s', (path, text, rule) => {
    expect(rulesBroken(path, text)).toContain(rule);
  });

  test('a circle is found', () => {
    const round = [
      { path: 'kernel/a.ts', text: `import { b } from './b.ts';` },
      { path: 'kernel/b.ts', text: `import { a } from '#kernel/a.ts';` },
    ];
    expect(circles(round)).toEqual([['kernel/a.ts', 'kernel/b.ts', 'kernel/a.ts']]);
  });

  test('a view that reads a table of another context', () => {
    const text = 'create view insight.published_sum as\n  select sum(qty) from linkage.delivery;';
    expect(viewViolations({ path: 'db/migrations/x.sql', text }, inner)).toMatchObject([{ what: 'linkage.delivery' }]);
  });

  test('what is allowed stays quiet', () => {
    const text = `import { z } from 'zod';\nimport { Day } from '#kernel/day.ts';\nimport { x } from './offer.ts';`;
    expect(rulesBroken('contexts/linkage/contract.ts', text)).toEqual([]);
    expect(
      rulesBroken(
        'contexts/quality/lot.store.ts',
        `import { p } from '#production';\nsql\`select from production.published_harvest\``,
      ),
    ).toEqual([]);
    const own = `sql\`select from linkage.contract, reference.unit\`; tell('registry.member.recorded')`;
    expect(rulesBroken('contexts/linkage/contract.store.ts', own)).toEqual([]);
  });
});
