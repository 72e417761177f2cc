import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Namespace, WordTrees } from '#web/i18n-words.ts';

// i18next's own typed keys cost the compiler minutes at this size: they work out every text with every value in it.
type Asked<Key extends string> = Key extends `${infer Stem}_other` ? Stem : Key extends `${string}_one` ? never : Key;
type KeysOf<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Asked<Key> : `${Key}.${KeysOf<Tree[Key]>}`;
}[keyof Tree & string];

/** The keys of a namespace, 'contract.seller'; what counts is asked for without its ending. */
type KeyOf<N extends Namespace> = KeysOf<WordTrees[N]>;

/** A word by its full name, 'linkage:contract.seller': what stands at module scope (columns, options, navigation). */
export type WordKey = { [N in Namespace]: `${N}:${KeyOf<N>}` }[Namespace];

/** Asks for a word; values go into its braces. */
export type WordsOf<N extends Namespace> = (
  key: KeyOf<N> | `shell:${KeyOf<'shell'>}` | `nav:${KeyOf<'nav'>}`,
  values?: Readonly<Record<string, unknown>>,
) => string;

/**
 * The words of a page: `const t = useWords('linkage')`, then `t('contract.seller')` for its own and `t('shell:save')`
 * for the shell's. This is the one way to words inside a component.
 */
export const useWords = <N extends Namespace>(namespace: N): WordsOf<N> =>
  useTranslation([namespace, 'shell', 'nav'] as const).t as unknown as WordsOf<N>;

/** The words behind a WordKey; the component must also call useWords, so that it follows a switch of language. */
export const word = (key: WordKey): string => i18next.t(key);

/** The words of a key made at run time (a code of a problem, say), or undefined. */
export function findWord(key: string, values: Record<string, unknown> = {}): string | undefined {
  const plural = 'count' in values && i18next.exists(`${key}_other`);
  if (!plural && !i18next.exists(key)) return undefined;
  const text: unknown = i18next.t(key, values as never);
  return typeof text === 'string' ? text : undefined;
}
