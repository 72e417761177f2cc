import { z } from 'zod';

const Base64Url = z
  .string()
  .regex(/^[A-Za-z0-9_-]+$/)
  .max(8_192);

/** What a browser answers when a passkey is asked to sign a challenge (WebAuthn, AuthenticationResponseJSON). */
export const PasskeyAssertion = z.object({
  id: Base64Url,
  rawId: Base64Url,
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
  clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
  response: z.object({
    clientDataJSON: Base64Url,
    authenticatorData: Base64Url,
    signature: Base64Url,
    userHandle: Base64Url.optional(),
  }),
});
export type PasskeyAssertion = z.output<typeof PasskeyAssertion>;

/** What the browser needs to ask a passkey to sign a challenge. */
export const PasskeyRequest = z.object({
  challenge: Base64Url,
  rpId: z.string(),
  timeout: z.int(),
  userVerification: z.literal('required'),
  allowCredentials: z.array(
    z.object({ id: Base64Url, type: z.literal('public-key'), transports: z.array(z.string()) }),
  ),
});
export type PasskeyRequest = z.output<typeof PasskeyRequest>;
