import { spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { textOfPdf } from '#platform/pdf/pdf-text.ts';
import { qrPng } from '#platform/qr/qr.ts';
import { xlsxStream } from '#platform/spreadsheet/write.ts';
import { openPostbox } from '#tests/mail.harness.ts';
import { words as account } from '#web/account/words.vi.ts';
import { words as registry } from '#web/registry/words.vi.ts';
import { words as setup } from '#web/setup/words.vi.ts';
import { axeFindings, desktop, phone, settled, visit } from './browser.ts';
import { freePort, startProduct } from './server.setup.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'lienket-province-'));
const data = join(folder, 'data');
const units = join(folder, 'don-vi.csv');
let product: ChildProcess | undefined;
afterAll(async () => {
  if (product !== undefined) {
    const ended = new Promise((resolve) => product!.once('exit', resolve));
    product.kill('SIGTERM');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

const create = (port: number, ...more: string[]) =>
  spawnSync(
    'npm',
    ['run', '-s', 'lienket', '--', 'province', 'create', '--units', units, '--admin', 'Nguyễn Văn An', ...more],
    { cwd: root, encoding: 'utf8', env: { ...process.env, LIENKET_DATA: data, LIENKET_DEMO: '0', PORT: String(port) } },
  );

/** Whoever holds the link makes an account. */
async function comeIn(page: Page, link: string, email: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel(account.invitation.email).fill(email);
  await page.getByRole('textbox', { name: account.invitation.password }).fill('sông Cầu nước chảy lơ thơ');
  await page.getByRole('button', { name: account.invitation.accept, exact: true }).click();
  await page.waitForURL((url) => url.pathname !== '/invitation');
}

const columns = ['Họ và tên', 'Thư điện tử', 'Vai trò', 'Xã, phường, đặc khu'] as const;
const sheetOf = async (...people: readonly (readonly string[])[]) => {
  const rows = people.map((cells) => Object.fromEntries(columns.map((title, at) => [title, cells[at] ?? null])));
  const sheet = {
    name: 'Cán bộ',
    columns: columns.map((title) => ({ key: title, title, kind: 'text' as const })),
    rows,
  };
  return {
    name: 'can-bo.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await buffer(xlsxStream(sheet)),
  };
};
const paper = { name: 'nghi-quyet.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') };

async function unitsAndCommodities(page: Page): Promise<void> {
  await page.goto('/setup/units');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'lai.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('Mã;Tên;Loại\n07210;Bắc Giang;phường\n07615;Yên Thế;xã\n07616;Tân Yên;xã\n'),
    });
  await page.getByText('Tân Yên').waitFor();
  await page.getByRole('button', { name: 'Áp dụng 1 chỗ khác' }).click();
  await page.getByText('Đã áp dụng: 1 đơn vị mới').waitFor();
  await page.getByRole('button', { name: setup.units.confirm }).click();
  await page.getByText(setup.units.confirmed).waitFor();

  const head = 'Tên cũ;Huyện cũ;Mã mới;Toàn bộ hay một phần;Văn bản;Đã đối chiếu';
  await page
    .locator('input[type=file]')
    .last()
    .setInputFiles({
      name: 'don-vi-cu.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`${head}\nXã Đồng Tâm;Huyện Yên Thế;07615;Toàn bộ;Nghị quyết 1658;có\n`),
    });
  await page.getByText('Xã Đồng Tâm, Huyện Yên Thế').waitFor();
  await page.getByRole('button', { name: 'Áp dụng 1 chỗ khác' }).click();
  await page.getByText('Đã áp dụng: 1 đơn vị cũ mới ghi', { exact: false }).waitFor();

  await page.goto('/setup/commodities');
  await page.getByLabel(setup.commodities.search).fill('vai');
  await page.getByLabel('Vải', { exact: true }).check();
  await page.getByRole('button', { name: 'Nhận 1 mặt hàng' }).click();
  await page.getByText('Đã nhận 1 mặt hàng.').waitFor();
  await page.getByRole('link', { name: 'Vải', exact: true }).click();
  await page.getByText('đơn vị giao dịch theo thời gian', { exact: false }).first().waitFor();
}

async function numbersOfLaw(page: Page): Promise<void> {
  await page.goto('/setup/parameters');
  await page.getByRole('button', { name: setup.parameters.chooseRead }).click();
  await page.getByRole('button', { name: /^Xác nhận \d+ con số đã chọn$/ }).click();
  await page.getByText(/^Đã xác nhận \d+ con số\.$/).waitFor();
  await page.getByText('Xác nhận: Nguyễn Văn An').first().waitFor();
  const name = setup.number['penalty-maxShare'];
  await page
    .getByRole('button', { name: `Đặt số của tỉnh: ${name}` })
    .first()
    .click();
  await page.getByRole('textbox', { name: setup.parameters.newValue }).fill('0,08');
  await page.getByRole('textbox', { name: setup.parameters.source }).fill('Luật Thương mại, Điều 301, bản gốc');
  await page.getByRole('dialog').locator('input[type=file]').setInputFiles(paper);
  await page.getByText('nghi-quyet.pdf').waitFor();
  await page.getByRole('button', { name: setup.parameters.save }).click();
  await page.getByText('Tỉnh đặt: Nguyễn Văn An').first().waitFor();
  await page.getByRole('button', { name: setup.without.parameters }).click();
  await page.getByText(setup.state.without).first().waitFor();
}

/** Invites from a sheet, first with a wrong cell; the link of the first one. */
async function officers(page: Page): Promise<string> {
  await page.goto('/setup/officers');
  const file = page.locator('input[type=file]');
  await file.setInputFiles(await sheetOf(['Lê Thị Bình', 'binh@', 'Cán bộ cấp tỉnh']));
  await page.getByText('B2', { exact: true }).waitFor();
  await file.setInputFiles(
    await sheetOf(
      ['Lê Thị Bình', 'binh@example.test', 'Cán bộ cấp tỉnh'],
      ['Phạm Chi', 'chi@example.test', 'Cán bộ cấp xã', 'Tân Yên'],
    ),
  );
  await page.getByRole('button', { name: 'Mời 2 người' }).click();
  await page.getByText('Đã tạo 2 liên kết').waitFor();
  const link = await page.locator('[data-link]').first().innerText();
  await page.getByRole('button', { name: 'Gửi 2 thư' }).click();
  await page.getByText('Đang gửi 2 trên 2').waitFor();
  return link;
}

async function mailAndHead(page: Page): Promise<void> {
  await page.goto('/setup/mail');
  await page.getByRole('button', { name: setup.mail.test }).click();
  await page.getByText('250 taken').waitFor();
  await page.goto('/setup/letterhead');
  await page.getByLabel(setup.letterhead.office).fill('Sở Nông nghiệp và Môi trường Bắc Ninh');
  await page.getByLabel(setup.letterhead.place).fill('Bắc Ninh');
  const logo = Buffer.from(await qrPng('bieu trung', { moduleSize: 4 }));
  await page.locator('input[type=file]').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: logo });
  await page.getByText('logo.png').waitFor();
  await page.getByRole('button', { name: setup.letterhead.save }).click();
  await page.getByText(setup.letterhead.saved).waitFor();
  await page.getByAltText(setup.letterhead.logoNow).waitFor();
}

