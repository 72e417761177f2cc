import { commodities, type SeedCommodity } from './commodities.ts';

type Names = SeedCommodity['names'];
export type UnitSet = 'weight' | 'liquid' | 'egg' | 'animal' | 'stem';

/** A commodity any province may take over; the demonstration's own are among them. */
export interface ListedSeed {
  readonly code: string;
  readonly names: Names;
  readonly sector: SeedCommodity['sector'];
  readonly base: SeedCommodity['base'];
  readonly unitSet: UnitSet;
  readonly storage: SeedCommodity['storage'];
  readonly cycle: SeedCommodity['cycle'];
  readonly yield?: SeedCommodity['yield'];
  readonly varieties?: readonly Names[];
}

/** Units of trade by the kind of goods. Only what the International System or counting itself sets was checked. */
export const unitSets: Readonly<
  Record<UnitSet, readonly (readonly [code: string, vi: string, en: string, th: string, qty: number, usual: boolean])[]>
> = {
  weight: [
    ['kg', 'kg', 'kg', 'กก.', 1_000, true],
    ['yen', 'yến', 'yen (10 kg)', 'เหยียน (10 กก.)', 10_000, false],
    ['ta', 'tạ', 'quintal', 'ตะ (100 กก.)', 100_000, false],
    ['tan', 'tấn', 'tonne', 'ตัน', 1_000_000, false],
  ],
  egg: [
    ['qua', 'quả', 'egg', 'ฟอง', 1, true],
    ['vi', 'vỉ', 'tray of 10', 'ถาด 10 ฟอง', 10, false],
    ['tram', 'trăm', 'hundred', 'ร้อยฟอง', 100, false],
  ],
  animal: [['con', 'con', 'head', 'ตัว', 1, true]],
  liquid: [
    ['lit', 'lít', 'litre', 'ลิตร', 1_000, true],
    ['can20', 'can 20 lít', 'can of 20 litres', 'แกลลอน 20 ลิตร', 20_000, false],
  ],
  stem: [
    ['canh', 'cành', 'stem', 'ก้าน', 1, true],
    ['bo50', 'bó 50 cành', 'bunch of 50', 'กำ 50 ก้าน', 50, false],
  ],
};
const metric = new Set(['kg', 'tan', 'lit', 'qua', 'con', 'canh']);
export const isCertainUnit = (code: string): boolean => metric.has(code);

export const unitSetOf = ({ base, pieces }: Pick<SeedCommodity, 'base' | 'pieces'>): UnitSet =>
  base === 'g' ? 'weight' : base === 'ml' ? 'liquid' : (pieces ?? 'egg');

type Kind = 'field' | 'orchard' | 'grain' | 'stock' | 'sea' | 'wood' | 'made';
const kinds: Readonly<Record<Kind, Pick<ListedSeed, 'sector' | 'base' | 'unitSet' | 'storage' | 'cycle'>>> = {
  field: { sector: 'crop', base: 'g', unitSet: 'weight', storage: 'perishable', cycle: 'short' },
  orchard: { sector: 'crop', base: 'g', unitSet: 'weight', storage: 'perishable', cycle: 'long' },
  grain: { sector: 'crop', base: 'g', unitSet: 'weight', storage: 'storable', cycle: 'short' },
  stock: { sector: 'livestock', base: 'g', unitSet: 'weight', storage: 'perishable', cycle: 'short' },
  sea: { sector: 'fishery', base: 'g', unitSet: 'weight', storage: 'perishable', cycle: 'short' },
  wood: { sector: 'forestry', base: 'g', unitSet: 'weight', storage: 'storable', cycle: 'long' },
  made: { sector: 'processed', base: 'g', unitSet: 'weight', storage: 'storable', cycle: 'short' },
};

