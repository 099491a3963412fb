import { useEffect, useRef } from 'react';
import { HeldPresses } from '#renderer/services/commands/held-presses.ts';
import { isTyping, pressOf } from '#renderer/services/commands/key-press.ts';
import { hear, SEQUENCE_PAUSE } from '#renderer/services/commands/key-sequence.ts';
import { type CommandRegistry, WAIT } from '#renderer/services/commands/registry.ts';
import { hasCommandKey } from '#renderer/ui/key-caps.ts';
import { isModalOpen } from '#renderer/ui/use-modal.ts';
import { isField } from './is-field.ts';

/**
 * Carries out commands by their keys, as long as no field, no dialog and no part of the desk takes the key for itself.
 * A command that is off says why. What is pressed while a place is on its way is meant for that place: it is held, and heard once the place stands.
 */
export function useCommandKeys(registry: CommandRegistry, onOff: (why: string) => void): void {
  const tell = useRef(onOff);
  useEffect(() => {
    tell.current = onOff;
  });
  useEffect(() => {
    const isMac = hasCommandKey();
    const held = new HeldPresses();
    let pending = '';
    let timer = 0;
    let gone = Number.NEGATIVE_INFINITY;
    const wait = (keys: string) => {
      window.clearTimeout(timer);
      pending = keys;
      if (keys) timer = window.setTimeout(() => wait(''), SEQUENCE_PAUSE);
    };
    const heed = (press: string, isInField: boolean): 'taken' | 'none' | 'wait' => {
      if (registry.isArriving()) {
        // also after a click: presses that come now are held
        gone = performance.now();
        return 'wait';
      }
      const heard = hear(pending, press, bindingsOf(registry, isInField));
      wait(heard.kind === 'pending' ? heard.keys : '');
      if (heard.kind === 'command' && !registry.run(heard.id)) {
        const why = registry.all().find(({ id }) => id === heard.id)?.offBecause;
        if (why) tell.current(why);
      }
      if (registry.isArriving()) gone = performance.now();
      return heard.kind === 'none' ? 'none' : 'taken';
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const stop = () => {
        held.forget();
        wait('');
      };
      if (event.defaultPrevented || event.isComposing || isModalOpen()) return stop();
      const press = pressOf(event, isMac);
      if (press === null) return;
      const isInField = isField(event.target);
      if (isInField && isTyping(press)) return stop();
      const heard = heed(press, isInField);
      if (heard === 'taken') held.forget();
      else if (registry.knows(press) && performance.now() - gone < WAIT) held.hold(press);
      else return;
      event.preventDefault();
    };
    const stopListening = registry.listen(() => queueMicrotask(() => held.replay((press) => heed(press, false))));
    document.addEventListener('keydown', onKeyDown);
    return () => {
      stopListening();
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
