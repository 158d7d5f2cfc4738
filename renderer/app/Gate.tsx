/** What stands in front of the frame: first set-up, sign-in, or nothing. */
import { RouterProvider } from '@tanstack/react-router';
import { Activity, Suspense, useMemo, useState } from 'react';
import { ErrorState } from '../ui/ErrorState';
import { Loading } from '../ui/Loading';
import { router } from './routes';
import { screen } from './screens';
import { type SessionState, type SessionUser, useSession } from './session';
import { SessionContext } from './sessionContext';

const SetupScreen = screen('setup/SetupScreen');
const UnlockScreen = screen('session/UnlockScreen');

/** The person whose pages are kept: a lock hides them, only another person's sign-in drops them (ui.md §1.4). */
function useKeptUser(state: SessionState | undefined): SessionUser | null {
  const [kept, setKept] = useState<SessionUser | null>(null);
  const signedIn = state?.phase === 'open' ? (state.user ?? null) : null;
  if (signedIn && signedIn !== kept) setKept(signedIn);
  return signedIn ?? kept;
}

function KeptFrame({ user, state }: { user: SessionUser; state: SessionState }) {
  const session = useMemo(() => ({ user, state }), [user, state]);
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
  if (session.error) return <ErrorState error={session.error} onRetry={() => void session.refetch()} />;
  if (!state) return <Loading />;
  return (
    <Suspense fallback={<Loading />}>
      {state.phase === 'setup' && <SetupScreen />}
      {state.phase === 'locked' && <UnlockScreen />}
      {user && state.phase !== 'setup' && <KeptFrame user={user} state={state} />}
    </Suspense>
  );
}