/** Trade names of the country's other regions: code, kind, names. No yield is given, because none was established. */
const further: readonly (readonly [code: string, kind: Kind, ...names: Names])[] = [
  ['coffee-robusta', 'orchard', 'Cà phê vối nhân', 'Robusta coffee beans', 'กาแฟโรบัสตา'],
  ['coffee-arabica', 'orchard', 'Cà phê chè nhân', 'Arabica coffee beans', 'กาแฟอาราบิกา'],
  ['pepper', 'orchard', 'Hồ tiêu', 'Black pepper', 'พริกไทย'],
  ['cashew', 'orchard', 'Hạt điều thô', 'Raw cashew nut', 'เม็ดมะม่วงหิมพานต์ดิบ'],
  ['rubber', 'orchard', 'Mủ cao su', 'Rubber latex', 'น้ำยาง'],
  ['coconut', 'orchard', 'Dừa', 'Coconut', 'มะพร้าว'],
  ['macadamia', 'orchard', 'Mắc ca', 'Macadamia', 'แมคคาเดเมีย'],
  ['durian', 'orchard', 'Sầu riêng', 'Durian', 'ทุเรียน'],
  ['mango', 'orchard', 'Xoài', 'Mango', 'มะม่วง'],
  ['banana', 'orchard', 'Chuối', 'Banana', 'กล้วย'],
  ['pomelo', 'orchard', 'Bưởi', 'Pomelo', 'ส้มโอ'],
  ['mandarin', 'orchard', 'Quýt', 'Mandarin', 'ส้มเขียวหวาน'],
  ['lime', 'orchard', 'Chanh', 'Lime', 'มะนาว'],
  ['longan', 'orchard', 'Nhãn', 'Longan', 'ลำไย'],
  ['rambutan', 'orchard', 'Chôm chôm', 'Rambutan', 'เงาะ'],
  ['mangosteen', 'orchard', 'Măng cụt', 'Mangosteen', 'มังคุด'],
  ['jackfruit', 'orchard', 'Mít', 'Jackfruit', 'ขนุน'],
  ['pineapple', 'orchard', 'Dứa', 'Pineapple', 'สับปะรด'],
  ['papaya', 'orchard', 'Đu đủ', 'Papaya', 'มะละกอ'],
  ['avocado', 'orchard', 'Bơ', 'Avocado', 'อะโวคาโด'],
  ['plum', 'orchard', 'Mận', 'Plum', 'พลัม'],
  ['pear', 'orchard', 'Lê', 'Pear', 'สาลี่'],
  ['persimmon', 'orchard', 'Hồng', 'Persimmon', 'พลับ'],
  ['grape', 'orchard', 'Nho', 'Grape', 'องุ่น'],
  ['apple-jujube', 'orchard', 'Táo ta', 'Indian jujube', 'พุทรา'],
  ['strawberry', 'field', 'Dâu tây', 'Strawberry', 'สตรอว์เบอร์รี'],
  ['watermelon', 'field', 'Dưa hấu', 'Watermelon', 'แตงโม'],
  ['sugarcane', 'orchard', 'Mía', 'Sugar cane', 'อ้อย'],
  ['cassava', 'field', 'Sắn củ', 'Cassava root', 'มันสำปะหลัง'],
  ['sweet-potato', 'field', 'Khoai lang', 'Sweet potato', 'มันเทศ'],
  ['taro', 'field', 'Khoai môn', 'Taro', 'เผือก'],
  ['soybean', 'grain', 'Đậu tương', 'Soybean', 'ถั่วเหลือง'],
  ['mung-bean', 'grain', 'Đậu xanh', 'Mung bean', 'ถั่วเขียว'],
  ['sesame', 'grain', 'Vừng', 'Sesame', 'งา'],
  ['milled-rice', 'made', 'Gạo', 'Milled rice', 'ข้าวสาร'],
  ['chilli', 'field', 'Ớt', 'Chilli', 'พริก'],
  ['garlic', 'grain', 'Tỏi', 'Garlic', 'กระเทียม'],
  ['shallot', 'grain', 'Hành tím', 'Shallot', 'หอมแดง'],
  ['onion', 'grain', 'Hành tây', 'Onion', 'หอมหัวใหญ่'],
  ['turmeric', 'field', 'Nghệ', 'Turmeric', 'ขมิ้น'],
  ['carrot', 'field', 'Cà rốt', 'Carrot', 'แครอท'],
  ['kohlrabi', 'field', 'Su hào', 'Kohlrabi', 'กะหล่ำปม'],
  ['chayote', 'field', 'Su su', 'Chayote', 'มะระหวาน'],
  ['pumpkin', 'field', 'Bí đỏ', 'Pumpkin', 'ฟักทอง'],
  ['water-spinach', 'field', 'Rau muống', 'Water spinach', 'ผักบุ้ง'],
  ['asparagus', 'field', 'Măng tây', 'Asparagus', 'หน่อไม้ฝรั่ง'],
  ['mushroom', 'field', 'Nấm tươi', 'Fresh mushroom', 'เห็ดสด'],
  ['mulberry-leaf', 'orchard', 'Lá dâu tằm', 'Mulberry leaf', 'ใบหม่อน'],
  ['silk-cocoon', 'stock', 'Kén tằm', 'Silk cocoon', 'รังไหม'],
  ['cattle', 'stock', 'Bò hơi', 'Live cattle', 'โคเนื้อ'],
  ['buffalo', 'stock', 'Trâu hơi', 'Live buffalo', 'กระบือ'],
  ['goat', 'stock', 'Dê hơi', 'Live goat', 'แพะ'],
  ['chicken', 'stock', 'Gà hơi', 'Live chicken', 'ไก่มีชีวิต'],
  ['duck', 'stock', 'Vịt hơi', 'Live duck', 'เป็ดมีชีวิต'],
  ['pangasius', 'sea', 'Cá tra', 'Pangasius', 'ปลาสวาย'],
  ['tilapia', 'sea', 'Cá rô phi', 'Tilapia', 'ปลานิล'],
  ['carp', 'sea', 'Cá chép', 'Carp', 'ปลาคาร์ป'],
  ['tiger-shrimp', 'sea', 'Tôm sú', 'Black tiger shrimp', 'กุ้งกุลาดำ'],
  ['freshwater-prawn', 'sea', 'Tôm càng xanh', 'Giant freshwater prawn', 'กุ้งก้ามกราม'],
  ['tuna', 'sea', 'Cá ngừ', 'Tuna', 'ปลาทูน่า'],
  ['seaweed', 'sea', 'Rong biển', 'Seaweed', 'สาหร่าย'],
  ['bamboo-shoot', 'wood', 'Măng', 'Bamboo shoot', 'หน่อไม้'],
  ['bamboo', 'wood', 'Tre, luồng', 'Bamboo', 'ไผ่'],
  ['pine-resin', 'wood', 'Nhựa thông', 'Pine resin', 'ยางสน'],
  ['eucalyptus-log', 'wood', 'Gỗ bạch đàn', 'Eucalyptus log', 'ไม้ยูคาลิปตัส'],
  ['cardamom', 'wood', 'Thảo quả', 'Black cardamom', 'กระวานดำ'],
  ['dried-tea', 'made', 'Chè khô', 'Dried tea', 'ชาแห้ง'],
  ['rice-noodles', 'made', 'Bún, phở khô', 'Dried rice noodles', 'เส้นก๋วยเตี๋ยวแห้ง'],
  ['dried-fish', 'made', 'Cá khô', 'Dried fish', 'ปลาแห้ง'],
  ['salt', 'made', 'Muối', 'Salt', 'เกลือ'],
];

