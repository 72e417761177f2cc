import { createHmac, timingSafeEqual } from 'node:crypto';

export const cookiePrefix = 'lienket';
const sessionCookie = `${cookiePrefix}.session_token`;

const isHttps = (origin: string): boolean => origin.startsWith('https:');

export const sessionCookieName = (origin: string): string => `${isHttps(origin) ? '__Secure-' : ''}${sessionCookie}`;

function valueOf(header: string, name: string): string | undefined {
  for (const part of header.split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}

const signature = (token: string, secret: string): Buffer => createHmac('sha256', secret).update(token).digest();

function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}

/** The session token of better-auth's signed cookie (token.HMAC-SHA256), or undefined when it was not signed by us. */
export function sessionToken(cookieHeader: string | undefined, secret: string): string | undefined {
  if (cookieHeader === undefined) return undefined;
  const raw = valueOf(cookieHeader, `__Secure-${sessionCookie}`) ?? valueOf(cookieHeader, sessionCookie);
  const value = raw === undefined ? undefined : decoded(raw);
  if (value === undefined) return undefined;
  const dot = value.lastIndexOf('.');
  if (dot < 1) return undefined;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), 'base64');
  const expected = signature(token, secret);
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : undefined;
}

/** A Set-Cookie as better-auth writes it, ended with the browser. */
export function signedSessionCookie(token: string, secret: string, origin: string): string {
  const value = encodeURIComponent(`${token}.${signature(token, secret).toString('base64')}`);
  return `${sessionCookieName(origin)}=${value}; Path=/; HttpOnly; SameSite=Lax${isHttps(origin) ? '; Secure' : ''}`;
}
