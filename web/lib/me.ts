import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query';
import type { myAccount } from '#contexts/people/account.wire.ts';
import type { Role } from '#kernel/actor.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { answer } from './api.ts';

export type Me = ReplyOf<typeof myAccount>;

// By name only: the method's schemas would bring zod into the shell, which parses nothing.
const me = { kind: 'query', name: 'people.account.get' } as typeof myAccount;
const question = () => ({ ...answer(me, {}), staleTime: 60_000 });

/** Who is signed in, with which roles, in which province. The shell has asked before any page shows. */
export const useMe = (): Me => useSuspenseQuery(question()).data;
export const askMe = (client: QueryClient): Promise<Me> => client.ensureQueryData(question());

export const isSignedIn = (me: Me): boolean => me.account !== null;
export const hasRole = (me: Me, ...roles: readonly Role[]): boolean =>
  me.grants.some((grant) => roles.includes(grant.role));
