/** Moves the wizard: inspect, decide, dry run, write. Its state outlives leaving the page and a lock. */
import type { ImportResult } from '@shared/contract/imports.contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { call, type InputOf } from '../../api/client';
import { useApiCommand } from '../../api/queries';
import { asRefusal } from '../../api/refusal';
import { type ApiStream, useApiStream } from '../../api/useApiStream';
import { useKeptState } from '../../app/keptForms';
import { pastedPath } from '../../ui/pastedPath';
import { type Choices, choicesOf, FRESH, runInput, type Step, type Wizard } from './wizard';

type InspectInput = InputOf<'imports.inspect'>;

/** Reads a file's heading; a newer wish or a cancel leaves the older answer unheard. */
function useInspection(onFound: (found: Awaited<ReturnType<typeof inspect>>) => void) {
  const [reading, setReading] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  const start = async (input: InspectInput): Promise<void> => {
    abort.current?.abort();
    const controller = new AbortController();
    abort.current = controller;
    setReading(true);
    setError(null);
    try {
      const found = await inspect(input, controller.signal);
      if (!controller.signal.aborted) onFound(found);
    } catch (thrown) {
      if (!controller.signal.aborted) setError(asRefusal(thrown) as Error);
    } finally {
      if (abort.current === controller) setReading(false);
    }
  };
  const cancel = (): void => {
    abort.current?.abort();
    setReading(false);
  };
  return { reading, error, start, cancel };
}

const inspect = (input: InspectInput, signal: AbortSignal) => call('imports.inspect', input, signal);

function resultOf(event: { type: string; result?: ImportResult } | null): ImportResult | null {
  return event?.type === 'result' ? (event.result ?? null) : null;
}

export interface ImportWizard extends Wizard {
  readonly reading: boolean;
  readonly readError: Error | null;
  readonly run: ApiStream<'imports.run'>;
  readonly setPath: (path: string) => void;
  /** Reads the file; `kind` and `sheet` null leave both to the guess. */
  readonly read: (path: string, kind?: InspectInput['kind'], sheet?: number | null) => Promise<void>;
  readonly cancelReading: () => void;
  readonly go: (step: Step) => void;
  readonly choose: (choices: Choices) => void;
  /** Dry run; `decisions` change what is accepted with it. */
  readonly check: (decisions?: Partial<Pick<Wizard, 'acceptWarnings' | 'newUnits'>>) => Promise<void>;
  readonly write: () => Promise<void>;
  readonly restart: () => void;
}

/** The dry run and the write over the present state. */
function useRuns(state: Wizard, patch: (part: Partial<Wizard>) => void) {
  const run = useApiStream('imports.run');
  const remember = useApiCommand('imports.rememberMapping');
  const request = useRef<{ readonly of: ImportResult; readonly id: string } | null>(null);

  const check = async (decisions: Partial<Wizard> = {}): Promise<void> => {
    const wanted = { ...state, ...decisions };
    const input = runInput(wanted, true, null);
    if (!input) return;
    patch({ ...decisions, step: 'check', checked: null });
    const name = wanted.choices?.rememberAs.trim();
    const result = resultOf(await run.start(input));
    if (!result) return;
    patch({ checked: result });
    if (name && input.mapping) remember.mutate({ name, path: input.path, mapping: input.mapping });
  };
  const write = async (): Promise<void> => {
    const { checked } = state;
    if (!checked) return;
    // One id for what this dry run showed: a second click, or a retry after a broken line, is the same write.
    if (request.current?.of !== checked) request.current = { of: checked, id: crypto.randomUUID() };
    const input = runInput(state, false, request.current.id);
    const written = input && resultOf(await run.start(input));
    if (written) patch({ written });
  };
  return { run, check, write };
}

export function useImportWizard(): ImportWizard {
  const [state, setState] = useKeptState<Wizard>('imports.wizard', FRESH);
  const patch = useCallback((part: Partial<Wizard>) => setState((old) => ({ ...old, ...part })), [setState]);
  const inspection = useInspection((found) =>
    patch({ ...FRESH, step: 'heading', path: found.path, inspection: found, choices: choicesOf(found) }),
  );
  const { run, check, write } = useRuns(state, patch);
  return {
    ...state,
    reading: inspection.reading,
    readError: inspection.error,
    run,
    setPath: (path) => patch({ path }),
    read: (path, kind = null, sheet = null) => inspection.start({ path: pastedPath(path), kind, sheet }),
    cancelReading: inspection.cancel,
    go: (step) => patch({ step }),
    // Whatever was checked or accepted before belongs to other columns.
    choose: (choices) => patch({ choices, checked: null, acceptWarnings: false, newUnits: [] }),
    check,
    write,
    restart: () => setState(FRESH),
  };
}
