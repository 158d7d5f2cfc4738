/** The fields of the contact drawer in the order in which a talk is told: who and when, what happened, promise, limitation, files. */
import { CONTACT_ACTS, EVIDENCE } from '@shared/domain/contacts/acts';
import {
  ABILITIES,
  ATTITUDES,
  BASES,
  CONSENTS,
  CONTACT_KINDS,
  CONTACT_RESULTS,
  INITIATIVES,
  OBSERVATIONS,
  PURPOSES,
} from '@shared/domain/contacts/contact';
import { Checkbox, Form, Input, Select, Switch } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenSession } from '../../app/sessionContext';
import { AmountInput } from '../../ui/AmountInput';
import { DateInput } from '../../ui/DateInput';
import { useRequired } from '../../ui/useRequired';
import { type ContactValues, type People, personKey, readTime } from './contactForm';
import { FilesField } from './FilesField';

const { Item } = Form;

function Section({ name, children }: { name: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <fieldset className="qs-contact-section">
      <legend>{t(`contacts:section.${name}`)}</legend>
      {children}
    </fieldset>
  );
}

/** A choice among words of the contract. */
function Words(props: {
  readonly name: keyof ContactValues;
  readonly space: string;
  readonly words: readonly string[];
  readonly optional?: boolean;
  readonly several?: boolean;
}) {
  const { t } = useTranslation();
  const { name, space, words, optional, several } = props;
  return (
    <Item name={name} label={t(`contacts:field.${name}`)}>
      <Select
        allowClear={optional}
        mode={several ? 'multiple' : undefined}
        optionFilterProp="label"
        showSearch
        onChange={undefined}
        options={words.map((word) => ({ value: word, label: t(`contacts:${space}.${word}`) }))}
      />
    </Item>
  );
}

/** Somebody who is no party of the books: an heir, or a third person who is only asked where the debtor is. */
function OtherPerson() {
  const { t } = useTranslation();
  const required = useRequired();
  const label = (key: string) => t(`contacts:field.${key}`);
  return (
    <>
      <Item name="otherPerson" label={label('otherPerson')} rules={required.typed(label('otherPerson'))}>
        <Input maxLength={60} />
      </Item>
      <Item name="relation" label={label('relation')}>
        <Input maxLength={60} />
      </Item>
      <Item name="minor" label={label('minor')} valuePropName="checked">
        <Switch />
      </Item>
    </>
  );
}

function WhoFields({ values, people }: { values: ContactValues; people: People | undefined }) {
  const { t } = useTranslation();
  const required = useRequired();
  const { businessDate } = useOpenSession().state;
  const isOther = values.person === 'heir' || values.person === 'third-person';
  const label = (key: string) => t(`contacts:field.${key}`);
  const options = [
    ...(people?.people ?? []).map((person) => ({
      value: personKey(person),
      label: `${person.name} ${t(`contacts:counterpart.${person.counterpart}`)}`,
    })),
    ...(['heir', 'third-person'] as const).map((other) => ({
      value: other,
      label: t(`contacts:counterpart.${other}`),
    })),
  ];
  return (
    <Section name="who">
      <Item name="person" label={label('person')} rules={required.chosen(label('person'))}>
        <Select options={options} showSearch optionFilterProp="label" popupMatchSelectWidth={false} />
      </Item>
      {isOther && <OtherPerson />}
      <Words name="kind" space="kind" words={CONTACT_KINDS} />
      <Words name="initiative" space="initiative" words={INITIATIVES} />
      <Item name="date" label={label('at')} rules={required.given(label('at'))}>
        <DateInput today={businessDate} />
      </Item>
      <Item
        name="time"
        label={label('time')}
        required
        validateTrigger="onBlur"
        rules={[
          {
            validator: async (_, typed: string) =>
              readTime(typed ?? '') ?? Promise.reject(new Error(label('timeFormat'))),
          },
        ]}
      >
        <Input placeholder="10:15" maxLength={5} />
      </Item>
      <Item name="place" label={label('place')}>
        <Input maxLength={200} />
      </Item>
      <Item
        name="staff"
        label={label('staff')}
        tooltip={label('staffHint')}
        rules={required.typed(label('staff'), 1, label('staffHint'))}
      >
        <Input maxLength={200} />
      </Item>
      <Words name="purpose" space="purpose" words={PURPOSES} />
      <Words name="basis" space="basis" words={BASES} />
      {values.kind === 'visit' && (
        <Item name="visit" label={label('visit')}>
          <Checkbox.Group
            options={(['identified', 'recorded', 'agreed'] as const).map((check) => ({
              value: check,
              label: label(check),
            }))}
          />
        </Item>
      )}
    </Section>
  );
}

