/** Debts, defendants and securities of a case: each is chosen, and what is claimed of a debt can be another amount than is owed. */
import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { AmountInput } from '../../ui/AmountInput';
import type { DraftFieldsProps } from './CourtFields';
import { openCaseOf, ownersSued, partiesFor, securitiesFor } from './description';
import { OtherHouseholds } from './OtherHouseholds';

function Loans({ of, draft, onChange }: DraftFieldsProps) {
  const { t } = useTranslation();
  const change = (loanId: number, part: object): void =>
    onChange({ loans: draft.loans.map((loan) => (loan.loanId === loanId ? { ...loan, ...part } : loan)) });
  return (
    <Form.Item label={t('litigation:case.loans')} required>
      <div className="qs-case-rows qs-case-rows-loans">
        <span />
        <span className="qs-hint">{t('litigation:case.column.contract')}</span>
        <span className="qs-hint">{t('litigation:case.column.principal')}</span>
        <span className="qs-hint">{t('litigation:case.column.interest')}</span>
        {of.loans.map(({ loanId, contract, principal, interest, borrower }) => {
          const chosen = draft.loans.find((loan) => loan.loanId === loanId);
          const other = chosen ? null : openCaseOf(of, contract);
          const toggle = (isChosen: boolean): void =>
            onChange({
              loans: isChosen
                ? [...draft.loans, { loanId, principal, interest }]
                : draft.loans.filter((loan) => loan.loanId !== loanId),
            });
          const amount = (name: 'principal' | 'interest') => (
            <AmountInput
              aria-label={`${contract} ${t(`litigation:case.column.${name}`)}`}
              disabled={!chosen}
              value={chosen?.[name] ?? null}
              onChange={(fen) => change(loanId, { [name]: fen })}
            />
          );
          return [
            <Checkbox
              key={`${loanId}-on`}
              aria-label={contract}
              checked={chosen !== undefined}
              onChange={(event) => toggle(event.target.checked)}
            />,
            <span key={`${loanId}-name`}>
              {draft.others.length === 0 ? contract : `${borrower} ${contract}`}{' '}
              {other && <span className="qs-hint">{t('litigation:case.alreadyIn', { case: other })}</span>}
            </span>,
            <span key={`${loanId}-principal`}>{amount('principal')}</span>,
            <span key={`${loanId}-interest`}>{amount('interest')}</span>,
          ];
        })}
      </div>
    </Form.Item>
  );
}

const toggled = (list: readonly number[], id: number, isChosen: boolean): number[] =>
  isChosen ? [...list, id] : list.filter((each) => each !== id);

function Parties({ of, draft, onChange }: DraftFieldsProps) {
  const { t } = useTranslation();
  return (
    <Form.Item label={t('litigation:case.defendants')} required>
      <div className="qs-case-rows qs-case-rows-parties">
        {partiesFor(draft, of).map(({ partyId, name, capacity }) =>
          partyId === null
            ? null
            : [
                <Checkbox
                  key={`${partyId}-on`}
                  aria-label={name}
                  checked={draft.parties.includes(partyId)}
                  onChange={(event) => onChange({ parties: toggled(draft.parties, partyId, event.target.checked) })}
                />,
                <span key={`${partyId}-name`}>{name}</span>,
                <span key={`${partyId}-capacity`}>{t(`litigation:case.capacity.${capacity}`)}</span>,
              ],
        )}
      </div>
    </Form.Item>
  );
}

function Securities({ of, draft, onChange }: DraftFieldsProps) {
  const { t } = useTranslation();
  const live = securitiesFor(draft, of).filter(({ isLive }) => isLive);
  if (live.length === 0) return <p className="qs-hint">{t('litigation:case.unsecured')}</p>;
  const owners = ownersSued(
    draft,
    of,
    partiesFor(draft, of).filter(({ partyId }) => partyId !== null && draft.parties.includes(partyId)),
  );
  const names = owners.join(t('litigation:case.separator'));
  return (
    <Form.Item
      label={t('litigation:case.claimSecurities')}
      extra={[t('litigation:case.claimSecuritiesHint'), names && t('litigation:case.ownersSued', { names })].join('')}
    >
      {live.map(({ collateralId, description }) => (
        <div key={collateralId}>
          <Checkbox
            checked={draft.securities.includes(collateralId)}
            onChange={(event) =>
              onChange({ securities: toggled(draft.securities, collateralId, event.target.checked) })
            }
          >
            {description}
          </Checkbox>
        </div>
      ))}
    </Form.Item>
  );
}

export function ClaimFields(props: DraftFieldsProps) {
  const { t } = useTranslation();
  const { draft, onChange } = props;
  return (
    <>
      <Loans {...props} />
      <OtherHouseholds {...props} />
      <Parties {...props} />
      <Securities {...props} />
      <Form.Item label={t('litigation:case.claimKind.costs')} htmlFor="case-costs">
        <AmountInput id="case-costs" value={draft.costs} onChange={(fen) => onChange({ costs: fen })} />
      </Form.Item>
    </>
  );
}
