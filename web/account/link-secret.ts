import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { newId } from '#kernel/id.ts';
import { newLinkToken, tokenHash } from '#contexts/people/invitation.ts';

/** The secret of a one-time link is made here and stays here: the server learns its hash. */
export function useLinkSecret() {
  const [made] = useState(() => ({ invitation: newId(), token: newLinkToken() }));
  const { data = '' } = useQuery({
    queryKey: ['link-secret', made.invitation],
    queryFn: () => tokenHash(made.token),
    staleTime: Infinity,
    gcTime: 0,
    networkMode: 'always',
  });
  return { ...made, tokenHash: data };
}
