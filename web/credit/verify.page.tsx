import { Button, Group, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useNavigate, useParams } from 'react-router';
import { codeText, DossierCodePattern } from '#contexts/credit/dossier.ts';
import { verifyDossier } from '#contexts/credit/dossier.wire.ts';
import { answer } from '#web/lib/api.ts';
import { useWords } from '#web/lib/i18n.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Facts } from '#web/ui/facts.tsx';
import { SyntheticMark } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { Section } from '#web/ui/section.tsx';
import { DayText } from '#web/ui/value-text.tsx';
import { HashText, IntactBadge } from './dossier-seal.tsx';
import { creditPaths } from './paths.ts';

const plain = (typed: string): string => typed.replaceAll(/[\s-]/g, '').toUpperCase();

/** For whoever holds the paper, by its code or its QR code. No parties are named. */
export function Page() {
  const t = useWords('credit');
  const { code } = useParams();
  return (
    <>
      <PageHeader title={t('verify.title')} lead={t('verify.lead')} />
      <Question key={code ?? ''} code={code ?? ''} />
      {code !== undefined && DossierCodePattern.test(plain(code)) && <Result code={plain(code)} />}
    </>
  );
}

function Question({ code }: { code: string }) {
  const t = useWords('credit');
  const navigate = useNavigate();
  const [typed, setTyped] = useState(codeText(plain(code)));
  const [isAsked, setAsked] = useState(code !== '');
  const isCode = DossierCodePattern.test(plain(typed));
  const check = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (isCode) void navigate(creditPaths.verifyCode(plain(typed)));
  };
  return (
    <form onSubmit={check} noValidate data-noprint>
      <Group align="flex-start" gap="sm">
        <TextInput
          label={t('verify.code')}
          description={t('verify.hint')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={isAsked && !isCode && t('field.code.wrong')}
          maxLength={40}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          w={{ base: '100%', sm: '24rem' }}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
        <Button type="submit" mt={{ base: 0, sm: 26 }}>
          {t('verify.act')}
        </Button>
      </Group>
    </form>
  );
}

function Result({ code }: { code: string }) {
  const t = useWords('credit');
  const { data, error, isPending } = useQuery(answer(verifyDossier, { code }));
  if (isPending) return <p role="status">{t('shell:loading')}</p>;
  if (error?.status === 404)
    return (
      <Section title={t('verify.unknown')}>
        <EmptyState title={codeText(code)} text={t('verify.unknownText')} />
      </Section>
    );
  if (data === undefined) return <ProblemNote problem={error} />;
  const { assembledOn, contentHash, intact, synthetic } = data;
  return (
    <Section
      title={t(intact ? 'verify.intact' : 'verify.broken')}
      lead={t(intact ? 'verify.intactText' : 'verify.brokenText')}
      actions={synthetic && <SyntheticMark />}
    >
      <Facts
        facts={[
          { label: t('verify.code'), value: <HashText hash={codeText(code)} /> },
          { label: t('dossier.wholeLabel'), value: <IntactBadge intact={intact} /> },
          { label: t('verify.assembledOn'), value: <DayText day={assembledOn} /> },
          { label: t('dossier.hash'), value: <HashText hash={contentHash} /> },
        ]}
      />
    </Section>
  );
}
