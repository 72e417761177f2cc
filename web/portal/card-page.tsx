import { shownCode } from '#contexts/registry/card-code.ts';
import type { Language } from '#web/lib/language.ts';
import { cardWords } from './card-words.ts';
import { dayIn } from './day-text.ts';
import { useCard, type CardState, type CheckedCard } from './use-card.ts';
import { usePortalWords } from './portal-words.ts';
import { filled } from './trace-words.ts';

export const isCard = (pathname: string): boolean => /^\/m(\/|$)/.test(pathname);

/** Whose member a card names. It says so without a network too, and how old its knowledge is. */
export function CardPage({ language }: { language: Language }) {
  const state = useCard();
  const words = cardWords[language];
  const common = usePortalWords();
  const isWorking = state.check === undefined && state.checked === undefined && state.online;
  return (
    <>
      <h1>{words.title}</h1>
      {isWorking && <p role="status">{common.loading}</p>}
      {!isWorking && state.text === '' && <p>{words.lead}</p>}
      {!isWorking && state.text !== '' && <Verdict state={state} language={language} />}
      {!isWorking && <Readiness state={state} language={language} />}
    </>
  );
}

function Verdict({ state: { checked, able, check }, language }: { state: CardState; language: Language }) {
  const words = cardWords[language];
  if (checked === undefined)
    return (
      <p role="alert" className="trace-state trace-bad">
        {able && check === undefined ? words.nothingKept : words.unable}
      </p>
    );
  if (checked.troubles.length > 0)
    return (
      <div className="trace-state trace-bad" role="alert">
        <strong>✕ {words.bad}</strong>
        <ul>
          {checked.troubles.map((trouble) => (
            <li key={trouble}>{words.trouble[trouble]}</li>
          ))}
        </ul>
      </div>
    );
  return <Good checked={checked} province={check?.province.name ?? ''} language={language} />;
}

interface GoodProps {
  readonly checked: CheckedCard;
  readonly province: string;
  readonly language: Language;
}

function Good({ checked, province, language }: GoodProps) {
  const words = cardWords[language];
  const { told, code } = checked;
  return (
    <>
      {told?.synthetic === true && <p className="portal-note">{words.synthetic}</p>}
      <Standing checked={checked} province={province} language={language} />
      {told !== undefined && <MemberName name={told.member?.name} language={language} />}
      {code !== null && (
        <p>
          {words.code}: <code>{shownCode(code)}</code>
        </p>
      )}
      <p className="portal-note">{words.noRight}</p>
      {checked.cautions.map((caution) => (
        <p key={caution} className="portal-note" role="alert">
          {words.caution[caution]}
        </p>
      ))}
    </>
  );
}

/** Whose card it is, and until when; after a merger, who it is carried on to. */
function Standing({ checked: { told, expiresOn }, province, language }: GoodProps) {
  const words = cardWords[language];
  const until = expiresOn === null ? '' : dayIn(language, expiresOn);
  const organisation = told?.organisation;
  return (
    <div className="trace-state trace-good">
      <strong>
        ✓{' '}
        {organisation
          ? filled(words.good, { organisation: (told?.carriedTo ?? organisation).name, until })
          : filled(words.goodOffline, { province, until })}
      </strong>
      {told === undefined && <div>{words.offline}</div>}
      {organisation && told?.carriedTo && <div>{filled(words.carried, { organisation: organisation.name })}</div>}
    </div>
  );
}

function MemberName({ name, language }: { name: string | undefined; language: Language }) {
  const words = cardWords[language];
  if (name === undefined) return <p className="trace-none">{words.nameHidden}</p>;
  return (
    <p>
      {words.name}: <strong>{name}</strong>
    </p>
  );
}

/** What this phone could do without a network. */
function Readiness({ state: { check, able, online }, language }: { state: CardState; language: Language }) {
  const words = cardWords[language];
  if (!able) return <p className="trace-none">{words.unableHere}</p>;
  if (check === undefined) return null;
  const { list } = check;
  return (
    <section>
      <h2>{words.without}</h2>
      <p>{words.withoutLead}</p>
      <p className="trace-none">
        {list === null
          ? words.noList
          : filled(words.list, { number: list.number, day: dayIn(language, list.day), entries: list.entries })}
        {!online && ` ${words.offlineNow}`}
      </p>
    </section>
  );
}
