import { plain } from '#kernel/text.ts';

export const formerSource =
  'thanglequoc/vietnamese-provinces-database (MIT) @cd580632: các đơn vị trước 01/7/2025; ranh giới chia tách chưa đối chiếu văn bản gốc';

/**
 * The 171 units until 2025-06-30 by district code: kind (P ward, X commune, T township), name, and after > the units they went
 * into; several where a unit was divided.
 */
export const formerUnits: Readonly<Record<string, string>> = {
  '193':
    'P Hà Phong>06652; P Hà Tu>06652; P Hà Khánh>06658; P Cao Xanh>06658; P Giếng Đáy>06661; P Việt Hưng>06661; P Hà Khẩu>06661+06706; P Hùng Thắng>06673; P Bãi Cháy>06673; P Cao Thắng>06676; P Hà Trung>06676; P Hà Lầm>06676; P Bạch Đằng>06685; P Trần Hưng Đạo>06685; P Hồng Gai>06685; P Hồng Hà>06688; P Hồng Hải>06688; P Đại Yên>06706; P Tuần Châu>06706; X Kỳ Thượng>06979; X Đồng Sơn>06985; P Hoành Bồ>07030; X Sơn Dương>07030; X Lê Lợi>07030; X Đồng Lâm>07030+07060; X Bằng Cả>07054; X Dân Chủ>07054; X Tân Dân>07054; X Quảng La>07054; X Vũ Oai>07060; X Hòa Bình>07060; X Thống Nhất>07060',
  '194':
    'P Ninh Dương>06709; P Ka Long>06709; X Vạn Ninh>06709; P Trần Phú>06712; P Hải Hòa>06712; P Bình Ngọc>06712; P Trà Cổ>06712; X Hải Xuân>06712; X Bắc Sơn>06724; X Hải Sơn>06724; X Quảng Nghĩa>06733; X Hải Tiến>06733; P Hải Yên>06736; X Hải Đông>06736; X Vĩnh Trung>06757; X Vĩnh Thực>06757',
  '195':
    'P Mông Dương>06760; X Dương Huy>06760; P Cẩm Thạch>06778; P Cẩm Thủy>06778; P Quang Hanh>06778; P Cẩm Phú>06781; P Cẩm Thịnh>06781; P Cẩm Sơn>06781; P Cửa Ông>06781; P Cẩm Trung>06793; P Cẩm Thành>06793; P Cẩm Bình>06793; P Cẩm Tây>06793; P Cẩm Đông>06793; X Hải Hòa>06799+06886',
  '196':
    'P Quang Trung>06811; P Thanh Sơn>06811; P Yên Thanh>06811; P Trưng Vương>06811+06820; P Bắc Sơn>06820; P Nam Khê>06820; P Vàng Danh>06820; P Phương Đông>06832; P Phương Nam>06832; X Thượng Yên Công>06832',
  '198':
    'T Bình Liêu>06838; X Húc Động>06838; X Vô Ngại>06838+06862; X Đồng Văn>06841; X Hoành Mô>06841; X Đồng Tâm>06856; X Lục Hồn>06856',
  '199':
    'X Hải Lạng>06799+06886+06978; T Tiên Yên>06862; X Phong Dụ>06862; X Tiên Lãng>06862; X Yên Than>06862+06874; X Đại Dực>06862+06877; X Đông Ngũ>06862+06877; X Hà Lâu>06874; X Điền Xá>06874; X Đông Hải>06877; X Đồng Rui>06886',
  '200':
    'T Đầm Hà>06895; X Tân Bình>06895; X Đại Bình>06895; X Tân Lập>06895; X Đầm Hà>06895; X Quảng An>06913; X Dực Yên>06913; X Quảng Lâm>06913; X Quảng Tân>06913',
  '201':
    'T Quảng Hà>06922; X Quảng Minh>06922; X Quảng Chính>06922; X Quảng Phong>06922; X Quảng Long>06922+06946; X Quảng Thành>06931; X Quảng Thịnh>06931; X Quảng Đức>06931; X Quảng Sơn>06946; X Đường Hoa>06946; X Cái Chiên>06967',
  '202':
    'T Ba Chẽ>06978; X Thanh Sơn>06978; X Nam Sơn>06978; X Đồn Đạc>06978; X Thanh Lâm>06979; X Đạp Thanh>06979; X Lương Minh>06985',
  '203':
    'T Cái Rồng>06994; X Bản Sen>06994; X Bình Dân>06994; X Đài Xuyên>06994; X Đoàn Kết>06994; X Đông Xá>06994; X Hạ Long>06994; X Minh Châu>06994; X Ngọc Vừng>06994; X Quan Lạn>06994; X Thắng Lợi>06994; X Vạn Yên>06994',
  '205':
    'P Xuân Sơn>07069; P Kim Sơn>07069; P Yên Thọ>07069; P Mạo Khê>07069; P Tràng An>07081; P Bình Khê>07081; X Tràng Lương>07081; P Bình Dương>07090; X An Sinh>07090; X Việt Dân>07090; P Đức Chính>07090+07093; P Thủy An>07093; P Hưng Đạo>07093; P Hồng Phong>07093; X Nguyễn Huệ>07093; P Yên Đức>07114; P Hoàng Quế>07114; X Hồng Thái Tây>07114; X Hồng Thái Đông>07114',
  '206':
    'P Yên Giang>07132; P Quảng Yên>07132; X Tiền An>07132; P Minh Thành>07135; P Đông Mai>07135; P Cộng Hòa>07147; X Sông Khoai>07147; X Hiệp Hòa>07147; P Tân An>07168; P Hà An>07168; X Hoàng Tân>07168; X Liên Hòa>07168+07180; P Phong Hải>07180; X Liên Vị>07180; X Tiền Phong>07180; P Nam Hòa>07183; P Yên Hải>07183; P Phong Cốc>07183; X Cẩm La>07183',
  '207': 'T Cô Tô>07192; X Đồng Tiến>07192; X Thanh Lân>07192',
};

const kinds = { P: 'ward', X: 'commune', T: 'township' } as const;

/** One of the entries above, read: the id says district, kind and name. */
export function formerEntry(district: string, entry: string) {
  const [named = '', into = ''] = entry.split('>');
  const name = named.slice(2);
  const kind = kinds[named[0] as keyof typeof kinds];
  return { named, name, kind, id: `${district}-${kind}-${plain(name).replaceAll(' ', '-')}`, into: into.split('+') };
}

/** The only old codes a source names; the others stay blank, since 21 codes were given to other units. */
export const formerCodes: Readonly<Record<string, string>> = {
  '193 P Hà Phong': '06652',
  '193 P Hà Tu': '06664',
  '193 P Trần Hưng Đạo': '06685',
  '193 P Đại Yên': '06706',
  '200 T Đầm Hà': '06895',
  '200 X Đầm Hà': '06916',
  '201 X Cái Chiên': '06967',
  '202 X Đạp Thanh': '06979',
};
