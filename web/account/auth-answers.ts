import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { askAuth } from '#web/lib/auth.ts';

export interface HeldPasskey {
  readonly id: string;
  readonly name: string | null;
  readonly createdAt: string;
}

interface WayIn {
  readonly providerId: string;
  readonly accountId: string;
}

const passkeys = queryOptions({
  queryKey: ['auth', 'passkeys'],
  queryFn: () => askAuth<HeldPasskey[]>('passkey/list-user-passkeys'),
});
const waysIn = queryOptions({ queryKey: ['auth', 'accounts'], queryFn: () => askAuth<WayIn[]>('list-accounts') });
const session = queryOptions({
  queryKey: ['auth', 'session'],
  queryFn: () => askAuth<{ user: { twoFactorEnabled: boolean | null } } | null>('get-session'),
});

/** How this account can be proved: what the sign-in endpoints say of it. */
export const usePasskeys = () => useQuery(passkeys).data;
export const useWaysIn = () => useQuery(waysIn).data;
export const useHasAuthenticator = (): boolean | undefined => {
  const { data } = useQuery(session);
  return data === undefined ? undefined : data?.user.twoFactorEnabled === true;
};

/** After a change: asks all of it again. */
export function useAskAgain(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['auth'] });
}
