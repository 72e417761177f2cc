import { activityWords, kindWords } from './cell-word.ts';
import { statusWords } from './status-told.ts';
import { said, type Field } from './field-shape.ts';
import type { SubjectWords } from './heading.ts';

/** Who runs it, and its certificate, stand in many lists as headings over several columns. */
export const organisationSubjects: readonly SubjectWords[] = [
  {
    subject: 'representative',
    shows:
      /\b(giam doc|to truong|nguoi dai dien|chu nhiem|chu tich|chu trang trai|chu ho|chu co so|nguoi dung dau|lanh dao|representative|director)\b/,
    words: said(
      'giam doc|to truong|nguoi dai dien|chu nhiem|chu tich|chu tich hdqt|chu trang trai|chu ho|chu co so|nguoi dung dau|giam doc to truong|giam doc chu nhiem|chu tich hdqt giam doc|giam doc htx|giam doc htx to truong tht|chu tich hdqt giam doc to truong',
    ),
  },
  { subject: 'certificate', shows: /\bgcn\b/, words: said('gcn|gcn gcn') },
  { subject: 'plan', shows: /\b(ke hoach|du kien|muc tieu|chi tieu giao)\b/, words: [] },
  {
    subject: 'other',
    shows:
      /\b(ke toan|kiem soat vien|ban kiem soat|nguoi lien he|can bo phu trach|quyet dinh|so thanh vien|vietgap|ocop)\b/,
    words: [],
  },
];

