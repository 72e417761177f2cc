import type { UnitKind } from '#kernel/place.ts';

export const unitSource =
  'thanglequoc/vietnamese-provinces-database (MIT) @cd580632; Nghị quyết 1679/NQ-UBTVQH15. Huyện cũ suy từ dải mã, gần đúng';

/** The districts abolished on 2025-07-01, with their codes. */
export const districts: Readonly<Record<string, string>> = {
  '193': 'Thành phố Hạ Long',
  '194': 'Thành phố Móng Cái',
  '195': 'Thành phố Cẩm Phả',
  '196': 'Thành phố Uông Bí',
  '198': 'Huyện Bình Liêu',
  '199': 'Huyện Tiên Yên',
  '200': 'Huyện Đầm Hà',
  '201': 'Huyện Hải Hà',
  '202': 'Huyện Ba Chẽ',
  '203': 'Huyện Vân Đồn',
  '205': 'Thành phố Đông Triều',
  '206': 'Thị xã Quảng Yên',
  '207': 'Huyện Cô Tô',
};

export const dongTrieuCityOn = '2024-11-01';

const background = 'Kiến thức chung, chưa đối chiếu văn bản gốc';
/** What some of them were called before, as older papers still write it: district code, name, last day, source. */
export const earlierDistricts: readonly (readonly [
  code: string,
  name: string,
  until: string | null,
  source: string,
  verified: boolean,
])[] = [
  ['205', 'Thị xã Đông Triều', '2024-10-31', 'Znews: Đông Triều thành thành phố từ 01/11/2024', true],
  ['193', 'Huyện Hoành Bồ', null, background, false],
  ['206', 'Huyện Yên Hưng', null, background, false],
];

/** The 54 units of Quảng Ninh since 2025-07-01: code, name, kind, a point inside, the former district most of it lay in. */
export const units: readonly (readonly [
  code: string,
  name: string,
  kind: UnitKind,
  lon: number,
  lat: number,
  district: string,
])[] = [
  ['06652', 'Hà Tu', 'ward', 107.1593, 20.9627, '193'],
  ['06658', 'Cao Xanh', 'ward', 107.1237, 20.9995, '193'],
  ['06661', 'Việt Hưng', 'ward', 106.9802, 20.9903, '193'],
  ['06673', 'Bãi Cháy', 'ward', 107.032, 20.962, '193'],
  ['06676', 'Hà Lầm', 'ward', 107.1159, 20.9667, '193'],
  ['06685', 'Hồng Gai', 'ward', 107.0783, 20.9541, '193'],
  ['06688', 'Hạ Long', 'ward', 107.1162, 20.9469, '193'],
  ['06706', 'Tuần Châu', 'ward', 106.9292, 20.9752, '193'],
  ['06709', 'Móng Cái 2', 'ward', 107.9483, 21.4911, '194'],
  ['06712', 'Móng Cái 1', 'ward', 108.0033, 21.5042, '194'],
  ['06724', 'Hải Sơn', 'commune', 107.818, 21.6085, '194'],
  ['06733', 'Hải Ninh', 'commune', 107.7986, 21.5413, '194'],
  ['06736', 'Móng Cái 3', 'ward', 107.8978, 21.5403, '194'],
  ['06757', 'Vĩnh Thực', 'commune', 107.9238, 21.375, '194'],
  ['06760', 'Mông Dương', 'ward', 107.2825, 21.0947, '195'],
  ['06778', 'Quang Hanh', 'ward', 107.212, 20.9996, '195'],
  ['06781', 'Cửa Ông', 'ward', 107.3366, 21.0226, '195'],
  ['06793', 'Cẩm Phả', 'ward', 107.2882, 21.0186, '195'],
  ['06799', 'Hải Hòa', 'commune', 107.3631, 21.1454, '195'],
  ['06811', 'Uông Bí', 'ward', 106.7659, 21.0249, '196'],
  ['06820', 'Vàng Danh', 'ward', 106.8096, 21.087, '196'],
  ['06832', 'Yên Tử', 'ward', 106.7293, 21.0859, '196'],
  ['06838', 'Bình Liêu', 'commune', 107.3874, 21.5171, '198'],
  ['06841', 'Hoành Mô', 'commune', 107.5305, 21.5764, '198'],
  ['06856', 'Lục Hồn', 'commune', 107.4383, 21.5737, '198'],
  ['06862', 'Tiên Yên', 'commune', 107.3945, 21.3759, '199'],
  ['06874', 'Điền Xá', 'commune', 107.2914, 21.4339, '199'],
  ['06877', 'Đông Ngũ', 'commune', 107.4666, 21.3716, '199'],
  ['06886', 'Hải Lạng', 'commune', 107.3837, 21.2643, '199'],
  ['06895', 'Đầm Hà', 'commune', 107.6006, 21.3449, '200'],
  ['06913', 'Quảng Tân', 'commune', 107.5449, 21.4178, '200'],
  ['06922', 'Quảng Hà', 'commune', 107.7346, 21.4407, '201'],
  ['06931', 'Quảng Đức', 'commune', 107.7097, 21.549, '201'],
  ['06946', 'Đường Hoa', 'commune', 107.6341, 21.4933, '201'],
  ['06967', 'Cái Chiên', 'commune', 107.7693, 21.3295, '201'],
  ['06978', 'Ba Chẽ', 'commune', 107.2523, 21.2527, '202'],
  ['06979', 'Kỳ Thượng', 'commune', 107.1313, 21.2659, '202'],
  ['06985', 'Lương Minh', 'commune', 107.0286, 21.2133, '202'],
  ['06994', 'Vân Đồn', 'special-zone', 107.4792, 21.1574, '203'],
  ['07030', 'Hoành Bồ', 'ward', 106.9854, 21.0668, '193'],
  ['07054', 'Quảng La', 'commune', 106.8849, 21.1092, '193'],
  ['07060', 'Thống Nhất', 'commune', 107.1254, 21.0828, '193'],
  ['07069', 'Mạo Khê', 'ward', 106.5889, 21.0685, '205'],
  ['07081', 'Bình Khê', 'ward', 106.6261, 21.1294, '205'],
  ['07090', 'An Sinh', 'ward', 106.521, 21.1534, '205'],
  ['07093', 'Đông Triều', 'ward', 106.493, 21.0794, '205'],
  ['07114', 'Hoàng Quế', 'ward', 106.6641, 21.0549, '205'],
  ['07132', 'Quảng Yên', 'ward', 106.8246, 20.9394, '206'],
  ['07135', 'Đông Mai', 'ward', 106.8556, 21.0004, '206'],
  ['07147', 'Hiệp Hòa', 'ward', 106.8099, 20.9678, '206'],
  ['07168', 'Hà An', 'ward', 106.8861, 20.9257, '206'],
  ['07180', 'Liên Hòa', 'ward', 106.8251, 20.86, '206'],
  ['07183', 'Phong Cốc', 'ward', 106.7877, 20.8973, '206'],
  ['07192', 'Cô Tô', 'special-zone', 107.8325, 21.0172, '207'],
];
