import { Component, type ReactNode } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import { toPayload } from '#shared/kernel/app-error.ts';
import css from './ErrorBoundary.module.css';

type Props = {
  readonly children: ReactNode /** A new value draws the children afresh: another place was entered. */;
  readonly watch: string;
};
type State = { readonly error: unknown; readonly watch: string };

/** Draws words in place of a part that broke. What was committed is on disk; the rest of the desk goes on. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, watch: this.props.watch };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.watch === state.watch ? null : { error: null, watch: props.watch };
  }

  override componentDidCatch(error: unknown): void {
    console.error(error);
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return (
      <div className={css.broken}>
        <ErrorNote
          title="This place could not be drawn"
          actions={
            <>
              <Button look="primary" onClick={() => this.setState({ error: null })}>
                Draw it again
              </Button>
              <Button onClick={() => location.reload()}>Reload the window</Button>
            </>
          }
        >
          <p>{toPayload(this.state.error).message}</p>
          <p>Your case is as it was: every change that was made is on disk.</p>
        </ErrorNote>
      </div>
    );
  }
}
