import type { UpdateField, UpdateSection } from './update-field.ts';
import type { KnownSource } from './update.wire.ts';

/** The form is a Vietnamese paper, whatever the page speaks. */
export const sectionNames: Record<UpdateSection, string> = {
  members: 'Thành viên',
  labour: 'Lao động và hoạt động',
  capital: 'Vốn và tài sản',
  result: 'Kết quả kinh doanh',
  linkage: 'Liên kết và chứng nhận',
};

export const fieldNames: Record<UpdateField, string> = {
  members: 'Tổng số thành viên',
  officialMembers: 'Thành viên chính thức',
  associateMembers: 'Thành viên liên kết',
  joinedMembers: 'Thành viên vào trong năm',
  leftMembers: 'Thành viên ra trong năm',
  workers: 'Lao động thường xuyên',
  memberWorkers: 'Lao động là thành viên',
  workerIncomeVnd: 'Thu nhập bình quân một lao động trong năm (đồng)',
  monthsStopped: 'Số tháng ngừng hoạt động trong năm',
  charterCapitalVnd: 'Vốn điều lệ (đồng)',
  totalCapitalVnd: 'Tổng nguồn vốn (đồng)',
  undividedAssetsVnd: 'Tài sản chung không chia (đồng)',
  undividedFundVnd: 'Quỹ chung không chia (đồng)',
  stateAidVnd: 'Hỗ trợ của Nhà nước nhận trong năm (đồng)',
  externalRevenueVnd: 'Doanh thu từ giao dịch bên ngoài (đồng)',
  internalRevenueVnd: 'Doanh thu từ giao dịch nội bộ (đồng)',
  revenueVnd: 'Tổng doanh thu (đồng)',
  externalCostVnd: 'Chi phí của giao dịch bên ngoài (đồng)',
  internalCostVnd: 'Chi phí của giao dịch nội bộ (đồng)',
  costVnd: 'Tổng chi phí (đồng)',
  externalProfitVnd: 'Lợi nhuận từ giao dịch bên ngoài (đồng)',
  internalProfitVnd: 'Lợi nhuận từ giao dịch nội bộ (đồng)',
  profitVnd: 'Tổng lợi nhuận trước thuế (đồng)',
  taxVnd: 'Thuế và các khoản nộp ngân sách trong năm (đồng)',
  chains: 'Số chuỗi liên kết tham gia',
  contracts: 'Số hợp đồng tiêu thụ có hiệu lực trong năm',
  linkedSalesVnd: 'Tiền hàng đã quyết toán qua liên kết (đồng)',
  certificates: 'Số chứng nhận còn hiệu lực',
};

export const sourceNames: Record<KnownSource, string> = {
  'member-register': 'Sổ thành viên',
  'member-contributions': 'Vốn góp trong sổ thành viên',
  'capital-ledger': 'Sổ vốn',
  'yearly-books': 'Sổ kế toán năm',
  settlements: 'Bảng quyết toán đã thống nhất',
  contracts: 'Hợp đồng',
  chains: 'Chuỗi liên kết',
  certificates: 'Chứng nhận',
  disbursements: 'Hỗ trợ đã nhận',
};
