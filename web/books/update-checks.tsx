import { Anchor, List, Text } from '@mantine/core';
import type { UpdatePage } from '#contexts/books/update.wire.ts';
import { useWords } from '#web/lib/i18n.ts';
import { Section } from '#web/ui/section.tsx';
import { figureText } from './figure-text.ts';

type Check = UpdatePage['checks'][number];

/** What forbids handing it in, then what is worth a second look. */
export function UpdateChecks({ checks }: { checks: readonly Check[] }) {
  const t = useWords('books');
  const of = (severity: Check['severity']) => checks.filter((check) => check.severity === severity);
  return (
    <Section title={t('check.title')}>
      {checks.length === 0 && <Text size="sm">{t('check.none')}</Text>}
      {(['blocks', 'warns'] as const).map(
        (severity) =>
          of(severity).length > 0 && (
            <div key={severity}>
              <Text fw={600} size="sm" c={severity === 'blocks' ? 'red' : undefined} mt="xs">
                {t(`check.${severity}`)}
              </Text>
              <List size="sm" spacing={2}>
                {of(severity).map((check) => (
                  <List.Item key={`${check.code} ${check.fields.join(' ')}`}>
                    <CheckText check={check} />
                  </List.Item>
                ))}
              </List>
            </div>
          ),
      )}
    </Section>
  );
}

function CheckText({ check: { code, fields, expected, found } }: { check: Check }) {
  const t = useWords('books');
  const [first] = fields;
  const named = code === 'split-blank' ? fields : fields.slice(0, 1);
  const text = t(`check.${code}`, {
    count: fields.length,
    fields: named.map((field) => t(`field.${field}`)).join(', '),
    ...(first !== undefined && { expected: figureText(first, expected), found: figureText(first, found) }),
  });
  return first === undefined ? <>{text}</> : <Anchor href={`#field-${first}`}>{text}</Anchor>;
}
