import type { CommodityId } from '#kernel/id.ts';
import {
  decideApplication,
  examineApplication,
  getApplication,
  saveApplication,
  submitApplication,
} from '#contexts/support/application.wire.ts';
import { confirmDisbursement, recordDisbursement } from '#contexts/support/disbursement.wire.ts';
import { listPolicies } from '#contexts/support/policy.wire.ts';
import type { Day } from '#kernel/day.ts';
import { storyParts, storyRecords } from './parts.ts';
import type { Teller } from './teller.ts';

const plan = `Chuyển 3,12 ha đất rau ngắn ngày kém hiệu quả ở thôn Trại Dinh sang chanh leo tím trồng theo quy trình hữu cơ.
Trồng mới 3.000 cây giống ghép, bón phân chuồng ủ hoai, phòng trừ sâu bệnh bằng chế phẩm sinh học, 12 hộ thành viên cùng làm.`;

/** Application, two levels of decision, seedlings and money received and confirmed. */
export async function receiveSupport(teller: Teller, commodity: CommodityId, today: Day): Promise<void> {
  const { application } = storyRecords;
  const { items } = await teller.ask('director', listPolicies, {});
  const measure = items.flatMap(({ measures }) => measures).find(({ isOpen }) => isOpen)!;
  await teller.ask('director', saveApplication, {
    application,
    organisation: storyParts.cooperative,
    measure: measure.id,
    areaM2: 31_200,
    commodity,
    plan,
  });
  await teller.ask('director', submitApplication, { application });
  const version = async (): Promise<number> =>
    (await teller.ask('provincialOfficer', getApplication, { application })).version;
  await teller.ask('communeOfficer', examineApplication, {
    application,
    seenVersion: await version(),
    opinion: 'recommended',
    remarks: 'Đất đúng hiện trạng, hợp tác xã có phương án và nhân lực.',
  });
  const { snapshot } = await teller.ask('provincialOfficer', getApplication, { application });
  const parts = (snapshot?.grant ?? []).map(({ part, count, amountVnd }) => ({
    part,
    amountVnd,
    ...(count === null ? {} : { count }),
  }));
  await teller.ask('provincialOfficer', decideApplication, {
    application,
    seenVersion: await version(),
    decision: 'approved',
    parts,
  });
  for (const [index, { part, count, amountVnd }] of parts.entries()) {
    const disbursement = teller.id();
    await teller.ask('communeOfficer', recordDisbursement, {
      disbursement,
      application,
      part,
      ...(count === undefined ? {} : { count }),
      amountVnd,
      givenOn: today,
      reference: `BBBG ${String(index + 1).padStart(2, '0')}/2026`,
    });
    await teller.ask('director', confirmDisbursement, { disbursement });
  }
}
