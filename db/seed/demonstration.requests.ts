import type { Row } from './bulk.ts';
import { seedId } from './ids.ts';
import { storyParts, storyUnit } from './parts.ts';

const on = '2026-11-18';
const asked = '2026-11-18T09:20:00+07:00';

/** One cooperative has asked its officer for a change of its record, and waits. */
export function requestTables(
  province: number,
  organisations: readonly Row[],
): (readonly [table: string, rows: readonly Row[]])[] {
  const wanted = { registrationNumber: '220308000117', certificateOn: '2020-06-25' };
  const record = organisations.find(({ id }) => id === storyParts.yours)!;
  const by = seedId('account', 2);
  const request = seedId('request', 1);
  return [
    [
      'registry.change_request',
      [
        {
          province,
          id: request,
          organisation_id: storyParts.yours,
          unit_code: storyUnit,
          state: 'submitted',
          round: 1,
          wanted,
          before: { registrationNumber: record['registration_number'], certificateOn: record['certificate_on'] },
          document: 'Giấy chứng nhận đăng ký hợp tác xã, cấp ngày 25/06/2020',
          note: 'Trước đây ghi nhầm ngày họp đại hội thành ngày cấp.',
          submitted_on: on,
          submitted_at: asked,
          submitted_by: by,
          flags: [],
        },
      ],
    ],
    [
      'registry.change_request_entry',
      [
        {
          province,
          id: seedId('request', 2),
          request_id: request,
          kind: 'submitted',
          round: 1,
          on_day: on,
          wanted,
          remarks: 'Trước đây ghi nhầm ngày họp đại hội thành ngày cấp.',
          flags: [],
          recorded_at: asked,
          recorded_by: by,
        },
      ],
    ],
  ];
}
