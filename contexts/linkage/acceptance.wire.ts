import { z } from 'zod';
import { ContractId, FileId, idOf, type Branded } from '#kernel/id.ts';
import { command, query } from '#kernel/method.ts';
import { PasskeyAssertion, PasskeyRequest } from '#kernel/passkey.ts';
import { Sha256 } from '#kernel/text.ts';
import { contractStates } from './contract.ts';
import { sides } from './part.wire.ts';

export const AcceptanceId = idOf('AcceptanceId');
export type AcceptanceId = Branded<'AcceptanceId'>;

/** How the person may accept: what a passkey would be asked to sign, and whether this is a demonstration account. */
export const acceptanceWays = query('linkage.acceptance.get', {
  input: z.object({ contract: ContractId, side: z.enum(sides) }),
  reply: z.object({
    contentHash: Sha256,
    passkey: PasskeyRequest.nullable(),
    demonstration: z.boolean(),
  }),
});

const Way = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('passkey'), assertion: PasskeyAssertion.meta({ personal: true }) }),
  z.object({
    kind: z.literal('password'),
    password: z.string().min(1).max(200).meta({ personal: true, secret: true }),
  }),
  z.object({ kind: z.literal('demonstration') }),
  z.object({ kind: z.literal('paper'), scan: FileId }),
]);

export const acceptContract = command('linkage.contract.accept', {
  input: z.object({
    id: AcceptanceId,
    contract: ContractId,
    side: z.enum(sides),
    /** What was on the screen: a wording changed meanwhile is refused. */
    contentHash: Sha256,
    way: Way,
  }),
  reply: z.object({ state: z.enum(contractStates) }),
});

/** The other side says that the scan shows the signed paper. */
export const confirmAcceptance = command('linkage.acceptance.confirm', {
  input: z.object({ acceptance: AcceptanceId }),
  reply: z.object({ state: z.enum(contractStates) }),
});
