import { partyWords, sexWords, standingWords } from './cell-word.ts';
import { organisationColumns, said, type Field } from './field-shape.ts';
import type { SubjectWords } from './heading.ts';

/** Of whom a name or a phone is that stands beside the member's own. */
export const memberSubjects: readonly SubjectWords[] = [
  {
    subject: 'representative',
    shows: /\b(nguoi dai dien|representative)\b/,
    words: said(
      'nguoi dai dien|nguoi dai dien ho|nguoi dai dien ho gia dinh|nguoi dai dien nhom|nguoi dai dien to chuc',
    ),
  },
  {
    subject: 'guardian',
    shows: /\b(nguoi giam ho|giam ho|cha me|bo me|nguoi bao ho|guardian)\b/,
    words: said('nguoi giam ho|giam ho|cha me|bo me'),
  },
  { subject: 'contribution', shows: /\bvon gop\b/, words: said('von gop|von dieu le') },
  {
    subject: 'organisation',
    shows: /^(thong tin )?(htx|tht|lhhtx|to chuc|don vi|htx tht)( (tham gia|dang tham gia|chu quan))?$/,
    words: said('htx|tht|htx tht|to chuc|don vi'),
  },
  { subject: 'plan', shows: /\b(ke hoach|du kien)\b/, words: [] },
  {
    subject: 'other',
    shows:
      /\b(vo|chong|vo chong|nguoi thua ke|thua ke|nguoi lien he|giam doc|ke toan|chuyen nhuong|so vuon|thua dat)\b/,
    words: [],
  },
];

