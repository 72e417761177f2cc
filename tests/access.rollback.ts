import type { Client, Database } from '#platform/database/pool.ts';

/**
 * The same database, where what is asked is undone: constraints that wait for the end of the transaction are
 * checked, then all is rolled back. So every call finds the same rows, whoever asked before.
 */
export function undoing(database: Database): Database {
  const undone = (client: Client): Client =>
    new Proxy(client, {
      get: (target, key) => {
        if (key !== 'query') return bound(target, key);
        return (first: unknown, ...rest: unknown[]) =>
          (target.query as (...given: unknown[]) => unknown)(
            first === 'commit' ? 'set constraints all immediate; rollback' : first,
            ...rest,
          );
      },
    });
  return new Proxy(database, {
    get: (target, key) => (key === 'connect' ? async () => undone(await target.connect()) : bound(target, key)),
  });
}

function bound<Target extends object>(target: Target, key: string | symbol): unknown {
  const value: unknown = Reflect.get(target, key, target);
  return typeof value === 'function' ? (value as (...given: unknown[]) => unknown).bind(target) : value;
}
