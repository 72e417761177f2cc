import { Alert, Anchor, Button, Group, List, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { InputOf, Method, ReplyOf } from '#kernel/method.ts';
import type { CommandState } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { inputErrors, serverErrors, withoutBlanks, type FieldErrors } from './form-errors.ts';
import { LeaveGuard } from './leave-guard.tsx';
import { ObstacleList, ProblemNote } from './problem-note.tsx';

export interface FormShellProps<M extends Method<'command'>, Values extends object> {
  readonly method: M;
  readonly command: CommandState<M>;
  /** Mantine's `useForm({ initialValues })`: its values mirror what is on the screen. */
  readonly form: UseFormReturnType<Values>;
  /** Builds the method's input; without it, the values with the blank ones left out. */
  readonly toInput?: (values: Values) => InputOf<M>;
  readonly onDone: (reply: ReplyOf<M>, input: InputOf<M>) => void;
  /** The verb on the button. */
  readonly submit: string;
  /** Why it cannot be sent yet: the button is then disabled and all reasons shown. */
  readonly notYet?: readonly string[];
  readonly onCancel?: () => void;
  /** Where the input's field has another name in the form: { 'price.amountVnd': 'amountVnd' }. */
  readonly fieldNames?: Readonly<Record<string, string>>;
  readonly children: ReactNode;
}

/** A form of one command: checks by the method's own schema, sends once, shows every trouble at its field. */
export function FormShell<M extends Method<'command'>, Values extends object>(props: FormShellProps<M, Values>) {
  const { method, command, form, notYet = [] } = props;
  const t = useWords('shell');
  const summary = useRef<HTMLDivElement>(null);
  const [isDone, setDone] = useState(false);

  const show = (errors: FieldErrors): void => {
    const named = Object.entries(errors).map(([path, text]) => [props.fieldNames?.[path] ?? path, text]);
    flushSync(() => form.setErrors(Object.fromEntries(named) as FieldErrors));
    summary.current?.focus();
  };

  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (command.isPending) return;
    const values = form.getValues();
    const input = (props.toInput?.(values) ?? withoutBlanks(values)) as InputOf<M>;
    const errors = inputErrors(method, input);
    if (Object.keys(errors).length > 0) return show(errors);
    form.clearErrors();
    command.mutate(input, {
      onSuccess: (reply) => {
        // The guard must be down before the page moves on.
        flushSync(() => setDone(true));
        form.resetDirty();
        props.onDone(reply, input);
      },
      onError: (problem) => show(serverErrors(problem)),
    });
  };

  return (
    <form onSubmit={send} noValidate aria-busy={command.isPending}>
      <Stack gap="md" maw="44rem">
        <div ref={summary} tabIndex={-1}>
          <ErrorSummary errors={form.errors as FieldErrors} node={(path) => form.getInputNode(path as never)} />
          {!command.error?.fields.length && <ProblemNote problem={command.error} />}
        </div>
        {props.children}
        {notYet.length > 0 && (
          <Alert color="clay" variant="light" title={t('form.whyNot')} id="form-not-yet">
            <ObstacleList obstacles={notYet} />
          </Alert>
        )}
        <Group gap="sm" data-noprint>
          <Button
            type="submit"
            size="md"
            loading={command.isPending}
            disabled={notYet.length > 0}
            {...(notYet.length > 0 && { 'aria-describedby': 'form-not-yet' })}
          >
            {props.submit}
          </Button>
          {props.onCancel && (
            <Button variant="subtle" size="md" onClick={props.onCancel}>
              {t('cancel')}
            </Button>
          )}
        </Group>
      </Stack>
      <LeaveGuard active={!isDone && form.isDirty()} />
    </form>
  );
}

interface ErrorSummaryProps {
  readonly errors: FieldErrors;
  readonly node: (path: string) => HTMLElement | null;
}

/** Every field in trouble, first thing that is read; a press goes to the field. */
function ErrorSummary({ errors, node }: ErrorSummaryProps) {
  const t = useWords('shell');
  const entries = Object.entries(errors);
  if (entries.length === 0) return null;
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('form.errors', { count: entries.length })}
    >
      <List size="sm" listStyleType="none">
        {entries.map(([path, text]) => (
          <List.Item key={path}>
            <Anchor component="button" type="button" ta="start" onClick={() => node(path)?.focus()}>
              {labelOf(node(path))}
              <Text span inherit>
                {text}
              </Text>
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

const labelOf = (node: HTMLElement | null): string => {
  const label = node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement ? node.labels?.[0] : undefined;
  const text = label?.textContent?.replace(/\s*\*$/, '');
  return text ? `${text}: ` : '';
};
