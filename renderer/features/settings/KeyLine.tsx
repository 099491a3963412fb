import { WarningSign } from '@blueprintjs/icons';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { KeyedCommand } from '#renderer/services/commands/command.ts';
import { pressOf } from '#renderer/services/commands/key-press.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Keys } from '#renderer/ui/Keys.tsx';
import { hasCommandKey } from '#renderer/ui/key-caps.ts';
import css from './Settings.module.css';

type KeyLineProps = {
  readonly command: KeyedCommand;
  readonly isListening: boolean;
  readonly isChanged: boolean;
  readonly clash: string | null;
  readonly onListen: () => void;
  readonly onStop: () => void;
  readonly onKeys: (keys: string | null) => void;
  readonly onReset: () => void;
};

/** One command with its key. */
export function KeyLine(props: KeyLineProps) {
  const { command, isListening, isChanged, clash, onListen, onStop, onKeys, onReset } = props;
  return (
    <li>
      <span>
        {command.name ?? command.words}
        {clash && (
          <small className="row">
            <WarningSign size={12} /> The same key as “{clash}”
          </small>
        )}
      </span>
      {isListening ? (
        <KeyCatcher label={command.name ?? command.words} onKeys={onKeys} onStop={onStop} />
      ) : (
        <OwnKeys keys={command.ownKeys} />
      )}
      <span>
        {isChanged && (
          <Button isSmall look="plain" onClick={onReset}>
            As given
          </Button>
        )}
        {command.ownKeys !== null && (
          <Button isSmall look="plain" onClick={() => onKeys(null)}>
            Switch off
          </Button>
        )}
        <Button isSmall onClick={isListening ? onStop : onListen}>
          {isListening ? 'Leave as it is' : 'Change…'}
        </Button>
      </span>
    </li>
  );
}

function OwnKeys({ keys }: { readonly keys: string | null }) {
  return keys === null ? <span className={css.off}>off</span> : <Keys keys={keys} />;
}

/** Milliseconds after which what was pressed is taken: time enough for the second key of a sequence. */
const TAKE_AFTER = 900;

function KeyCatcher({ label, onKeys, onStop }: { label: string; onKeys: (keys: string) => void; onStop: () => void }) {
  const [pressed, setPressed] = useState('');
  const timer = useRef(0);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    window.clearTimeout(timer.current);
    if (event.key === 'Escape') return onStop();
    const press = pressOf(event.nativeEvent, hasCommandKey());
    if (press === null) return;
    const keys = pressed === '' ? press : `${pressed} ${press}`;
    setPressed(keys);
    // Only letters begin a sequence: anything else is the whole key.
    if (press.length > 1) onKeys(keys);
    else timer.current = window.setTimeout(() => onKeys(keys), TAKE_AFTER);
  };
  return (
    <button
      type="button"
      className={css.listening}
      aria-label={`New key for ${label}`}
      // biome-ignore lint/a11y/noAutofocus: it was asked for by the press before
      autoFocus
      onKeyDown={onKeyDown}
      onBlur={() => pressed === '' && onStop()}
    >
      {pressed === '' ? 'Press the key' : <Keys keys={pressed} />}
    </button>
  );
}
