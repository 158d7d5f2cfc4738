/** What the tariff says of the amount and day that were typed, with its Why. */
import { type FeeKind, hasTariff } from '@shared/domain/litigation/fees';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { formatAmount } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { ErrorState } from '../../ui/ErrorState';
import { Why } from '../../ui/Why';

interface Props {
  readonly kind: FeeKind;
  readonly base: number | null;
  readonly on: string | null;
  readonly halved: boolean;
}

export function TariffLine({ kind, base, on, halved }: Props) {
  const { t } = useTranslation();
  const question = hasTariff(kind) && base !== null && on !== null ? { kind, base, on, halved } : null;
  const asked = question ?? { kind: 'acceptance' as const, base: 0, on: '2007-04-01', halved: false };
  const { data, error } = useApiQuery('caseMoney.quote', asked, { enabled: question !== null });
  if (question === null) return null;
  if (error) return <ErrorState error={error} />;
  if (!data) return null;
  const sentence = t(halved ? 'caseMoney:whyHalved' : 'caseMoney:why', { base: formatAmount(data.base, 'yuan') });
  return (
    <div>
      {t('caseMoney:byTariff')}{' '}
      <Why of={{ sentence, asOf: data.on, rules: data.trace }}>
        <AmountText fen={data.amount} withUnit />
      </Why>
    </div>
  );
}
