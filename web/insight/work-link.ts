import type { PairId } from '#contexts/duplicates/pair.ts';
import type { WorkRow } from '#contexts/insight/work.wire.ts';
import type { UnitActId } from '#contexts/places/unit-act.wire.ts';
import type { BatchId } from '#contexts/intake/batch.wire.ts';
import type { MemberId } from '#kernel/id.ts';
import { booksPaths } from '#web/books/paths.ts';
import { duplicatesPaths } from '#web/duplicates/paths.ts';
import { intakePaths } from '#web/intake/paths.ts';
import { placesPaths } from '#web/places/paths.ts';
import { registryPaths } from '#web/registry/paths.ts';

type Link = (row: WorkRow) => string;

const request: Link = ({ id }) => registryPaths.changeRequest(id);
const update: Link = ({ organisation, count }) => booksPaths.update(organisation!, count!);

const links: Readonly<Record<WorkRow['kind'], Link>> = {
  'request-to-answer': request,
  'request-returned': request,
  'update-to-answer': update,
  'update-returned': update,
  'update-overdue': update,
  'update-differs': update,
  'duplicate-to-judge': ({ id }) => duplicatesPaths.pair(id as PairId),
  'import-with-errors': ({ id }) => intakePaths.batch(id as BatchId),
  'minimum-lacking': ({ organisation }) => registryPaths.members(organisation!),
  'capital-above-cap': ({ organisation }) => `${registryPaths.capital(organisation!)}#caps`,
  'cap-reason-missing': ({ organisation }) => `${registryPaths.capital(organisation!)}#caps`,
  'membership-to-pass': ({ id }) => registryPaths.member(id as MemberId),
  'certificate-ending': ({ organisation }) => `${registryPaths.organisation(organisation!)}#certificates`,
  'personal-request': ({ organisation }) => registryPaths.personalData(organisation!),
  'capital-late': ({ organisation }) => registryPaths.capital(organisation!),
  'dissolution-open': ({ organisation }) => registryPaths.newAct(organisation!),
  'status-told': ({ organisation, told }) => {
    const asked = new URLSearchParams({ status: told!.status, ...(told!.onDay !== null && { onDay: told!.onDay }) });
    return `${registryPaths.newAct(organisation!)}?${asked}`;
  },
  'seat-to-place': () => placesPaths.waiting,
  'plot-to-place': () => placesPaths.waiting,
  'officer-to-approve': () => placesPaths.waiting,
  'unit-act-draft': ({ id }) => placesPaths.act(id as UnitActId),
  'link-to-confirm': ({ name }) => `${registryPaths.formerUnits}?search=${encodeURIComponent(name)}`,
};

/** The page on which the thing is done. */
export const workLink: Link = (row) => links[row.kind](row);
