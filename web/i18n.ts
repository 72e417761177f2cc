import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { wordFiles, type Namespace } from '#web/i18n-words.ts';
import { currentLanguage, setCurrentLanguage, type Language } from '#web/lib/language.ts';

/** Loads a namespace in one language, when a route or a switch of language first wants it. */
const wordsBackend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  async read(language, namespace) {
    return (await wordFiles[namespace as Namespace][language as Language]()).words;
  },
};

const started = Promise.withResolvers<void>();

/** Ready once the shell's words are there in the language of this device. */
export async function startWords(language: Language = currentLanguage()): Promise<void> {
  await i18next
    .use(wordsBackend)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: false,
      ns: ['shell', 'nav'],
      defaultNS: 'shell',
      // React escapes what it renders.
      interpolation: { escapeValue: false },
    });
  setCurrentLanguage(language);
  started.resolve();
}

/** The router asks for a page's words before they have been started: asked too early, i18next would load none and say so to nobody. */
export async function wordsReady(names: readonly Namespace[]): Promise<void> {
  await started.promise;
  await i18next.loadNamespaces(names);
}

/** The formats follow the words: both change once all words in use are there. */
export async function switchLanguage(language: Language): Promise<void> {
  await i18next.loadLanguages(language);
  setCurrentLanguage(language);
  await i18next.changeLanguage(language);
}
