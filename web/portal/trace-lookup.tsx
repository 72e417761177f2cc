import { useState, type FormEvent } from 'react';
import type { TraceView } from '#contexts/quality/trace.wire.ts';
import type { Language } from '#web/lib/language.ts';
import { usePortalWords } from './portal-words.ts';
import { TracePage } from './trace-page.tsx';
import { traceWords } from './trace-words.ts';
import { useFetched } from './use-fetched.ts';

/** By which key an address asks: the token behind a Digital Link, or a short code. */
export function traceQuestion({ pathname, search }: Pick<Location, 'pathname' | 'search'>): string | undefined {
  const token = new URLSearchParams(search).get('k');
  if (pathname.startsWith('/01/') && token !== null) return `token=${encodeURIComponent(token)}`;
  const code = /^\/t\/([^/]+)\/?$/.exec(pathname)?.[1];
  return code === undefined ? undefined : `code=${code}`;
}

export const isTrace = (pathname: string): boolean => pathname.startsWith('/01/') || /^\/t(\/|$)/.test(pathname);

/** What was scanned, or the form to type the code beside it. */
export function Trace({ language }: { language: Language }) {
  const question = traceQuestion(globalThis.location);
  return question === undefined ? <CodeForm language={language} /> : <Found question={question} language={language} />;
}

function Found({ question, language }: { question: string; language: Language }) {
  const words = usePortalWords();
  const found = useFetched<TraceView>(`/api/quality.trace.get?${question}`);
  if (found.state === 'loading') return <p role="status">{words.loading}</p>;
  if (found.state === 'there') return <TracePage trace={found.reply} language={language} />;
  if (found.state === 'failed')
    return (
      <p role="alert">
        {words.failed}{' '}
        <button type="button" onClick={found.retry}>
          {words.retry}
        </button>
      </p>
    );
  const own = traceWords[language];
  return (
    <>
      <p role="alert" className="trace-state trace-bad">
        {found.state === 'too-many' ? own.tooMany : own.unknown}
      </p>
      <CodeForm language={language} />
    </>
  );
}

const plainCode = (typed: string): string => typed.toUpperCase().replaceAll(/[\s-]/g, '');

function CodeForm({ language }: { language: Language }) {
  const words = traceWords[language];
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState(false);
  const find = (event: FormEvent): void => {
    event.preventDefault();
    const typed = plainCode(code);
    if (!/^[0-9A-Z]{10}$/.test(typed)) return setWrong(true);
    globalThis.location.assign(`/t/${typed.slice(0, 5)}-${typed.slice(5)}`);
  };
  return (
    <form onSubmit={find} noValidate>
      <h1>{words.look}</h1>
      <p>{words.lookLead}</p>
      <label htmlFor="code">{words.code}</label>
      <input
        id="code"
        value={code}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={20}
        aria-invalid={wrong}
        aria-describedby="code-hint"
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <p id="code-hint" className="trace-none" role={wrong ? 'alert' : undefined}>
        {wrong ? words.malformed : words.codeHint}
      </p>
      <button type="submit" className="trace-find">
        {words.find}
      </button>
    </form>
  );
}
