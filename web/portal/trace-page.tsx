import type { ReactNode } from 'react';
import type { Day } from '#kernel/day.ts';
import type { TraceView } from '#contexts/quality/trace.wire.ts';
import type { Language } from '#web/lib/language.ts';
import { dayIn, locale } from './day-text.ts';
import { filled, traceWords } from './trace-words.ts';

interface TraceProps {
  readonly trace: TraceView;
  readonly language: Language;
}

/** The way back of a lot: what Circular 02/2024/TT-BKHCN asks for, and what the laboratory did not look at. */
export function TracePage({ trace, language }: TraceProps) {
  const words = traceWords[language];
  return (
    <>
      {trace.synthetic && <p className="portal-note">{words.synthetic}</p>}
      <h1>{trace.product[language]}</h1>
      <p className="trace-lead">{trace.producer.name}</p>
      <Standing trace={trace} language={language} />
      <About trace={trace} language={language} />
      <Stages trace={trace} language={language} />
      <Practice trace={trace} language={language} />
      <Laboratory trace={trace} language={language} />
      <Markets trace={trace} language={language} />
      <p className="trace-law">{words.law}</p>
    </>
  );
}

function Standing({ trace, language }: TraceProps) {
  const words = traceWords[language];
  if (trace.state === 'released') return <p className="trace-state trace-good">✓ {words.released}</p>;
  return (
    <div className="trace-state trace-bad" role="alert">
      <strong>
        ✕ {words.blocked}
        {trace.blockedOn !== null && ` · ${dayIn(language, trace.blockedOn)}`}
      </strong>
      <div>{words.blockedLead}</div>
    </div>
  );
}

function Facts({ facts, none }: { facts: readonly (readonly [string, ReactNode])[]; none: string }) {
  return (
    <dl className="trace-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value === null || value === '' ? <span className="trace-none">{none}</span> : value}</dd>
        </div>
      ))}
    </dl>
  );
}

function About({ trace, language }: TraceProps) {
  const words = traceWords[language];
  const day = (on: Day | null): string | null => (on === null ? null : dayIn(language, on));
  const harvested =
    trace.harvestedFrom === trace.harvestedUntil
      ? day(trace.harvestedFrom)
      : [day(trace.harvestedFrom), day(trace.harvestedUntil)].join(' – ');
  const amount = new Intl.NumberFormat(locale[language], { maximumFractionDigits: 1 }).format(
    trace.qty / trace.unit.qty,
  );
  return (
    <section>
      <h2>{words.about}</h2>
      <Facts
        none={words.none}
        facts={[
          [words.product, trace.product[language]],
          [words.variety, trace.variety?.[language] ?? null],
          [words.producer, trace.producer.name],
          [words.place, trace.producer.place],
          [words.placeCode, trace.producer.gln],
          [words.lot, <code key="lot">{trace.lotCode}</code>],
          [words.gtin, trace.gtin && <code>{trace.gtin}</code>],
          [words.shortCode, <code key="short">{trace.shortCode}</code>],
          [words.qty, `${amount} ${trace.unit.code}`],
          [words.harvested, harvested],
          [words.packed, day(trace.packedOn)],
          [words.bestBefore, day(trace.bestBeforeOn)],
          [words.plots, String(trace.plots)],
          [words.image, null],
        ]}
      />
    </section>
  );
}

type Stage = TraceView['stages'][number];

function Stages({ trace, language }: TraceProps) {
  const words = traceWords[language];
  const days = ({ from, until }: Stage): string => {
    if (from === null) return words.noDays;
    return until === null || until === from
      ? dayIn(language, from)
      : `${dayIn(language, from)} – ${dayIn(language, until)}`;
  };
  const signedText = ({ signed, seasons, signedOn }: Stage): string => {
    if (signed === 0 || signedOn === null) return words.notSigned;
    if (signed < seasons) return filled(words.signedSome, { signed, seasons });
    return filled(words.signed, { day: dayIn(language, signedOn) });
  };
  return (
    <section>
      <h2>{words.stages}</h2>
      <ol className="trace-stages">
        {trace.stages.map((stage) => (
          <li key={stage.stage} data-signed={stage.signed > 0 && stage.signed === stage.seasons}>
            <strong>{words.stage[stage.stage] ?? stage.stage}</strong>
            <div>{[days(stage), stage.place].filter(Boolean).join(' · ')}</div>
            <div className="trace-signed">{signedText(stage)}</div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A practice is no certificate, and the page says which of the two it is. */
function Practice({ trace, language }: TraceProps) {
  const words = traceWords[language];
  const { certificate } = trace;
  return (
    <section>
      <h2>{words.practice}</h2>
      <p>{words.claim[trace.claim]}</p>
      {certificate === null ? (
        trace.claim !== 'none' && <p className="trace-none">{words.noCertificate}</p>
      ) : (
        <p>
          {words.certificate}: {certificate.number} · {certificate.issuer}
          {certificate.validUntil !== null && ` (${words.until} ${dayIn(language, certificate.validUntil)})`}
        </p>
      )}
      {trace.protocols.length > 0 && (
        <p>
          {words.protocols}: {trace.protocols.map((protocol) => protocol[language]).join(', ')}
        </p>
      )}
    </section>
  );
}

function Laboratory({ trace, language }: TraceProps) {
  const words = traceWords[language];
  const { laboratory } = trace;
  if (laboratory === null) return null;
  return (
    <section>
      <h2>{words.laboratory}</h2>
      <p>
        <strong>{filled(words.tested, { count: laboratory.analytes })}</strong>
      </p>
      <Facts
        none={words.none}
        facts={[
          [words.laboratory, laboratory.name],
          [words.accreditation, laboratory.accreditation],
          [words.method, laboratory.method],
          [words.report, `${laboratory.reportNumber} · ${dayIn(language, laboratory.issuedOn)}`],
        ]}
      />
    </section>
  );
}

function Markets({ trace, language }: TraceProps) {
  const words = traceWords[language];
  if (trace.markets.length === 0) return null;
  return (
    <section>
      <h2>{words.markets}</h2>
      {trace.markets.map(({ market, release, releasedOn, limitSet, verified, notTested }) => (
        <article key={market.code} className="trace-market">
          <h3>
            {market[language]}: {words.verdict[release]}
          </h3>
          <p>
            {filled(words.releasedOn, { day: dayIn(language, releasedOn) })}. {words.limits} {limitSet}
            {!verified && <em> ({words.unverified})</em>}
          </p>
          {notTested.length > 0 && (
            <details>
              <summary>{filled(words.notTested, { count: notTested.length })}</summary>
              <p>
                {words.notTestedLead} {notTested.join('; ')}
              </p>
            </details>
          )}
        </article>
      ))}
    </section>
  );
}
