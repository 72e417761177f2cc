import { newId, type FileId } from '#kernel/id.ts';
import { ApiProblem, problemFrom, unreachable } from './api-problem.ts';
import { shrunkPhoto } from './photo.ts';

export interface Uploaded {
  readonly id: FileId;
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly name: string;
}

export const largestBytes = 20_000_000;

interface UploadOptions {
  /** From 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** The same id for the same file again after a failure: it is then not kept twice. */
  readonly id?: FileId;
}

/** Sends a file ahead of the command that will name it. XMLHttpRequest, because fetch tells no upload progress. */
export async function upload(file: File, { onProgress, id = newId<FileId>() }: UploadOptions = {}): Promise<Uploaded> {
  const small = await shrunkPhoto(file);
  if (small.size > largestBytes) throw new ApiProblem(413, 'file.too-large');
  const address = `/files?${new URLSearchParams({ id, name: small.name }).toString()}`;
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0));
    request.addEventListener('error', () => fail(unreachable()));
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) done(JSON.parse(request.responseText) as Uploaded);
      else fail(problemFrom(request.status, request.responseText));
    });
    request.send(small);
  });
}
