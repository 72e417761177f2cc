import type { OrganisationId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import { numberPrint, organisationKeys } from '#registry';
import { columnOf, refusedRow, type JudgedRow, type JudgeRoom } from './batch.judge.ts';
import type { Draft } from './draft.ts';
import { OrganisationIndex } from './organisation-index.ts';

export interface Placed {
  readonly draft: Draft;
  readonly organisation: OrganisationId;
}

/** To which organisation each row belongs: that of the whole sheet, or the one the row names, if one may enter for it. */
export async function placed(
  db: Db,
  drafts: readonly Draft[],
  room: JudgeRoom,
): Promise<{ readonly here: readonly Placed[]; readonly refused: readonly JudgedRow[] }> {
  const keys = await organisationKeys(db, { units: room.units, only: room.organisation });
  const index = new OrganisationIndex(keys, (number) => numberPrint(number, room.province));
  const here: Placed[] = [];
  const refused: JudgedRow[] = [];
  for (const draft of drafts) {
    const { organisationTaxNumber: taxNumber, organisationName: name } = draft.values as Record<string, string>;
    const isSaid = taxNumber !== undefined || name !== undefined;
    if (!isSaid && room.organisation !== null) {
      here.push({ draft, organisation: room.organisation });
      continue;
    }
    const found = isSaid ? index.find(taxNumber, name) : 'missing';
    const at = columnOf(
      room.mapping,
      ...(taxNumber === undefined
        ? ['organisationName', 'organisationTaxNumber']
        : ['organisationTaxNumber', 'organisationName']),
    );
    if (typeof found === 'object') here.push({ draft, organisation: found.id });
    else refused.push(refusedRow(draft, [{ code: found, ...at }]));
  }
  return { here, refused };
}
