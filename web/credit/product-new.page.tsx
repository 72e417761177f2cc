import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ProductId } from '#contexts/credit/product.ts';
import { listProducts, publishProduct } from '#contexts/credit/product.wire.ts';
import { newId } from '#kernel/id.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import type { Load } from '#web/lib/routes.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { creditPaths } from './paths.ts';
import { ProductFields } from './product-fields.tsx';
import { blankProduct, productInput, typedTroubles } from './product-values.ts';

export const load: Load = ({ ask }) => ask(listProducts, {});

export function Page() {
  const t = useWords('credit');
  const navigate = useNavigate();
  const { may } = useAnswer(listProducts, {});
  const [product] = useState(() => newId<ProductId>());
  const publish = useCommand(publishProduct);
  const form = useForm({ initialValues: blankProduct(may.publish[0]?.id ?? '') });
  return (
    <>
      <PageHeader
        title={t('product.new')}
        lead={t('product.newLead')}
        crumbs={[{ label: t('product.title'), to: creditPaths.products }]}
      />
      {may.publish.length === 0 ? (
        <EmptyState title={t('product.notYours')} />
      ) : (
        <FormShell
          method={publishProduct}
          command={publish}
          form={form}
          submit={t('product.publish')}
          notYet={typedTroubles(form.values).map((trouble) => t(`obstacle.${trouble}`))}
          toInput={(values) => productInput(product, values)}
          onDone={() => void navigate(creditPaths.product(product))}
        >
          <ProductFields form={form} banks={may.publish} />
        </FormShell>
      )}
    </>
  );
}
