/** The facts of an act in words: dates, amounts, parties and codes as people read them. */
import type { ActView, CaseView } from '@shared/contract/litigationViews';
import { ACT_FIELDS, type ActFieldName, FIELD_TYPES, wordName } from '@shared/domain/litigation/actFields';
import { isCourtAct } from '@shared/domain/litigation/replay';
import { useTranslation } from 'react-i18next';
import { formatAmount } from '../../i18n/format';

export interface ActFact {
  readonly label: string;
  readonly value: string;
}

/** Name of a party by its key. */
export function usePartyName(file: CaseView): (key: string) => string {
  const { t } = useTranslation();
  return (key) =>
    key === 'us' ? t('litigation:case.us') : (file.parties.find((party) => party.key === key)?.name ?? key);
}

export function useActFacts(file: CaseView): (act: ActView) => ActFact[] {
  const { t } = useTranslation();
  const partyName = usePartyName(file);
  const shown = (kind: string, name: ActFieldName, value: unknown): string => {
    switch (FIELD_TYPES[name]) {
      case 'amount':
        return formatAmount(Number(value), 'yuan');
      case 'party':
        return partyName(String(value));
      case 'word':
        return t(`litigation:case.fieldWord.${wordName(kind, name, String(value))}`);
      case 'dates':
        return (value as readonly string[]).join(' ');
      case 'permit':
        return file.permits
          .filter(({ id }) => (value as readonly number[]).includes(id))
          .map(({ kind, terms }) => `${t(`litigation:case.permit.act.${terms.release ?? kind}`)} ${terms.item}`)
          .join(t('litigation:case.separator'));
      case 'act': {
        const act = file.acts.find(({ key }) => key === value);
        return act ? `${t(`litigation:case.act.${act.kind}`)} ${act.detail.item ?? act.on ?? ''}` : String(value);
      }
      default:
        return String(value);
    }
  };
  /** What the committee reads of the opinion before it votes. */
  const opinionFacts = (opinion: ActView['detail']['opinion']): ActFact[] =>
    opinion
      ? [
          ...(['facts', 'law', 'adverse', 'assets'] as const).map((name) => ({
            label: t(`litigation:case.opinion.${name}`),
            value: opinion[name],
          })),
          { label: t('litigation:case.opinion.expected'), value: formatAmount(opinion.expected, 'yuan') },
          { label: t('litigation:case.fact.version'), value: String(opinion.version) },
        ]
      : [];
  const words = ({ detail, kind }: ActView): ActFact[] => {
    const { opinion, filing, treatments, reviewOn, override } = detail;
    const fact = (key: string, value: string | undefined | null): ActFact[] =>
      value ? [{ label: t(`litigation:case.fact.${key}`), value }] : [];
    return [
      ...fact('number', opinion?.number ?? filing?.number),
      ...fact('counsel', opinion?.counsel),
      ...fact('chance', opinion && t(`litigation:case.chance.${opinion.chance}`)),
      ...fact('conclusion', opinion && t(`litigation:case.conclusion.${opinion.conclusion}`)),
      ...opinionFacts(opinion),
      ...fact('level', filing && t(`litigation:case.filingLevel.${filing.level}`)),
      ...fact('outcome', filing?.outcome && t(`litigation:case.filingOutcome.${filing.outcome}`)),
      ...fact('treatments', treatments?.map((each) => t(`litigation:case.treatment.${each}`)).join(' ')),
      ...fact('reviewOn', reviewOn),
      ...fact('override', override && t(`litigation:case.override.${override}`)),
      ...(isCourtAct(kind) ? [] : fact('text', detail.text)),
    ];
  };
  return (act) => [
    ...words(act),
    ...(isCourtAct(act.kind) ? ACT_FIELDS[act.kind] : []).flatMap(({ name }) => {
      const value = act.detail[name];
      return value === undefined
        ? []
        : [{ label: t(`litigation:case.field.${name}`, { context: act.kind }), value: shown(act.kind, name, value) }];
    }),
  ];
}
