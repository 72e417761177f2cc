import { duplicatePair } from '#contexts/duplicates/index.ts';
import { decidePair, mergePair } from '#contexts/duplicates/pair.wire.ts';
import { startRun } from '#contexts/duplicates/run.wire.ts';
import { doubleId, twiceEntered } from './demonstration.duplicates.ts';
import { demonstrationOrganisations } from './demonstration.rows.ts';
import { Prng } from './prng.ts';
import type { Teller } from './teller.ts';

/** The provincial officer has the organisations looked through. */
export const askForDuplicates = (teller: Teller): Promise<unknown> =>
  teller.ask('provincialOfficer', startRun, { id: teller.id(), subject: 'organisation' });

/** Of three businesses entered twice one is merged, one is judged to be two; one waits for whoever looks. */
export async function decideDuplicates(teller: Teller): Promise<void> {
  const [, second, third] = twiceEntered(demonstrationOrganisations(new Prng(155)));
  await teller.ask('provincialOfficer', mergePair, {
    pair: duplicatePair('organisation', second!.id, doubleId(1)),
    survivor: second!.id,
    merger: teller.id(),
    reason: 'Cùng chủ hộ, cùng trụ sở; hồ sơ thứ hai nhập từ danh sách cũ',
  });
  await teller.ask('provincialOfficer', decidePair, {
    pair: duplicatePair('organisation', third!.id, doubleId(2)),
    decision: 'two',
    reason: 'Hai hộ kinh doanh của hai người cùng tên, đã hỏi tại xã',
  });
}
