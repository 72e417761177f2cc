import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { PdfTask } from '#platform/pdf/typst.ts';
import { answerTasks } from '#platform/worker/answer-tasks.ts';

const fonts = [
  ['be-vietnam-pro', '400Regular/BeVietnamPro_400Regular'],
  ['be-vietnam-pro', '400Regular_Italic/BeVietnamPro_400Regular_Italic'],
  ['be-vietnam-pro', '600SemiBold/BeVietnamPro_600SemiBold'],
  ['be-vietnam-pro', '700Bold/BeVietnamPro_700Bold'],
  ['noto-sans-thai', '400Regular/NotoSansThai_400Regular'],
  ['noto-sans-thai', '700Bold/NotoSansThai_700Bold'],
] as const;

const fontBytes = ([family, file]: (typeof fonts)[number]): Buffer =>
  readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/${family}/${file}.ttf`)));

// Nothing is read from this folder: the letterhead is laid over it, and there need be no such folder.
const workspace = join(tmpdir(), 'lienket-typst-nothing-here');

function createCompiler(): NodeCompiler {
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts.map(fontBytes) }] });
  const letterhead = readFileSync(new URL('./letterhead.typ', import.meta.url));
  compiler.mapShadow(join(workspace, 'letterhead.typ'), letterhead);
  return compiler;
}

const compiler = createCompiler();

function diagnosis(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return `typst: ${message || code || 'failed'}`;
}

const logoPath = join(workspace, 'logo.png');

answerTasks<PdfTask, Uint8Array>(
  ({ template, data, house, logo }) => {
    if (logo !== undefined) compiler.mapShadow(logoPath, Buffer.from(logo));
    try {
      const pdf = compiler.pdf({ mainFileContent: template, inputs: { data, house } });
      return new Uint8Array(pdf);
    } catch (error) {
      throw new Error(diagnosis(error), { cause: error });
    } finally {
      if (logo !== undefined) compiler.unmapShadow(logoPath);
      // Typst remembers what it laid out; ten documents back is enough to print a series fast.
      compiler.evictCache(10);
    }
  },
  (pdf) => [pdf.buffer as ArrayBuffer],
);