export const memberFields: readonly Field[] = [
  {
    key: 'name',
    reader: 'text',
    least: 2,
    most: 200,
    required: true,
    personal: true,
    headings: said(
      'ho va ten|ho ten|ho va ten thanh vien|ho ten thanh vien|ten thanh vien|ten|thanh vien|ho va ten chu ho|chu ho|ten chu ho|ho ten ca nhan ho gia dinh|ho ten ten to chuc|ten ca nhan to chuc|ho ten thanh vien ten to chuc|ho ten khai sinh|ho ten nguoi gop|full name|name',
    ),
  },
  {
    key: 'maleYear',
    reader: 'year',
    personal: true,
    headings: said('nam sinh nam|ngay sinh nam|ngay thang nam sinh nam|nam sinh nam gioi'),
  },
  {
    key: 'femaleYear',
    reader: 'year',
    personal: true,
    headings: said('nam sinh nu|ngay sinh nu|ngay thang nam sinh nu|nam sinh nu gioi'),
  },
  {
    key: 'birthYear',
    reader: 'year',
    personal: true,
    headings: said(
      'nam sinh|ngay sinh|ngay thang nam sinh|sinh nam|ns|ngay nam sinh|nam sinh ngay sinh|birth year|year of birth|date of birth',
    ),
  },
  {
    key: 'sex',
    reader: 'word',
    words: sexWords,
    personal: true,
    headings: said('gioi tinh|gt|nam nu|phai|sex|gender'),
  },
  {
    key: 'nationalId',
    reader: 'national-id',
    personal: true,
    headings: said(
      'so cccd|cccd|so dinh danh|so dinh danh ca nhan|so cmnd|cmnd|cmnd cccd|cccd cmnd|so cmnd cccd|so cccd cmnd|can cuoc|so can cuoc|can cuoc cong dan|so can cuoc cong dan|national id|id number',
    ),
  },
  {
    key: 'phone',
    reader: 'phone',
    personal: true,
    headings: said('dien thoai|so dien thoai|sdt|dt|so dt|dien thoai lien he|phone|telephone'),
  },
  {
    key: 'hamlet',
    reader: 'text',
    most: 200,
    personal: true,
    headings: said(
      'thon|thon khu|thon ban|thon ban khu pho|khu|ban|thon khu pho|thon xom|xom|thon ban khu|to dan pho|khu pho|khu dan cu|noi thuong tru|noi thuong tru tam tru|ho khau thuong tru|dia chi cu tru|dia chi noi o|cho o hien nay|dia chi lien lac|dia chi|noi o|cho o|dia chi thuong tru|noi cu tru|hamlet|address',
    ),
  },
  {
    key: 'party',
    reader: 'word',
    words: partyWords,
    forAll: true,
    headings: said(
      'loai thanh vien|doi tuong|doi tuong thanh vien|ca nhan ho gia dinh phap nhan|loai doi tuong|loai hinh thanh vien|thanh vien la|ca nhan ho gia dinh to chuc|party',
    ),
  },
  { key: 'partyTaxNumber', reader: 'tax-number', headings: said('ma so thue thanh vien|tax number of member') },
  {
    key: 'representativeName',
    reader: 'text',
    least: 2,
    most: 200,
    personal: true,
    headings: said(
      'nguoi dai dien|ho ten nguoi dai dien|dai dien|nguoi dai dien ho|nguoi dai dien ho gia dinh|representative',
    ),
    under: { representative: said('ho ten|ten') },
  },
  {
    key: 'standing',
    reader: 'word',
    words: standingWords,
    required: true,
    forAll: true,
    headings: said(
      'tu cach|tu cach thanh vien|hinh thuc thanh vien|thanh vien chinh thuc lien ket|phan loai thanh vien|phan loai|loai thanh vien chinh thuc lien ket|hinh thuc tham gia|chinh thuc lien ket|thanh vien chinh thuc thanh vien lien ket|standing',
    ),
  },
  {
    key: 'joinedOn',
    reader: 'day',
    required: true,
    forAll: true,
    headings: said(
      'ngay vao|ngay vao htx|ngay gia nhap|ngay tham gia|ngay vao hop tac xa|ngay ket nap|thoi diem gia nhap|ngay vao tht|ngay vao htx tht|thoi gian tham gia|thoi gian gia nhap|thoi diem tham gia|ngay tro thanh thanh vien|ngay tham gia htx|ngay gia nhap htx|joined on|date of joining',
    ),
  },
  {
    key: 'contributedVnd',
    reader: 'money',
    headings: said(
      'von gop|so von gop|von gop da gop|von gop thuc gop|von da gop|so tien gop von|gop von|von thuc gop|gia tri von gop|von da gop|thuc gop|da gop|contribution|capital contribution',
    ),
    under: {
      contribution: said('da gop|thuc gop|thuc te|so tien|da nop|thuc nop|so tien da gop|gia tri|tong|tong so'),
    },
  },
  {
    key: 'subscribedVnd',
    reader: 'money',
    headings: said(
      'von gop cam ket|von cam ket gop|von cam ket|so von cam ket gop|von gop dang ky|von dang ky gop|cam ket gop von|von gop theo cam ket|muc von gop cam ket|von cam ket phai gop|promised capital|subscribed capital',
    ),
    under: {
      contribution: said('cam ket|cam ket gop|dang ky|dang ky gop|theo cam ket|phai gop|theo dieu le|so cam ket'),
    },
  },
  {
    key: 'guardianName',
    reader: 'text',
    least: 2,
    most: 200,
    personal: true,
    headings: said('nguoi giam ho|giam ho|nguoi giam ho cua thanh vien duoi 18 tuoi|guardian'),
    under: { guardian: said('ho ten|ten') },
  },
  {
    key: 'guardianRelation',
    reader: 'text',
    least: 2,
    most: 100,
    personal: true,
    headings: said('quan he voi nguoi giam ho|quan he giam ho|guardian relation'),
    under: { guardian: said('quan he|moi quan he|quan he voi thanh vien|la') },
  },
  {
    key: 'guardianPhone',
    reader: 'phone',
    personal: true,
    headings: said('guardian phone'),
    under: { guardian: said('sdt') },
  },
  {
    key: 'guardianDocument',
    reader: 'text',
    least: 2,
    most: 200,
    personal: true,
    headings: said('van ban dong y|giay dong y|van ban dong y cua nguoi giam ho|so van ban dong y|guardian consent'),
    under: { guardian: said('van ban dong y|giay dong y|so van ban|van ban|giay to') },
  },
  {
    key: 'guardianConsentedOn',
    reader: 'day',
    headings: said('ngay dong y|ngay nguoi giam ho dong y|guardian consented on'),
    under: { guardian: said('ngay dong y|ngay|ngay ky') },
  },
  ...organisationColumns,
];
