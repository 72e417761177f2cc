import type { Day } from '#kernel/day.ts';

export const resultKinds = ['nd', 'below-loq', 'value'] as const;
export type ResultKind = (typeof resultKinds)[number];

/** What a laboratory says of one analyte. Not detected is not zero: it is below a limit that must be named. */
export interface AnalyteResult {
  readonly analyte: string;
  readonly kind: ResultKind;
  readonly valueNgPerKg: number | null;
  /** Expanded, as stated by the laboratory; null: half the value is taken. */
  readonly uncertaintyNgPerKg: number | null;
  readonly loqNgPerKg: number;
}

export interface Component {
  readonly analyte: string;
  /** Molar factor to the substance the sum is expressed as, in millionths. */
  readonly factorMillionths: number;
}

export interface ResidueDefinition {
  readonly residue: string;
  readonly components: readonly Component[];
}

export type DefaultRule =
  | { readonly kind: 'value'; readonly ngPerKg: number; readonly verified: boolean }
  | { readonly kind: 'none' }
  | { readonly kind: 'not-allowed' };

export interface ListedLimit {
  readonly residue: string;
  readonly rule: 'limit' | 'default' | 'exempt';
  readonly ngPerKg: number | null;
  readonly verified: boolean;
}

/** One version of a market's limits, as it stands for one commodity. */
export interface LimitSet {
  readonly id: string;
  readonly market: string;
  readonly version: string;
  readonly commodity: string;
  readonly defaultRule: DefaultRule;
  /** The sums in use; an analyte in none of them is a residue of its own. */
  readonly sums: readonly ResidueDefinition[];
  readonly listed: readonly ListedLimit[];
}

export const enforcements = ['compliant', 'not-compliant', 'inconclusive', 'no-limit', 'not-tested'] as const;
export type Enforcement = (typeof enforcements)[number];
export const releaseVerdicts = ['pass', 'fail', 'inconclusive', 'no-limit', 'not-tested'] as const;
export type ReleaseVerdict = (typeof releaseVerdicts)[number];

export const verdictNotes = [
  'above-limit',
  'limit-within-uncertainty',
  'loq-above-limit',
  'component-missing',
  'loqs-add-up-above-limit',
  'not-allowed-at-all',
] as const;
export type VerdictNote = (typeof verdictNotes)[number];

export type LimitInForce =
  | { readonly kind: 'value'; readonly ngPerKg: number; readonly listed: boolean; readonly verified: boolean }
  | { readonly kind: 'none' | 'exempt' | 'not-allowed' };

export interface ComponentFound extends Component {
  readonly kind: ResultKind | 'not-tested';
  readonly valueNgPerKg: number | null;
  readonly loqNgPerKg: number | null;
}

export interface ResidueVerdict {
  readonly residue: string;
  readonly limit: LimitInForce;
  readonly components: readonly ComponentFound[];
  /** For display: the sum to the nearest ng/kg. Comparison is exact. null: nothing at or above its LOQ. */
  readonly foundNgPerKg: number | null;
  readonly uncertainty: 'stated' | 'half-of-value' | null;
  readonly enforcement: Enforcement;
  readonly release: ReleaseVerdict;
  readonly notes: readonly VerdictNote[];
}

export interface MarketVerdict {
  readonly market: string;
  readonly limitSet: string;
  readonly version: string;
  readonly commodity: string;
  readonly on: Day;
  readonly enforcement: Enforcement;
  readonly release: ReleaseVerdict;
  readonly analytes: number;
  readonly residues: readonly ResidueVerdict[];
  /** Residues this market names for the commodity of which the report has nothing: "clean" says nothing of them. */
  readonly notTested: readonly { readonly residue: string; readonly limit: LimitInForce }[];
}

export interface OrganicVerdict {
  /** Any synthetic residue at or above its LOQ is a breach, limit or no limit. */
  readonly breaches: readonly string[];
  /** Said to be there, below what can be measured: to be looked into. */
  readonly traces: readonly string[];
}