export const organisationFields: readonly Field[] = [
  {
    key: 'name',
    reader: 'text',
    least: 2,
    required: true,
    headings: said(
      'ten to chuc|ten htx|ten htx ghi bang tieng viet|ten htx tieng viet|ten htx viet bang tieng viet|ten hop tac xa|ten don vi|ten|ten tht|ten to hop tac|ten trang trai|ten doanh nghiep|ten htx tht|ten htx lhhtx|ten lhhtx|ten htx tht trang trai|ten co so|ten to chuc kinh te tap the|ten to chuc kinh te hop tac|ten tieng viet|htx|tht|to chuc|don vi|htx tht|name|organisation',
    ),
  },
  {
    key: 'kind',
    reader: 'word',
    words: kindWords,
    forAll: true,
    headings: said(
      'loai hinh|loai|loai to chuc|loai hinh to chuc|loai hinh htx|loai hinh hoat dong|loai hinh kinh te tap the|loai hinh to chuc kinh te hop tac|hinh thuc to chuc|kind|type',
    ),
  },
  {
    key: 'taxNumber',
    reader: 'tax-number',
    headings: said(
      'ma so thue|mst|ma so doanh nghiep|ma so htx|ma so thue mst|mst ma so htx|ma so htx mst|mst htx|mst htx tht|mst to chuc|mst don vi|ma so dn|tax number|tax code',
    ),
  },
  {
    key: 'registrationNumber',
    reader: 'text',
    most: 50,
    headings: said(
      'so dang ky|so giay chung nhan|so gcn|so dkkd|so giay chung nhan dang ky|giay chung nhan so|giay chung nhan dang ky so|gcn|ma so dang ky htx|so dang ky kinh doanh|registration number',
    ),
    under: { certificate: said('so|ma so|so hieu|so gcn|so giay|so dang ky') },
  },
  {
    key: 'certificateOn',
    reader: 'day',
    headings: said(
      'ngay cap|ngay cap giay chung nhan|ngay cap gcn|ngay dang ky|giay chung nhan ngay cap|giay chung nhan dang ky ngay cap|ngay dang ky lan dau|ngay cap lan dau|certificate date|registered on',
    ),
    under: {
      certificate: said(
        'ngay cap|ngay|cap ngay|ngay cap lan dau|ngay cap dau tien|thoi gian cap|ngay dang ky|ngay dang ky lan dau|lan dau',
      ),
    },
  },
  {
    key: 'foundedOn',
    reader: 'day',
    headings: said(
      'ngay thanh lap|thanh lap ngay|thoi diem thanh lap|thoi gian thanh lap|ngay thanh lap htx|ngay thanh lap htx tht|founded on|founded',
    ),
  },
  {
    key: 'shortName',
    reader: 'text',
    most: 100,
    headings: said('ten viet tat|ten htx viet tat|ten viet tat htx|ten htx ghi tat|ten tat|ten giao dich|short name'),
  },
  {
    key: 'fields',
    reader: 'words',
    words: activityWords,
    forAll: true,
    headings: said(
      'linh vuc|linh vuc hoat dong|nganh nghe|nganh nghe kinh doanh|linh vuc nganh nghe|nganh nghe sxkd|linh vuc sxkd|linh vuc san xuat kinh doanh|nganh nghe san xuat kinh doanh|nganh nghe kinh doanh chinh|nganh nghe chinh|linh vuc hoat dong chinh|linh vuc kinh doanh|nganh kinh te|fields|activity',
    ),
  },
  {
    key: 'status',
    reader: 'dated-word',
    words: statusWords,
    headings: said(
      'tinh trang|tinh trang hoat dong|trang thai|trang thai hoat dong|hien trang hoat dong|tinh hinh hoat dong|hien trang|status',
    ),
  },
  {
    key: 'statusOn',
    reader: 'day',
    headings: said(
      'ngay giai the|ngay ngung hoat dong|ngay tam ngung|ngay tam ngung hoat dong|ngay dung hoat dong|ngay thu hoi|ngay cham dut|ngay cham dut hoat dong|ngay thay doi tinh trang|ngay thay doi trang thai|thoi diem giai the|thoi diem ngung hoat dong|tinh trang tu ngay|ngay tinh trang|status since|status date|dissolved on',
    ),
  },
  {
    key: 'unit',
    reader: 'text',
    headings: said(
      'xa phuong|xa phuong dac khu|xa|phuong|phuong xa|don vi hanh chinh|xa phuong thi tran|xa phuong moi|dia ban|dia ban xa phuong|unit|commune',
    ),
  },
  {
    key: 'district',
    reader: 'text',
    headings: said(
      'huyen|huyen cu|quan huyen|huyen thi xa thanh pho|huyen thi xa thanh pho cu|huyen thanh pho|district|former district',
    ),
  },
  {
    key: 'address',
    reader: 'text',
    least: 3,
    headings: said(
      'dia chi|tru so|dia chi tru so|dia chi tru so chinh|noi dat tru so|tru so chinh|dia chi htx|dia chi htx tht|dia diem tru so|dia chi lien he|address',
    ),
  },
  {
    key: 'phone',
    reader: 'phone',
    personal: true,
    headings: said(
      'dien thoai|so dien thoai|sdt|dien thoai lien he|dt|dien thoai htx|dien thoai htx tht|dien thoai tru so|dien thoai co quan|phone',
    ),
  },
  { key: 'email', reader: 'email', personal: true, headings: said('email|thu dien tu|hop thu|dia chi email|e mail') },
  {
    key: 'representativeName',
    reader: 'text',
    least: 2,
    most: 200,
    personal: true,
    headings: said(
      'nguoi dai dien|ho ten nguoi dai dien|nguoi dai dien theo phap luat|giam doc|ten giam doc|ho va ten nguoi dai dien|nguoi dai dien ho va ten|nguoi dai dien ho ten|to truong|chu nhiem|chu tich hdqt|chu trang trai|giam doc to truong|giam doc htx|to truong tht|chu nhiem htx|chu tich hdqt htx|nguoi dung dau|representative|director',
    ),
    under: { representative: said('ho ten|ten|ho ten giam doc') },
  },
  {
    key: 'representativeTitle',
    reader: 'text',
    most: 100,
    headings: said('chuc vu|chuc danh|nguoi dai dien chuc vu|nguoi dai dien chuc danh|title'),
    under: { representative: said('chuc vu|chuc danh') },
  },
  {
    key: 'representativePhone',
    reader: 'phone',
    personal: true,
    headings: said(
      'dien thoai nguoi dai dien|representative phone|sdt nguoi dai dien|nguoi dai dien dien thoai|nguoi dai dien so dien thoai|sdt giam doc',
    ),
    under: { representative: said('sdt|so|dt|lien he') },
  },
];
