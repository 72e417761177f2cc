import { connect, type AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { testDatabase, testServer } from './harness.ts';

const { server } = await testServer(await testDatabase(), []);
await server.listen({ port: 0, host: '127.0.0.1' });
const { port } = server.server.address() as AddressInfo;

/** What is answered to these bytes: a real socket, since injected requests never meet Node's parser. */
const sent = (text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.setEncoding('utf8');
    socket.on('data', (chunk) => (said += chunk));
    socket.on('close', () => resolve(said));
    socket.on('error', reject);
  });

describe('what cannot be read as a request', () => {
  test.each([
    [
      'a query of 20 kB',
      `GET /api/x?q=${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
      431,
      'request.header-too-large',
    ],
    ['no HTTP at all', 'hello\r\n\r\n', 400, 'request.malformed'],
    [
      'a path that decodes to nothing',
      'GET /api/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      400,
      'request.malformed',
    ],
  ])('%s is answered by a problem with a code', async (_what, text, status, code) => {
    const [head = '', body = ''] = (await sent(text)).split('\r\n\r\n');
    expect(head).toContain(`HTTP/1.1 ${status}`);
    expect(head.toLowerCase()).toContain('application/problem+json');
    expect(JSON.parse(body)).toMatchObject({ status, code });
  });
});