const liquid = { base: 'ml', unitSet: 'liquid' } as const;
const stems = { ...kinds.field, base: 'piece', unitSet: 'stem' } as const;
const special: readonly ListedSeed[] = [
  { ...kinds.stock, ...liquid, code: 'milk', names: ['Sữa tươi nguyên liệu', 'Raw milk', 'น้ำนมดิบ'] },
  { ...kinds.made, ...liquid, code: 'cajuput-oil', names: ['Tinh dầu tràm', 'Cajuput oil', 'น้ำมันเสม็ด'] },
  { ...stems, code: 'rose', names: ['Hoa hồng', 'Cut rose', 'กุหลาบตัดดอก'] },
  { ...stems, code: 'chrysanthemum', names: ['Hoa cúc', 'Cut chrysanthemum', 'เบญจมาศตัดดอก'] },
];

export const listedCommodities: readonly ListedSeed[] = [
  ...commodities.map(({ code, names, sector, base, storage, cycle, yield: usual, varieties, pieces }) => ({
    code,
    names,
    sector,
    base,
    storage,
    cycle,
    unitSet: unitSetOf({ base, ...(pieces === undefined ? {} : { pieces }) }),
    ...(usual === undefined ? {} : { yield: usual }),
    ...(varieties === undefined ? {} : { varieties }),
  })),
  ...further.map(([code, kind, ...names]) => ({ code, names, ...kinds[kind] })),
  ...special,
];