function WhatFields() {
  const { t } = useTranslation();
  const required = useRequired();
  const label = (key: string) => t(`contacts:field.${key}`);
  return (
    <Section name="what">
      <Item name="reached" label={label('reached')} valuePropName="checked">
        <Switch />
      </Item>
      <Item
        name="said"
        label={label('said')}
        className="qs-contact-wide"
        rules={required.typed(label('said'), 2, t('contacts:need.said'))}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4_000} />
      </Item>
      <Words name="result" space="result" words={CONTACT_RESULTS} />
      <Words name="consent" space="consent" words={CONSENTS} />
      <Words name="attitude" space="attitude" words={ATTITUDES} optional />
      <Words name="ability" space="ability" words={ABILITIES} optional />
      <Words name="observed" space="observed" words={OBSERVATIONS} several />
    </Section>
  );
}

/** A sum without its day is no promise, nor a day without what is to be done then: half of either is not kept, so it is asked for. */
function FollowFields({ values }: { values: ContactValues }) {
  const { t } = useTranslation();
  const required = useRequired();
  const { businessDate } = useOpenSession().state;
  const label = (key: string) => t(`contacts:field.${key}`);
  const { promiseAmount, promiseOn, nextOn, nextWhat } = values;
  const givenIf = (isAsked: boolean, key: string) => (isAsked ? required.given(label(key)) : []);
  return (
    <Section name="follow">
      <Item name="promiseAmount" label={label('promiseAmount')} rules={givenIf(promiseOn !== null, 'promiseAmount')}>
        <AmountInput />
      </Item>
      <Item name="promiseOn" label={label('promiseOn')} rules={givenIf(promiseAmount !== null, 'promiseOn')}>
        <DateInput today={businessDate} />
      </Item>
      <Item name="nextOn" label={label('nextOn')} rules={givenIf(nextWhat.trim() !== '', 'nextOn')}>
        <DateInput today={businessDate} />
      </Item>
      <Item
        name="nextWhat"
        label={label('nextWhat')}
        rules={nextOn === null ? [] : required.typed(label('nextWhat'), 1, t('contacts:need.nextWhat'))}
      >
        <Input maxLength={200} />
      </Item>
    </Section>
  );
}

/** Only for those who owe: what a limitation clock is to hear. */
function ActFields({ values, people }: { values: ContactValues; people: People | undefined }) {
  const { t } = useTranslation();
  const required = useRequired();
  const person = people?.people.find((each) => personKey(each) === values.person);
  if (person === undefined || person.counterpart === 'owner') return null;
  const loans = person.loans.filter(({ settled }) => !settled);
  return (
    <Section name="act">
      <Words name="act" space="act" words={CONTACT_ACTS} optional />
      {values.act && (
        <>
          <Words name="evidence" space="evidence" words={EVIDENCE} />
          <Item
            name="loans"
            label={t('contacts:field.loans')}
            extra={t('contacts:actNote')}
            rules={required.chosen(t('contacts:field.loans'))}
          >
            <Select
              mode="multiple"
              optionFilterProp="label"
              options={loans.map(({ id, contract }) => ({ value: id, label: contract }))}
            />
          </Item>
        </>
      )}
    </Section>
  );
}

export function ContactFields({ values, people }: { values: ContactValues; people: People | undefined }) {
  const { t } = useTranslation();
  return (
    <>
      <WhoFields values={values} people={people} />
      <WhatFields />
      <FollowFields values={values} />
      <ActFields values={values} people={people} />
      <Section name="files">
        <Item name="files" label={t('contacts:field.files')}>
          <FilesField />
        </Item>
      </Section>
    </>
  );
}
