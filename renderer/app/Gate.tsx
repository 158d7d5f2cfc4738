/** What stands in front of the frame: first set-up, sign-in, a password that must be changed, or nothing. */
import { RouterProvider } from '@tanstack/react-router';
import { Activity, Suspense, useEffect, useMemo, useState } from 'react';
import { call } from '../api/client';
import { ErrorState } from '../ui/ErrorState';
import { Loading } from '../ui/Loading';
import { restoreForms } from './keptForms';
import { useNotices } from './lockWindow';
import { router } from './routes';
import { screen } from './screens';
import { type SessionState, type SessionUser, useSession } from './session';
import { SessionContext } from './sessionContext';

const SetupScreen = screen('setup/SetupScreen');
const UnlockScreen = screen('session/UnlockScreen');
const NewPasswordScreen = screen('session/NewPasswordScreen');

/** The person who works here: signed in, and with a password of his own. */
const workingUser = (state: SessionState | undefined): SessionUser | null =>
  state?.phase === 'open' && !state.mustChangePassword ? (state.user ?? null) : null;

/**
 * The person whose pages are kept: should a lock not end in a new page, they are hidden, and only another person's
 * sign-in drops them (ui.md §1.4).
 */
function useKeptUser(state: SessionState | undefined): SessionUser | null {
  const [kept, setKept] = useState<SessionUser | null>(null);
  const working = workingUser(state);
  if (working && working !== kept) setKept(working);
  return working ?? kept;
}

/** Gives a person back what he had typed when the window was locked; false until that is known. */
function useRestoredForms(userId: number | undefined): boolean {
  const [restored, setRestored] = useState<number>();
  useEffect(() => {
    if (userId === undefined) return;
    call('window.takeTyped', undefined)
      .catch(() => ({}))
      .then((forms) => {
        restoreForms(forms);
        setRestored(userId);
      });
  }, [userId]);
  return userId !== undefined && restored === userId;
}

function KeptFrame({ user, state }: { user: SessionUser; state: SessionState }) {
  const session = useMemo(() => ({ user, state }), [user, state]);
  const restored = useRestoredForms(user.id);
  if (!restored) return <Loading />;
  return (
    <SessionContext value={session}>
      <Activity mode={state.phase === 'open' ? 'visible' : 'hidden'}>
        <RouterProvider key={user.id} router={router} />
      </Activity>
    </SessionContext>
  );
}

export function Gate() {
  const session = useSession();
  const state = session.data;
  const user = useKeptUser(state);
  useNotices();
  // Once known, a state that cannot be asked for again hides nothing: the bar above the pages says so (AlarmBar).
  if (!state && session.error) return <ErrorState error={session.error} onRetry={() => void session.refetch()} />;
  if (!state) return <Loading />;
  const mustChange = state.phase === 'open' && state.mustChangePassword;
  return (
    <Suspense fallback={<Loading />}>
      {state.phase === 'setup' && <SetupScreen />}
      {state.phase === 'locked' && <UnlockScreen />}
      {mustChange && <NewPasswordScreen />}
      {user && state.phase !== 'setup' && !mustChange && <KeptFrame user={user} state={state} />}
    </Suspense>
  );
}
