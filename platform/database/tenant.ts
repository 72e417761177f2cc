import {
  AndNode,
  BinaryOperationNode,
  ColumnNode,
  OnNode,
  OperationNodeTransformer,
  OperatorNode,
  ReferenceNode,
  TableNode,
  ValueNode,
  WhereNode,
} from 'kysely';
import type {
  AliasNode,
  DeleteQueryNode,
  IdentifierNode,
  JoinNode,
  KyselyPlugin,
  OperationNode,
  PluginTransformQueryArgs,
  QueryId,
  RootOperationNode,
  SelectQueryNode,
  UpdateQueryNode,
} from 'kysely';
import type { Province } from '#kernel/place.ts';

/** National lists and better-auth's tables have no province; everything else has. */
const untenanted = new Set(['reference', 'auth', 'pgboss', 'pg_catalog', 'information_schema']);
const untenantedTables = new Set(['platform.tenant', 'platform.migration']);

/** The name by which a FROM or JOIN entry is referred to, if it is a table of a province. */
function tenantName(node: OperationNode): OperationNode | undefined {
  if (node.kind === 'AliasNode') {
    const { node: inner, alias } = node as AliasNode;
    if (inner.kind !== 'TableNode' || tenantName(inner) === undefined) return undefined;
    return alias.kind === 'IdentifierNode' ? TableNode.create((alias as IdentifierNode).name) : undefined;
  }
  if (node.kind !== 'TableNode') return undefined;
  const { schema, identifier } = (node as TableNode).table;
  if (schema === undefined || untenanted.has(schema.name)) return undefined;
  if (untenantedTables.has(`${schema.name}.${identifier.name}`)) return undefined;
  return node;
}

const isProvince = (table: OperationNode, province: Province): OperationNode =>
  BinaryOperationNode.create(
    ReferenceNode.create(ColumnNode.create('province'), table as TableNode),
    OperatorNode.create('='),
    ValueNode.createImmediate(province),
  );

class TenantTransformer extends OperationNodeTransformer {
  readonly #province: Province;
  constructor(province: Province) {
    super();
    this.#province = province;
  }

  #filters(nodes: readonly OperationNode[]): OperationNode[] {
    return nodes
      .map(tenantName)
      .filter((name) => name !== undefined)
      .map((name) => isProvince(name, this.#province));
  }

  #where(where: WhereNode | undefined, tables: readonly OperationNode[]): WhereNode | undefined {
    let result = where;
    for (const filter of this.#filters(tables)) {
      result = result === undefined ? WhereNode.create(filter) : WhereNode.cloneWithOperation(result, 'And', filter);
    }
    return result;
  }

  protected override transformSelectQuery(node: SelectQueryNode, queryId?: QueryId): SelectQueryNode {
    const done = super.transformSelectQuery(node, queryId);
    const where = this.#where(done.where, done.from?.froms ?? []);
    return where === undefined ? done : { ...done, where };
  }

  protected override transformUpdateQuery(node: UpdateQueryNode, queryId?: QueryId): UpdateQueryNode {
    const done = super.transformUpdateQuery(node, queryId);
    const where = this.#where(done.where, [...(done.table ? [done.table] : []), ...(done.from?.froms ?? [])]);
    return where === undefined ? done : { ...done, where };
  }

  protected override transformDeleteQuery(node: DeleteQueryNode, queryId?: QueryId): DeleteQueryNode {
    const done = super.transformDeleteQuery(node, queryId);
    const where = this.#where(done.where, done.from.froms);
    return where === undefined ? done : { ...done, where };
  }

  // A joined table is filtered in its ON, so that an outer join stays one.
  protected override transformJoin(node: JoinNode, queryId?: QueryId): JoinNode {
    const done = super.transformJoin(node, queryId);
    const [filter] = this.#filters([done.table]);
    if (filter === undefined) return done;
    return {
      ...done,
      on: done.on === undefined ? OnNode.create(filter) : { ...done.on, on: AndNode.create(done.on.on, filter) },
    };
  }
}

/**
 * Adds `province = …` to every table of a province that a query names. Row-level security is the guard;
 * this lets the planner (and Citus) see the constant.
 */
export function tenantFilter(province: Province): KyselyPlugin {
  const transformer = new TenantTransformer(province);
  return {
    transformQuery: (args: PluginTransformQueryArgs): RootOperationNode =>
      transformer.transformNode(args.node, args.queryId),
    transformResult: async ({ result }) => result,
  };
}
