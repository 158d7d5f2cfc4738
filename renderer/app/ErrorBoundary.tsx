/** Keeps a broken page from taking the frame with it, and gives the person something to send to support. */
import { Component, type ReactNode } from 'react';
import { ErrorState } from '../ui/ErrorState';

interface State {
  readonly error: unknown;
}

export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return <ErrorState error={this.state.error} onRetry={() => this.setState({ error: null })} />;
  }
}
