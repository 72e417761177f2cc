import type { Trilingual } from '#kernel/fact.ts';
import { currentLanguage } from '#web/lib/language.ts';

/** Words that come with the data (of a policy, a bank's product) in the language of this device. */
export const said = (words: Trilingual): string => words[currentLanguage()];
