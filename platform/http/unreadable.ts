import type { Socket } from 'node:net';
import { randomUUID } from 'node:crypto';

/** Node's reasons why a request never became one; everything else is malformed. */
const reasons: Readonly<Record<string, readonly [status: string, code: string]>> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'request.header-too-large'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'request.too-slow'],
};

/** Answers what cannot be read as a request with a problem (RFC 9457) like every other refusal, and hangs up. */
export function refuseUnreadable(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy(error);
    return;
  }
  const [status, code] = reasons[error.code ?? ''] ?? ['400 Bad Request', 'request.malformed'];
  const body = JSON.stringify({
    type: `/problems/${code}`,
    title: code,
    status: Number(status.slice(0, 3)),
    code,
    requestId: randomUUID(),
  });
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
