import { useForm } from '@mantine/form';
import { useNavigate } from 'react-router';
import type { ProductId } from '#contexts/credit/product.ts';
import { getProduct, publishProduct } from '#contexts/credit/product.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { said } from '#web/support/said.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { creditPaths } from './paths.ts';
import { ProductFields } from './product-fields.tsx';
import { productInput, typedProduct, typedTroubles } from './product-values.ts';

export const load: Load = ({ ask, param }) => ask(getProduct, { product: param('id') });

/** A published version is never changed: the next one follows it. */
export function Page() {
  const t = useWords('credit');
  const navigate = useNavigate();
  const id = useParam<ProductId>('id');
  const product = useAnswer(getProduct, { product: id });
  const publish = useCommand(publishProduct);
  const form = useForm({ initialValues: typedProduct(product) });
  return (
    <>
      <PageHeader
        title={t('product.change')}
        lead={t('product.changeLead')}
        crumbs={[{ label: said(product.name), to: creditPaths.product(id) }]}
      />
      {product.may.publish ? (
        <FormShell
          method={publishProduct}
          command={publish}
          form={form}
          submit={t('product.publishVersion', { version: product.version + 1 })}
          notYet={typedTroubles(form.values).map((trouble) => t(`obstacle.${trouble}`))}
          toInput={(values) => productInput(id, values)}
          onDone={() => void navigate(creditPaths.product(id))}
        >
          <ProductFields form={form} />
        </FormShell>
      ) : (
        <EmptyState title={t('product.notYours')} />
      )}
    </>
  );
}
