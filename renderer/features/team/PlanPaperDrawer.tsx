/** The chapters of a work plan that a person writes, before its paper is looked at and issued (DOC-TEAM-02). */
import { PLAN_TEXTS, type PlanText } from '@shared/domain/team/workPlanPaper';
import { Button, Drawer, Form, Input, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeptState } from '../../app/keptForms';
import { PaperModal } from './PaperModal';
import type { OpenPlan } from './teamTypes';

const FRESH: Readonly<Record<PlanText, string>> = {
  aims: '',
  measures: '',
  supervision: '',
  costs: '',
  incentives: '',
};

export function PlanPaperDrawer({ plan, onClose }: { plan: OpenPlan; onClose: () => void }) {
  const { t } = useTranslation();
  const [texts, setTexts] = useKeptState(`team-plan-paper-${plan.id}`, FRESH);
  const [isLooking, setLooking] = useState(false);
  return (
    <Drawer open size={640} title={t('team:plan.paperTitle', { title: plan.title })} onClose={onClose}>
      <Form component={false} layout="vertical">
        {PLAN_TEXTS.map((id) => (
          <Form.Item key={id} label={t(`team:planText.${id}`)} htmlFor={`plan-${id}`}>
            <Input.TextArea
              id={`plan-${id}`}
              autoSize={{ minRows: 2, maxRows: 8 }}
              maxLength={4_000}
              value={texts[id]}
              onChange={(event) => setTexts({ ...texts, [id]: event.target.value })}
            />
          </Form.Item>
        ))}
        <div className="qs-drawer-foot">
          <Space>
            <Button type="primary" onClick={() => setLooking(true)}>
              {t('team:plan.look')}
            </Button>
            <Button onClick={onClose}>{t('common:action.close')}</Button>
          </Space>
        </div>
      </Form>
      {isLooking && (
        <PaperModal form="DOC-TEAM-02" subject={String(plan.id)} fields={texts} onClose={() => setLooking(false)} />
      )}
    </Drawer>
  );
}
