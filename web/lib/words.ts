/**
 * How words are kept. Each context has web/<context>/words.vi.ts (`export const words = {…} as const`), words.en.ts
 * (`export const words: EnglishWords<typeof vi>`) and words.th.ts (`ThaiWords<typeof vi>`): a missing or surplus
 * word does not compile. A text that counts ends in `_other` and is asked for without it: `t('rows', { count })`;
 * English has a `_one` beside each. Values stand in double braces: 'Kỳ {{year}}'.
 */
export type ThaiWords<V> = { readonly [K in keyof V]: V[K] extends string ? string : ThaiWords<V[K]> };

export type EnglishWords<V> = {
  readonly [K in keyof V]: V[K] extends string ? string : EnglishWords<V[K]>;
} & {
  readonly [K in keyof V as K extends `${infer Stem}_other` ? `${Stem}_one` : never]: string;
};
