import { Spoiler, Table, Text } from '@mantine/core';
import { basisWords, personalFieldTable, readerWords, retentionWords } from '#contexts/registry/personal-field.ts';
import { useWords } from '#web/lib/i18n.ts';
import { currentLanguage } from '#web/lib/language.ts';
import { UnverifiedMark } from '#web/ui/marks.tsx';
import { Section } from '#web/ui/section.tsx';

/** What is kept of a member, on what ground and how long: the same table the data-protection file prints. */
export function PersonalFields() {
  const t = useWords('registry');
  const language = currentLanguage();
  return (
    <Section title={t('personal.fields')} lead={t('personal.fieldsLead')}>
      <Spoiler maxHeight={180} showLabel={t('personal.more')} hideLabel={t('personal.less')}>
        <Table.ScrollContainer minWidth={280}>
          <Table verticalSpacing="xs">
            <Table.Tbody>
              {personalFieldTable.map((one) => (
                <Table.Tr key={one.field}>
                  <Table.Th scope="row" ta="start" w="28%">
                    {one.name[language]}
                  </Table.Th>
                  <Table.Td>
                    <Text size="sm">{one.purpose[language]}</Text>
                    <Text size="sm" c="dimmed">
                      {basisWords[one.basis][language]} {!one.verified && <UnverifiedMark />}
                    </Text>
                    <Text size="sm" c="dimmed">
                      {`${retentionWords[one.retention][language]} · ${readerWords[one.readers][language]}`}
                    </Text>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Spoiler>
    </Section>
  );
}
