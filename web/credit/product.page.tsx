import { Group } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { getProduct } from '#contexts/credit/product.wire.ts';
import type { ProductId } from '#contexts/credit/product.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { useAnswer } from '#web/lib/api.ts';
import { dayText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { said } from '#web/support/said.ts';
import { Facts } from '#web/ui/facts.tsx';
import { StateBadge, SyntheticMark, UnverifiedMark } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { DayText } from '#web/ui/value-text.tsx';
import { amountsText, rateText, termsText } from './credit-text.ts';
import { creditPaths } from './paths.ts';
import { askedCheck, checkIn, ProductCheck } from './product-check.tsx';
import { ProductActions } from './product-actions.tsx';
import { ProductConditions } from './product-conditions.tsx';

type Product = ReplyOf<typeof getProduct>;

export const load: Load = async ({ ask, param, search }) => {
  const product = await ask(getProduct, { product: param('id') });
  await askedCheck(ask, product, search);
};

export function Page() {
  const t = useWords('credit');
  const product = useAnswer(getProduct, { product: useParam<ProductId>('id') });
  const [search] = useSearchParams();
  // A result says every condition again, with its answer.
  const isChecked = checkIn(product, search) !== undefined;
  return (
    <>
      <PageHeader
        title={said(product.name)}
        lead={said(product.purpose)}
        crumbs={[{ label: t('product.title'), to: creditPaths.products }]}
        badges={
          <Group gap={6}>
            {product.endedOn !== null && <StateBadge tone="neutral" label={t('product.ended')} />}
            {product.provenance === 'synthetic' && <SyntheticMark />}
          </Group>
        }
        actions={(product.may.publish || product.may.close) && <ProductActions product={product} />}
      />
      <Terms product={product} />
      <ProductCheck product={product} />
      {!isChecked && <ProductConditions conditions={product.conditions} />}
    </>
  );
}

function Terms({ product }: { product: Product }) {
  const t = useWords('credit');
  const { version, validFrom } = product;
  return (
    <Facts
      facts={[
        { label: t('product.bank'), value: product.bank.name },
        { label: t('product.amount'), value: amountsText(t, product) },
        { label: t('product.term'), value: termsText(t, product) },
        { label: t('product.rate'), value: rateText(product.rateBp) },
        { label: t('product.securityLabel'), value: t(product.secured ? 'product.secured' : 'product.unsecured') },
        { label: t('product.code'), value: product.code },
        { label: t('product.version'), value: t('product.versionOf', { version, day: dayText(validFrom) }) },
        {
          label: t('product.source'),
          value: (
            <Group gap="xs">
              {product.source}
              {!product.verified && <UnverifiedMark />}
            </Group>
          ),
        },
        ...(product.endedOn === null
          ? []
          : [{ label: t('product.endedOn'), value: <DayText day={product.endedOn} /> }]),
      ]}
    />
  );
}
