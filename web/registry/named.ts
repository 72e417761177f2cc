import type { Names } from '#contexts/registry/certificate.wire.ts';
import { currentLanguage } from '#web/lib/language.ts';

/** The name in the language of the pages. */
export const nameIn = (names: Names): string => names[currentLanguage()];
