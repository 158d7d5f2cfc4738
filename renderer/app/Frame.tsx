/** The frame around every page (ui.md §2): title bar, menu, page, status bar. */
import { Outlet, useRouterState } from '@tanstack/react-router';
import { Suspense } from 'react';
import { ContactDesk } from '../features/contacts/ContactDesk';
import { HeaderSearch } from '../features/parties/QuickSearch';
import { Loading } from '../ui/Loading';
import { AlarmBar } from './AlarmBar';
import { ErrorBoundary } from './ErrorBoundary';
import { KeyList } from './KeyList';
import { SideMenu } from './SideMenu';
import { StatusBar } from './StatusBar';
import { Slot } from './slots';
import { TitleBar } from './TitleBar';
import { useFrameKeys } from './useFrameKeys';

export function Frame() {
  const path = useRouterState({ select: (state) => state.location.pathname });
  useFrameKeys();
  return (
    <div className="qs-frame">
      <TitleBar />
      <AlarmBar />
      <Slot name="search">
        <HeaderSearch />
      </Slot>
      <SideMenu />
      <main className="qs-page" data-pane tabIndex={-1}>
        <ErrorBoundary key={path}>
          <Suspense fallback={<Loading />}>
            <ContactDesk>
              <Outlet />
            </ContactDesk>
          </Suspense>
        </ErrorBoundary>
      </main>
      <StatusBar />
      <KeyList />
    </div>
  );
}