describe('a real province from nothing', () => {
  test('is refused with the cell of what is wrong, then opened, and set up to the end by its first administrator', async () => {
    const port = await freePort();
    const box = await openPostbox();
    writeFileSync(units, 'Mã;Tên;Loại;Kinh độ;Vĩ độ\n07210;Bắc Giang;thành;21,2;\n');
    const refused = create(port, '--code', '24');
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('C2: expected xã, phường, đặc khu or thị trấn');
    expect(refused.stderr).toContain('D2: expected longitude');

    writeFileSync(
      units,
      'Mã;Tên;Loại;Kinh độ;Vĩ độ\n7210;Bắc Giang;phường;106,2;21,27\n07615;Xã Yên Thế;;106,12;21,48\n',
    );
    expect(create(port, '--code', '99').stderr).toContain('expected the code of a province: 1 Hà Nội');
    const opened = create(port, '--code', '24', '--json');
    expect(opened.status, opened.stderr).toBe(0);
    const { link, ...rest } = JSON.parse(opened.stdout) as { link: string };
    expect(rest).toEqual({ province: 24, units: 2, former: 0 });
    expect(create(port, '--code', '24').stderr).toContain('has been opened here already');

    product = await startProduct(data, port, {
      LIENKET_DEMO: '0',
      LIENKET_SMTP_URL: box.url,
      LIENKET_MAIL_FROM: 'no-reply@lienket.example',
    });
    const address = `http://localhost:${port}`;
    const { page, context, complaints } = await visit(desktop, 'vi', { address });
    await comeIn(page, link, 'an@example.test');
    await page.goto('/home');
    await page.getByText('Đã xong 0 trên 6 việc').waitFor();

    await unitsAndCommodities(page);
    await numbersOfLaw(page);
    const officerLink = await officers(page);
    await mailAndHead(page);
    expect(box.received.map(({ to }) => to[0])).toEqual([
      '<binh@example.test>',
      '<chi@example.test>',
      '<an@example.test>',
    ]);
    await page.goto('/setup');
    await settled(page);
    await page.getByText(setup.left.officers).waitFor();
    expect(await page.getByText('Dữ liệu minh họa').count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);

    const officer = await visit(phone, 'vi', { address });
    await comeIn(officer.page, officerLink, 'binh@example.test');
    await officer.page.goto('/registry/organisations/new');
    await officer.page.getByRole('textbox', { name: registry.name, exact: true }).fill('Hợp tác xã Vải sớm Tân Yên');
    await officer.page.getByLabel(registry.unitLabel).selectOption('07616');
    await officer.page.getByRole('textbox', { name: registry.organisation.address }).fill('Thôn 2');
    await officer.page.getByRole('button', { name: registry.organisation.save }).click();
    await officer.page.getByRole('heading', { name: 'Hợp tác xã Vải sớm Tân Yên' }).waitFor();
    const organisation = new URL(officer.page.url()).pathname.split('/').at(-1)!;
    const printed = await officer.page.request.get(
      `/api/books.update-sheet.export?organisation=${organisation}&year=2026&format=pdf`,
    );
    expect(printed.status()).toBe(200);
    const pdf = await printed.body();
    expect(textOfPdf(new Uint8Array(pdf)).join(' ')).toContain('SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG BẮC NINH');
    expect(pdf.includes('/Subtype /Image') || pdf.includes('/Subtype/Image')).toBe(true);

    await page.reload();
    await page.getByText(setup.allDone).waitFor();
    expect([complaints, officer.complaints]).toEqual([[], []]);
    await context.close();
    await officer.context.close();
  });
});
