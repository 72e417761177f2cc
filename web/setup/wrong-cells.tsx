import { Alert, Table, Text } from '@mantine/core';
import { useWords } from '#web/lib/i18n.ts';
import classes from './wrong-cells.module.css';

export interface WrongCell {
  readonly at: string;
  readonly what: string;
  readonly found: string;
}

/** Every cell that is wrong, at once, so that the file is put right once. */
export function WrongCells({ cells }: { cells: readonly WrongCell[] }) {
  const t = useWords('setup');
  if (cells.length === 0) return null;
  return (
    <Alert role="alert" color="red" variant="light" title={t('cells.title', { count: cells.length })}>
      <div className={classes['frame']}>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('cells.at')}</Table.Th>
              <Table.Th scope="col">{t('cells.what')}</Table.Th>
              <Table.Th scope="col">{t('cells.found')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {cells.map(({ at, what, found }) => (
              <Table.Tr key={`${at} ${what}`}>
                <Table.Td>
                  <Text span inherit ff="monospace">
                    {at}
                  </Text>
                </Table.Td>
                <Table.Td>{what}</Table.Td>
                <Table.Td className={classes['found'] ?? ''}>{found}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Alert>
  );
}
