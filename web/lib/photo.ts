const longestSide = 1600;
const quality = 0.85;
const smallEnough = 600_000;

/** The size of a picture when its longest side may be `limit`. */
export function fitted(width: number, height: number, limit: number = longestSide): { width: number; height: number } {
  const factor = Math.min(1, limit / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}

/** Any picture the browser can show as a PNG of at most so many pixels a side; others stay as they are. */
export async function asPng(file: File, limit: number): Promise<File> {
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (picture === undefined) return file;
  const canvas = document.createElement('canvas');
  const size = fitted(picture.width, picture.height, limit);
  Object.assign(canvas, size);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, size.width, size.height);
  picture.close();
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  return blob === null ? file : new File([blob], file.name.replace(/\.[^.]+$/, '') + '.png', { type: 'image/png' });
}

/** A phone's photo made small enough for a thin network; also drops where it was taken. Other files stay as they are. */
export async function shrunkPhoto(file: File): Promise<File> {
  if (!/^image\/(jpeg|png|webp|heic|heif)$/.test(file.type)) return file;
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (picture === undefined) return file;
  const size = fitted(picture.width, picture.height);
  const isSmall = size.width === picture.width && file.size <= smallEnough;
  if (isSmall && file.type !== 'image/jpeg') return file;
  const canvas = document.createElement('canvas');
  Object.assign(canvas, size);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, size.width, size.height);
  picture.close();
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality));
  if (blob === null) return file;
  return new File([blob], file.name.replace(/\.[^.]+$/, '') + '.jpg', { type: 'image/jpeg' });
}
