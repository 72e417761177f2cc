/** What the sign-in page may offer: configuration, said once at start by the composition root. */
export interface SignInWays {
  /** off: LIENKET_DEMO=0. loopback: only on this machine. public: also over the network. */
  readonly demonstration: 'off' | 'loopback' | 'public';
  readonly providers: readonly { readonly id: string; readonly name: string }[];
}

let offered: SignInWays = { demonstration: 'off', providers: [] };

export const offerSignInWays = (ways: SignInWays): void => {
  offered = ways;
};
export const signInWays = (): SignInWays => offered;
