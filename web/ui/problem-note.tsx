import { Alert, List, Text } from '@mantine/core';
import { IconAlertTriangle, IconPlugConnectedX } from '@tabler/icons-react';
import { Suspense } from 'react';
import { namespaces, type Namespace } from '#web/i18n-words.ts';
import { isApiProblem, type ApiProblem } from '#web/lib/api-problem.ts';
import { useWords } from '#web/lib/i18n.ts';
import { obstacleTexts, problemText } from '#web/lib/problem-text.ts';

const contextIn = (problem: unknown): Namespace => {
  const context = isApiProblem(problem) ? problem.code.split('.')[0] : undefined;
  return namespaces.find((name) => name === context) ?? 'shell';
};

/** What was refused, in words, with every reason. Shows nothing while there is no problem. */
export function ProblemNote({ problem }: { problem: ApiProblem | null | undefined }) {
  if (!problem) return null;
  return (
    <Suspense>
      <Note problem={problem} />
    </Suspense>
  );
}

function Note({ problem }: { problem: ApiProblem }) {
  useWords(contextIn(problem));
  return (
    <Alert
      role="alert"
      variant="light"
      color={problem.isNetwork ? 'clay' : 'red'}
      icon={problem.isNetwork ? <IconPlugConnectedX aria-hidden /> : <IconAlertTriangle aria-hidden />}
    >
      <Text fw={500}>{problemText(problem)}</Text>
      <ObstacleList obstacles={obstacleTexts(problem)} />
    </Alert>
  );
}

/** All reasons why something cannot be done, none left out. */
export function ObstacleList({ obstacles }: { obstacles: readonly string[] }) {
  if (obstacles.length === 0) return null;
  return (
    <List size="sm" mt={4} spacing={2}>
      {obstacles.map((text) => (
        <List.Item key={text}>{text}</List.Item>
      ))}
    </List>
  );
}
