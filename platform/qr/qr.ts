import { toBuffer, toSVG } from 'bwip-js/node';

export type ErrorCorrection = 'L' | 'M' | 'Q' | 'H';

export interface QrOptions {
  /** PNG pixels, or SVG units, for each module; bwip-js draws only even ones squarely. */
  readonly moduleSize?: 2 | 4 | 6 | 8 | 10 | 12;
  /** M restores 15 %, Q 25 %: Q where the label gets wet and dirty. */
  readonly correction?: ErrorCorrection;
}

// ISO/IEC 18004 asks for four modules of white on each side.
const quietModules = 4;

const optionsOf = (text: string, { moduleSize = 4, correction = 'M' }: QrOptions) => ({
  bcid: 'qrcode',
  text,
  eclevel: correction,
  // A module of bwip-js is two units wide, and its padding is in units.
  scale: moduleSize / 2,
  padding: quietModules * 2,
  backgroundcolor: 'FFFFFF',
});

/** A QR code as an SVG document, quiet zone included. A GS1 Digital Link is a plain address in it. */
export const qrSvg = (text: string, options: QrOptions = {}): string => toSVG(optionsOf(text, options));

/** A QR code as PNG, quiet zone included. */
export async function qrPng(text: string, options: QrOptions = {}): Promise<Uint8Array> {
  return new Uint8Array(await toBuffer(optionsOf(text, options)));
}
