import type { ReplyOf } from '#kernel/method.ts';
import type { myAccount } from '#contexts/people/account.wire.ts';
import { languageNames, languages, type Language } from '#web/lib/language.ts';
import { Mark } from '#web/shell/mark.tsx';
import { CardPage, isCard } from './card-page.tsx';
import { usePortalWords } from './portal-words.ts';
import { isTrace, Trace } from './trace-lookup.tsx';
import { useFetched } from './use-fetched.ts';

interface PortalPageProps {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

/** The head with the language, around every public page; which page it is says the address. */
export function PortalPage({ language, onLanguage }: PortalPageProps) {
  const words = usePortalWords();
  return (
    <>
      <header className="portal-header">
        <Mark />
        <strong>Lienket</strong>
        <div role="group" aria-label={words.language} className="portal-languages">
          {languages.map((each) => (
            <button
              key={each}
              type="button"
              lang={each}
              aria-pressed={each === language}
              onClick={() => onLanguage(each)}
            >
              {languageNames[each]}
            </button>
          ))}
        </div>
      </header>
      <main className="portal-main">
        <Content language={language} />
      </main>
    </>
  );
}

function Content({ language }: { language: Language }) {
  const { pathname } = globalThis.location;
  if (isTrace(pathname)) return <Trace language={language} />;
  return isCard(pathname) ? <CardPage language={language} /> : <Here />;
}

/** Whose installation this is, where the address names no record. */
function Here() {
  const words = usePortalWords();
  const here = useFetched<ReplyOf<typeof myAccount>>('/api/people.account.get');
  return (
    <>
      {here.state === 'there' && here.reply.province.demonstration && <p className="portal-note">{words.synthetic}</p>}
      <h1>{here.state === 'there' ? here.reply.province.name : words.publicPage}</h1>
      {here.state === 'loading' && <p role="status">{words.loading}</p>}
      {here.state === 'not-found' && <p>{words.notFound}</p>}
      {here.state === 'failed' && (
        <p role="alert">
          {words.failed}{' '}
          <button type="button" onClick={here.retry}>
            {words.retry}
          </button>
        </p>
      )}
    </>
  );
}
