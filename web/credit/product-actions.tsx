import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from 'react-router';
import { closeProduct, type getProduct } from '#contexts/credit/product.wire.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { creditPaths } from './paths.ts';

/** What the bank itself does with its product: a new version, or no more of it. */
export function ProductActions({ product: { id, may } }: { product: ReplyOf<typeof getProduct> }) {
  const t = useWords('credit');
  const [isAsked, { open, close }] = useDisclosure(false);
  const end = useCommand(closeProduct);
  return (
    <>
      {may.publish && (
        <Button component={Link} to={creditPaths.changeProduct(id)}>
          {t('product.change')}
        </Button>
      )}
      {may.close && (
        <Button variant="default" onClick={open}>
          {t('product.close')}
        </Button>
      )}
      <ConfirmDialog
        opened={isAsked}
        title={t('product.closeTitle')}
        confirm={t('product.closeConfirm')}
        danger
        pending={end.isPending}
        problem={end.error}
        onClose={close}
        onConfirm={() => end.mutate({ product: id }, { onSuccess: close })}
      >
        {t('product.closeText')}
      </ConfirmDialog>
    </>
  );
}
