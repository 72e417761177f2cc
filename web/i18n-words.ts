import type { Language } from '#web/lib/language.ts';
import type { EnglishWords, ThaiWords } from '#web/lib/words.ts';
import { words as accountNav } from '#web/account/words.nav.ts';
import { words as booksNav } from '#web/books/words.nav.ts';
import { words as creditNav } from '#web/credit/words.nav.ts';
import { words as duplicatesNav } from '#web/duplicates/words.nav.ts';
import { words as insightNav } from '#web/insight/words.nav.ts';
import { words as intakeNav } from '#web/intake/words.nav.ts';
import { words as linkageNav } from '#web/linkage/words.nav.ts';
import { words as placesNav } from '#web/places/words.nav.ts';
import { words as productionNav } from '#web/production/words.nav.ts';
import { words as qualityNav } from '#web/quality/words.nav.ts';
import { words as registryNav } from '#web/registry/words.nav.ts';
import { words as setupNav } from '#web/setup/words.nav.ts';
import { words as supportNav } from '#web/support/words.nav.ts';

interface Files<V> {
  vi: () => Promise<{ words: V }>;
  en: () => Promise<{ words: EnglishWords<V> }>;
  th: () => Promise<{ words: ThaiWords<V> }>;
}
/** Ties the three files of a namespace together: en and th must have exactly the words of vi. */
const files = <V>(all: Files<V>): Files<V> => all;

/** The navigation is on every page, so its few words come with the shell, in all languages. */
const navOf = (language: Language) => ({
  account: accountNav[language],
  books: booksNav[language],
  credit: creditNav[language],
  duplicates: duplicatesNav[language],
  insight: insightNav[language],
  intake: intakeNav[language],
  linkage: linkageNav[language],
  places: placesNav[language],
  production: productionNav[language],
  quality: qualityNav[language],
  registry: registryNav[language],
  setup: setupNav[language],
  support: supportNav[language],
});

/** The namespaces: the shell's own words (also the kit's), the navigation, and one for each context. */
export const wordFiles = {
  nav: files({
    vi: () => Promise.resolve({ words: navOf('vi') }),
    en: () => Promise.resolve({ words: navOf('en') }),
    th: () => Promise.resolve({ words: navOf('th') }),
  }),
  shell: files({
    vi: () => import('#web/shell/words.vi.ts'),
    en: () => import('#web/shell/words.en.ts'),
    th: () => import('#web/shell/words.th.ts'),
  }),
  account: files({
    vi: () => import('#web/account/words.vi.ts'),
    en: () => import('#web/account/words.en.ts'),
    th: () => import('#web/account/words.th.ts'),
  }),
  registry: files({
    vi: () => import('#web/registry/words.vi.ts'),
    en: () => import('#web/registry/words.en.ts'),
    th: () => import('#web/registry/words.th.ts'),
  }),
  books: files({
    vi: () => import('#web/books/words.vi.ts'),
    en: () => import('#web/books/words.en.ts'),
    th: () => import('#web/books/words.th.ts'),
  }),
  intake: files({
    vi: () => import('#web/intake/words.vi.ts'),
    en: () => import('#web/intake/words.en.ts'),
    th: () => import('#web/intake/words.th.ts'),
  }),
  linkage: files({
    vi: () => import('#web/linkage/words.vi.ts'),
    en: () => import('#web/linkage/words.en.ts'),
    th: () => import('#web/linkage/words.th.ts'),
  }),
  places: files({
    vi: () => import('#web/places/words.vi.ts'),
    en: () => import('#web/places/words.en.ts'),
    th: () => import('#web/places/words.th.ts'),
  }),
  production: files({
    vi: () => import('#web/production/words.vi.ts'),
    en: () => import('#web/production/words.en.ts'),
    th: () => import('#web/production/words.th.ts'),
  }),
  quality: files({
    vi: () => import('#web/quality/words.vi.ts'),
    en: () => import('#web/quality/words.en.ts'),
    th: () => import('#web/quality/words.th.ts'),
  }),
  support: files({
    vi: () => import('#web/support/words.vi.ts'),
    en: () => import('#web/support/words.en.ts'),
    th: () => import('#web/support/words.th.ts'),
  }),
  credit: files({
    vi: () => import('#web/credit/words.vi.ts'),
    en: () => import('#web/credit/words.en.ts'),
    th: () => import('#web/credit/words.th.ts'),
  }),
  setup: files({
    vi: () => import('#web/setup/words.vi.ts'),
    en: () => import('#web/setup/words.en.ts'),
    th: () => import('#web/setup/words.th.ts'),
  }),
  duplicates: files({
    vi: () => import('#web/duplicates/words.vi.ts'),
    en: () => import('#web/duplicates/words.en.ts'),
    th: () => import('#web/duplicates/words.th.ts'),
  }),
  insight: files({
    vi: () => import('#web/insight/words.vi.ts'),
    en: () => import('#web/insight/words.en.ts'),
    th: () => import('#web/insight/words.th.ts'),
  }),
};

export type Namespace = keyof typeof wordFiles;
export const namespaces = Object.keys(wordFiles) as Namespace[];
/** The words of each namespace, as their texts in Vietnamese. */
export type WordTrees = { [N in Namespace]: Awaited<ReturnType<(typeof wordFiles)[N]['vi']>>['words'] };
