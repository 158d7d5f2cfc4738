/**
 * The search in the title bar (ui.md §2 palette): two characters of a name, ID, phone, address or contract find the
 * borrowers and guarantors; Enter opens the household. Ctrl+K from anywhere.
 */
import { SearchOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { AutoComplete, Input, type InputRef } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { useShortcut } from '../../app/shortcuts';
import { UNKNOWN } from '../../i18n/format';
import { useTypedText } from '../../ui/useTypedText';
import './quickSearch.css';
import { groupHits, type HitGroup, householdOf, idTail, type PartyHit } from './searchGroups';

interface Choice {
  readonly value: string;
  readonly label: ReactNode;
  readonly disabled?: boolean;
  readonly household?: string | null;
}

function Hit({ hit, group }: { hit: PartyHit; group: HitGroup['key'] }) {
  const { t } = useTranslation();
  const tail = idTail(hit.idNumber);
  return (
    <span className="qs-hit">
      <b>{hit.name}</b>
      <span className="qs-hint">{hit.unit ?? UNKNOWN}</span>
      <span className="qs-hint qs-figure">{tail ? t('parties:search.tail', { tail }) : t('parties:search.noId')}</span>
      <span className="qs-hit-end qs-figure">
        {group === 'guarantor' && hit.secures ? t('parties:search.secures', { household: hit.secures }) : hit.household}
      </span>
    </span>
  );
}

/** The choices under the box: hits by group, then the same text as a filter of the ledger. */
function useChoices(text: string) {
  const { t } = useTranslation();
  const search = useApiQuery('parties.search', { text }, { enabled: text !== '' });
  if (text === '') return [];
  const line = (value: string, label: string): Choice[] => [{ value, label, disabled: true }];
  const groups = groupHits(search.data ?? []).map(({ key, hits }) => ({
    label: t(`parties:search.${key}`),
    options: hits.map(
      (hit): Choice => ({
        value: `${key}-${hit.partyId}`,
        label: <Hit hit={hit} group={key} />,
        household: householdOf(key, hit),
        disabled: householdOf(key, hit) === null,
      }),
    ),
  }));
  const state = search.isPending
    ? line('pending', t('common:state.loading'))
    : search.isError
      ? line('failed', t('common:error.title'))
      : groups.length === 0
        ? line('none', t('parties:search.none'))
        : [];
  const filter: Choice = { value: 'ledger', label: t('parties:search.inLedger', { text }) };
  return [...groups, ...state, filter];
}

export function QuickSearch() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const input = useRef<InputRef>(null);
  const [text, setText] = useState('');
  const [isFocused, setFocused] = useState(false);
  const { typed, setTyped, inputProps } = useTypedText(text, setText);
  const choices = useChoices(text);
  const label = t('parties:search.label');
  useShortcut('Ctrl+K', label, () => input.current?.focus({ cursor: 'all' }));
  const open = (_: string, choice: Choice): void => {
    setTyped('');
    setText('');
    input.current?.blur();
    if (choice.value === 'ledger') {
      void navigate({ to: '/ledger', search: { q: { filter: { text, conditions: [] } } } as never });
    } else if (choice.household) {
      void navigate({ to: '/household/$key', params: { key: choice.household } });
    }
  };
  return (
    <AutoComplete<string, Choice>
      className="qs-quick-search"
      value={typed}
      options={choices as Choice[]}
      open={isFocused && text !== '' && typed !== ''}
      defaultActiveFirstOption
      popupMatchSelectWidth={480}
      onSelect={open}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      <Input
        {...inputProps}
        ref={input}
        prefix={<SearchOutlined aria-hidden />}
        allowClear
        aria-label={label}
        placeholder={t('parties:search.hint')}
        onKeyDown={(event) => event.key === 'Escape' && typed !== '' && setTyped('')}
      />
    </AutoComplete>
  );
}

/** In the frame: only for people who may see the ledger. */
export function HeaderSearch() {
  return useMay('ledger.view') ? <QuickSearch /> : null;
}
