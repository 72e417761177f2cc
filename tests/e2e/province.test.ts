import { spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { words as account } from '#web/account/words.vi.ts';
import { axeFindings, desktop, settled, visit } from './browser.ts';
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

describe('a real province from nothing', () => {
  test('is refused with the cell of what is wrong, and then opened; its first administrator comes in by a link', async () => {
    const port = await freePort();
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
    expect(rest).toEqual({ province: 24, units: 2 });
    expect(create(port, '--code', '24').stderr).toContain('has been opened here already');

    product = await startProduct(data, port, { LIENKET_DEMO: '0' });
    const { page, context, complaints } = await visit(desktop, 'vi', `http://localhost:${port}`);
    await page.goto(link);
    await page.getByLabel(account.invitation.email).fill('an@example.test');
    await page.getByRole('textbox', { name: account.invitation.password }).fill('sông Cầu nước chảy lơ thơ');
    await page.getByRole('button', { name: account.invitation.accept, exact: true }).click();
    await page.waitForURL((url) => url.pathname !== '/invitation');
    await page.getByText('Quản trị').first().waitFor();
    await page.goto('/registry/units');
    await settled(page);
    for (const name of ['Bắc Giang', 'Yên Thế']) await page.getByText(name).first().waitFor();
    expect(await page.getByText('Dữ liệu minh họa').count()).toBe(0);
    expect(complaints).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
    await context.close();
  });
});
