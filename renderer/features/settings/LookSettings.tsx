import { usePreferences } from '#renderer/services/preferences.ts';
import { Choice } from '#renderer/ui/Ticks.tsx';
import { Block } from './Block.tsx';

const THEMES = [
  { value: 'system', words: 'As the system' },
  { value: 'light', words: 'Light' },
  { value: 'dark', words: 'Dark' },
] as const;

/** How the desk looks on this device. */
export function LookSettings() {
  const { preferences, change } = usePreferences();
  return (
    <Block title="Theme">
      <Choice label="Theme" value={preferences.theme} lines={THEMES} onChange={(theme) => change({ theme })} />
      <p>Print and reports are light always. Motion and contrast follow the system.</p>
    </Block>
  );
}
