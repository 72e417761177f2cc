import i18next, { type ParseKeys, type TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Namespace } from '#web/i18n-words.ts';

/** A word by its full name, 'linkage:contract.seller': what stands at module scope (columns, options, navigation). */
export type WordKey = { [N in Namespace]: `${N}:${ParseKeys<N>}` }[Namespace];

export type WordsOf<N extends Namespace> = TFunction<[N, 'shell', 'nav']>;

/**
 * The words of a page: `const t = useWords('linkage')`, then `t('contract.seller')` for its own and `t('shell:save')`
 * for the shell's. This is the one way to words inside a component.
 */
export const useWords = <N extends Namespace>(namespace: N): WordsOf<N> =>
  useTranslation([namespace, 'shell', 'nav'] as const).t as unknown as WordsOf<N>;

/** The words behind a WordKey; the component must also call useWords, so that it follows a switch of language. */
export const word = (key: WordKey): string => i18next.t(key as never);

/** The words of a key made at run time (a code of a problem, say), or undefined. */
export function findWord(key: string, values: Record<string, unknown> = {}): string | undefined {
  const plural = 'count' in values && i18next.exists(`${key}_other`);
  if (!plural && !i18next.exists(key)) return undefined;
  const text: unknown = i18next.t(key as never, values as never);
  return typeof text === 'string' ? text : undefined;
}
