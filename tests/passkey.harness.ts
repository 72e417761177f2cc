import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** A security key in software (ES256, attestation none): what a test signs with. */
export interface SoftKey {
  readonly id: string;
  readonly register: (options: { readonly challenge: string }) => unknown;
  readonly assert: (options: { readonly challenge: string }, lie?: Lie) => Assertion;
}

/** What a test may have the key do wrong. */
export interface Lie {
  readonly origin?: string;
  readonly userVerified?: boolean;
  readonly counter?: number;
}

export interface Assertion {
  readonly id: string;
  readonly rawId: string;
  readonly type: 'public-key';
  readonly clientExtensionResults: Record<string, unknown>;
  readonly response: { clientDataJSON: string; authenticatorData: string; signature: string };
}

const sha256 = (data: Uint8Array | string): Buffer => createHash('sha256').update(data).digest();
const url64 = (data: Uint8Array): string => Buffer.from(data).toString('base64url');

const head = (major: number, length: number): Buffer =>
  length < 24
    ? Buffer.from([(major << 5) | length])
    : length < 256
      ? Buffer.from([(major << 5) | 24, length])
      : Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
const cborBytes = (data: Uint8Array): Buffer => Buffer.concat([head(2, data.length), data]);
const cborText = (text: string): Buffer => Buffer.concat([head(3, text.length), Buffer.from(text)]);

/** The public key in COSE: kty EC2, alg ES256, crv P-256. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const point = (text: string) => cborBytes(Buffer.from(text, 'base64url'));
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    point(x),
    Buffer.from([0x22]),
    point(y),
  ]);
}

const userPresent = 0x01;
const userVerified = 0x04;
const attested = 0x40;

export function softKey(origin: string): SoftKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16);
  let count = 0;

  const dataOf = (flags: number, counter: number): Buffer => {
    const tail = Buffer.alloc(5);
    tail.writeUInt8(flags, 0);
    tail.writeUInt32BE(counter, 1);
    return Buffer.concat([sha256(new URL(origin).hostname), tail]);
  };
  const clientData = (type: string, challenge: string, from: string): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin: from, crossOrigin: false }));
  const envelope = { id: url64(id), rawId: url64(id), type: 'public-key' as const, clientExtensionResults: {} };

  return {
    id: url64(id),
    register: ({ challenge }) => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const data = Buffer.concat([
        dataOf(userPresent | userVerified | attested, 0),
        Buffer.alloc(16),
        length,
        id,
        coseKey(publicKey),
      ]);
      const attestation = Buffer.concat([
        Buffer.from([0xa3]),
        cborText('fmt'),
        cborText('none'),
        cborText('attStmt'),
        Buffer.from([0xa0]),
        cborText('authData'),
        cborBytes(data),
      ]);
      const client = clientData('webauthn.create', challenge, origin);
      return {
        ...envelope,
        response: { clientDataJSON: url64(client), attestationObject: url64(attestation), transports: ['internal'] },
      };
    },
    assert: ({ challenge }, lie = {}) => {
      count = lie.counter ?? count + 1;
      const client = clientData('webauthn.get', challenge, lie.origin ?? origin);
      const data = dataOf(userPresent | (lie.userVerified === false ? 0 : userVerified), count);
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey);
      return {
        ...envelope,
        response: { clientDataJSON: url64(client), authenticatorData: url64(data), signature: url64(signature) },
      };
    },
  };
}
