/** The assistant's state: which step, what was refused, and the code that comes out at the end. */
import { useQueryClient } from '@tanstack/react-query';
import { Form } from 'antd';
import { useState } from 'react';
import { call } from '../../api/client';
import { isStale } from '../../api/invalidation';
import { useApiCommand } from '../../api/queries';
import { asRefusal, refusalOf } from '../../api/refusal';
import { pastedPath } from '../../ui/pastedPath';
import type { FolderMode } from './FolderStep';
import { type SetupForm, STEPS, type Step, setupInput, stepOfRefusal } from './setupForm';

export interface MadeBranch {
  readonly bank: string;
  readonly code: readonly [string, string];
}

export interface Setup {
  readonly form: ReturnType<typeof Form.useForm<SetupForm>>[0];
  readonly step: Step;
  /** Steps up to this one were reached and may be returned to. */
  readonly reached: Step;
  readonly mode: FolderMode;
  readonly nothingThere: boolean;
  readonly error: Error | null;
  readonly busy: boolean;
  readonly made: MadeBranch | null;
  readonly setMode: (mode: FolderMode) => void;
  readonly go: (step: Step) => void;
  readonly next: () => Promise<void>;
  readonly repair: () => void;
  readonly finish: () => void;
}

const after = (step: Step): Step => STEPS[STEPS.indexOf(step) + 1] ?? step;

/** Runs the command without refetching the session: the code must stay on screen until it is written down. */
function useCreate() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const [made, setMade] = useState<MadeBranch | null>(null);
  const create = async (form: SetupForm): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const input = setupInput(form);
      const { recoveryCode } = await call('session.setUp', input);
      setMade({ bank: input.bank.name, code: recoveryCode });
    } catch (thrown) {
      setError(asRefusal(thrown) as Error);
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, made, create, clear: () => setError(null) };
}

export function useSetup(): Setup {
  const client = useQueryClient();
  const [form] = Form.useForm<SetupForm>();
  const [step, setStep] = useState<Step>('folder');
  const [reached, setReached] = useState<Step>('folder');
  const [mode, setMode] = useState<FolderMode>('new');
  const [nothingThere, setNothingThere] = useState(false);
  const folder = useApiCommand('session.changeDataDir');
  const making = useCreate();

  const go = (to: Step): void => {
    making.clear();
    setStep(to);
    if (STEPS.indexOf(to) > STEPS.indexOf(reached)) setReached(to);
  };
  /** Takes the folder; one that already holds data leads to sign-in, because the session says so. */
  const takeFolder = async (): Promise<void> => {
    setNothingThere(false);
    const dataDir = pastedPath(form.getFieldValue('dataDir') as string);
    const state = await folder.mutateAsync({ dataDir }).catch(() => null);
    if (state?.phase !== 'setup') return;
    form.setFieldValue('dataDir', state.dataDir);
    if (mode === 'existing') setNothingThere(true);
    else go('bank');
  };
  const next = async (): Promise<void> => {
    if (step === 'summary') return making.create(form.getFieldsValue(true) as SetupForm);
    const valid = await form.validateFields().then(
      () => true,
      (failed: { errorFields?: { name: (string | number)[] }[] }) => {
        const first = failed.errorFields?.[0]?.name;
        if (first) form.scrollToField(first, { focus: true });
        return false;
      },
    );
    if (!valid) return;
    if (step === 'folder') await takeFolder();
    else go(after(step));
  };
  return {
    form,
    step,
    reached,
    mode,
    nothingThere,
    error: making.error ?? folder.error,
    busy: making.busy || folder.isPending,
    made: making.made,
    setMode: (chosen) => {
      setMode(chosen);
      setNothingThere(false);
    },
    go,
    next,
    repair: () => go(stepOfRefusal(refusalOf(making.error)?.code ?? '')),
    finish: () => void client.invalidateQueries({ predicate: ({ queryKey }) => isStale(queryKey, ['session']) }),
  };
}
