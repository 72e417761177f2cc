import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { renderPdf, type House } from '#platform/pdf/typst.ts';
import type { SheetColumn, SheetRow } from '#platform/spreadsheet/sheet.ts';
import { xlsxStream } from '#platform/spreadsheet/write.ts';
import * as say from './print.words.ts';
import type { SettlementFull } from './settlement.view.ts';

const template = readFileSync(new URL('./settlement.typ', import.meta.url), 'utf8');

const kindOf = (line: SettlementFull['lines'][number]): string =>
  line.kind === 'contract' ? 'Trong hợp đồng' : 'Ngoài hợp đồng, đã nhận';

type Total = readonly [string, number];

function totals(settlement: SettlementFull): Total[] {
  const vat =
    settlement.vatBp === null ? `Thuế GTGT (${say.notStipulated})` : `Thuế GTGT ${say.share(settlement.vatBp)}`;
  return [
    ['Tiền hàng', settlement.goodsVnd],
    ['Giảm giá hàng', 0 - settlement.reductionVnd],
    [vat, settlement.vatVnd],
    ['Bù trừ', 0 - settlement.setOffVnd],
    ['Phải thanh toán', settlement.amountVnd],
    ['Đã thanh toán, bên nhận xác nhận', settlement.paidVnd],
    ['Còn lại', settlement.balanceVnd],
  ];
}

const invoice = (settlement: SettlementFull): string =>
  settlement.invoiceNumber === null ? '…' : `${settlement.invoiceNumber}, ngày ${say.day(settlement.invoiceOn)}`;

export function settlementPdf(settlement: SettlementFull, house?: House): Promise<Uint8Array> {
  const { commodity, contract } = settlement;
  const { unit } = commodity;
  return renderPdf({
    template,
    house,
    data: {
      title: `Bảng quyết toán ${settlement.number}`,
      reference: `${settlement.number} · ${contract.number}`,
      synthetic: settlement.provenance === 'synthetic',
      number: settlement.number,
      placeAndDay: settlement.issuedOn === null ? null : say.longDay(settlement.issuedOn),
      sub: `Kỳ từ ${say.day(settlement.from)} đến ${say.day(settlement.until)}`,
      facts: [
        ['Hợp đồng', contract.number],
        ['Bên bán', contract.seller.name],
        ['Bên mua', contract.buyer.name],
        ['Sản phẩm', commodity.vi],
        ['Hóa đơn điện tử', invoice(settlement)],
        ['Ngày phát hành', say.day(settlement.issuedOn)],
        ['Hạn thanh toán', say.day(settlement.dueOn)],
        ['Tình trạng', say.settlementState[settlement.state]],
      ],
      qtyTitle: `Khối lượng (${say.unitName(unit.code)})`,
      priceTitle: `Đơn giá (đ/${say.unitName(unit.code)})`,
      lines: settlement.lines.map((line, index) => [
        String(index + 1),
        say.day(line.deliveredOn),
        kindOf(line),
        say.number(line.qty / unit.qty),
        say.number(line.priceVnd),
        say.number(line.amountVnd),
      ]),
      deductions: settlement.deductions.map((item) => [
        say.deduction[item.kind],
        item.reason,
        say.number(item.amountVnd),
      ]),
      totals: totals(settlement).map(([label, amount]) => [label, say.number(amount)]),
      payments: settlement.payments.map((payment) => [
        say.day(payment.paidOn),
        payment.reference,
        say.paymentState[payment.state],
        say.number(payment.amountVnd),
      ]),
      note: say.noInvoice,
      signatures: [{ title: 'ĐẠI DIỆN BÊN BÁN' }, { title: 'ĐẠI DIỆN BÊN MUA' }],
    },
  });
}

const columns = (unit: string): SheetColumn[] => [
  { key: 'section', title: 'Mục', kind: 'text', width: 26 },
  { key: 'on', title: 'Ngày', kind: 'day' },
  { key: 'text', title: 'Nội dung', kind: 'text', width: 44 },
  { key: 'qty', title: `Khối lượng (${say.unitName(unit)})`, kind: 'decimal' },
  { key: 'price', title: `Đơn giá (đ/${say.unitName(unit)})`, kind: 'vnd' },
  { key: 'amount', title: 'Số tiền', kind: 'vnd', width: 22 },
];

/** What the paper says above its tables. Days are days, so that a reader can sort and count by them. */
const headRows = (settlement: SettlementFull): SheetRow[] => [
  { section: 'Bảng quyết toán', text: settlement.number },
  { section: 'Tình trạng', text: say.settlementState[settlement.state] },
  { section: 'Kỳ, từ ngày', on: settlement.from },
  { section: 'Kỳ, đến ngày', on: settlement.until },
  { section: 'Ngày phát hành', on: settlement.issuedOn },
  { section: 'Hạn thanh toán', on: settlement.dueOn },
  { section: 'Hợp đồng', text: settlement.contract.number },
  { section: 'Bên bán', text: settlement.contract.seller.name },
  { section: 'Bên mua', text: settlement.contract.buyer.name },
  { section: 'Sản phẩm', text: settlement.commodity.vi },
  { section: 'Hóa đơn điện tử', on: settlement.invoiceOn, text: settlement.invoiceNumber },
];

/** The same rows as the paper, one below the other; the sums stand as numbers so that a reader can add up. */
export function settlementXlsx(settlement: SettlementFull): Promise<Uint8Array> {
  const { unit } = settlement.commodity;
  const note = settlement.provenance === 'synthetic' ? [{ section: 'DỮ LIỆU MINH HỌA' }] : [];
  const rows: SheetRow[] = [
    ...note,
    ...headRows(settlement),
    ...settlement.lines.map((line) => ({
      section: kindOf(line),
      on: line.deliveredOn,
      text: settlement.commodity.vi,
      qty: line.qty / unit.qty,
      price: line.priceVnd,
      amount: line.amountVnd,
    })),
    ...settlement.deductions.map((item) => ({
      section: say.deduction[item.kind],
      text: item.reason,
      amount: -item.amountVnd,
    })),
    ...totals(settlement).map(([section, amount]) => ({ section, amount })),
    ...settlement.payments.map((payment) => ({
      section: `Thanh toán: ${say.paymentState[payment.state]}`,
      on: payment.paidOn,
      text: payment.reference,
      amount: payment.amountVnd,
    })),
    { section: 'Ghi chú', text: say.noInvoice },
  ];
  return buffer(xlsxStream({ name: settlement.number, columns: columns(unit.code), rows }));
}
