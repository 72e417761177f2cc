import { listColumns, recordBatch, recordMapping, type BatchId } from '#contexts/intake/batch.wire.ts';
import { seedId } from './ids.ts';
import { storyParts } from './parts.ts';
import type { Teller } from './teller.ts';

export const storyBatch = seedId('batch', 1) as string as BatchId;

/** A list as a director has it: merged headings over two lines, lost zeros, a total, and a few cells that are wrong. */
const list = `HỢP TÁC XÃ NÔNG NGHIỆP HỮU CƠ ĐẦM HÀ XANH;;;;;;;
DANH SÁCH THÀNH VIÊN LIÊN KẾT XIN GIA NHẬP;;;;;;;
STT;Họ và tên;Năm sinh;;Số CCCD;Điện thoại;Thôn;Ngày vào
;;Nam;Nữ;;;;
1;Phùn Văn Mạnh;1978;;22078990001;0912 990 001;Thôn Đông;01/11/2026
2;Chíu Thị Lan;;12/05/1985;022185990002;912990002;Thôn Đông;01/11/2026
3;Đặng Văn Hoà;1969;;022069990003;0912 990 003;Thôn Tây;1/11/26
4;Tằng Thị Mai;;85;022185990004;0912 990 004;Thôn Tây;31/11/2026
5;Hoàng Văn Tống;1990;;022090990005;0912 990 005/0987 990 005;Thôn Nam;01/11/2026
6;Lý Thị Sáng;;1992;02219299;0912 990 006;Thôn Nam;01/11/2026
7;Trần Văn Cộng;1983;;022083990007;0912 990 007;Thôn Bắc;01/11/2026
;Tổng cộng: 7 người;;;;;;
`;

/** The director hands a list in and says which column is what; nothing is taken over yet. */
export async function handInList(teller: Teller): Promise<void> {
  const file = await teller.upload('director', 'Danh sách xin gia nhập.csv', new TextEncoder().encode(list));
  await teller.ask('director', recordBatch, { id: storyBatch, file, organisation: storyParts.cooperative });
  const { columns } = await teller.ask('director', listColumns, { batch: storyBatch, sheet: 0, kind: 'members' });
  await teller.ask('director', recordMapping, {
    batch: storyBatch,
    version: 1,
    sheet: 0,
    kind: 'members',
    columns: columns.map(({ column, heading, field }) => ({ column, heading, field })),
    forAll: { standing: 'Liên kết không góp vốn' },
  });
}
