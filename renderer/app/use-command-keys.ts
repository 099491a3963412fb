import { useEffect } from 'react';
import { isTyping, pressOf } from '#renderer/services/commands/key-press.ts';
import { hear, SEQUENCE_PAUSE } from '#renderer/services/commands/key-sequence.ts';
import type { CommandRegistry } from '#renderer/services/commands/registry.ts';
import { hasCommandKey } from '#renderer/ui/key-caps.ts';
import { isModalOpen } from '#renderer/ui/use-modal.ts';

/** Carries out commands by their keys, as long as no field, no dialog and no part of the desk takes the key for itself. */
export function useCommandKeys(registry: CommandRegistry): void {
  useEffect(() => {
    const isMac = hasCommandKey();
    let pending = '';
    let timer = 0;
    const wait = (keys: string) => {
      window.clearTimeout(timer);
      pending = keys;
      if (keys) timer = window.setTimeout(() => wait(''), SEQUENCE_PAUSE);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isModalOpen()) return wait('');
      const press = pressOf(event, isMac);
      if (press === null) return;
      const isInField = isField(event.target);
      if (isInField && isTyping(press)) return wait('');
      const heard = hear(pending, press, bindingsOf(registry, isInField));
      wait(heard.kind === 'pending' ? heard.keys : '');
      if (heard.kind === 'none') return;
      event.preventDefault();
      if (heard.kind === 'command') registry.run(heard.id);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      window.clearTimeout(timer);
    };
  }, [registry]);
}

function bindingsOf(registry: CommandRegistry, isInField: boolean) {
  return registry
    .all()
    .flatMap(({ id, ownKeys, restsInFields }) =>
      ownKeys === null || (isInField && restsInFields) ? [] : ownKeys.split(', ').map((keys) => ({ id, keys })),
    );
}

const TYPED = new Set(['text', 'search', 'number', 'password', 'email', 'url', 'tel', 'date']);

/** Whether a key pressed there belongs to the text that is being written. */
function isField(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return TYPED.has(target.type);
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLElement && target.isContentEditable;
}
