import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query';
import { myAccount } from '#contexts/registry/account.wire.ts';
import type { Role } from '#kernel/actor.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { answer } from './api.ts';

export type Me = ReplyOf<typeof myAccount>;

const question = () => ({ ...answer(myAccount, {}), staleTime: 60_000 });

/** Who is signed in, with which roles, in which province. The shell has asked before any page shows. */
export const useMe = (): Me => useSuspenseQuery(question()).data;
export const askMe = (client: QueryClient): Promise<Me> => client.ensureQueryData(question());

export const isSignedIn = (me: Me): boolean => me.account !== null;
export const hasRole = (me: Me, ...roles: readonly Role[]): boolean => me.grants.some((grant) => roles.includes(grant.role));
