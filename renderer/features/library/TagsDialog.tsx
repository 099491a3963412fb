import { type FormEvent, useId, useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { Tick } from '#renderer/ui/Ticks.tsx';
import css from './Library.module.css';

/** What becomes of tags: those left out stay as they are. */
export type TagEdit = { readonly add: readonly string[]; readonly remove: readonly string[] };

type TagsDialogProps = {
  /** Articles that it is about. */
  readonly count: number;
  /** Tags of the case, with how many of those articles have each. */
  readonly known: readonly { readonly tag: string; readonly having: number }[];
  readonly onDone: (edit: TagEdit) => void;
  readonly onClose: () => void;
};

/** Gives articles tags or takes tags from them, in one step. */
export function TagsDialog({ count, known, onDone, onClose }: TagsDialogProps) {
  const form = useId();
  const [words, setWords] = useState('');
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const picked = (isOn: boolean) => [...changed].filter(([, on]) => on === isOn).map(([tag]) => tag);
    onDone({ add: [...new Set([...picked(true), ...tagsIn(words)])], remove: picked(false) });
  };
  const acts = (
    <>
      <Button look="primary" type="submit" form={form} keys="Enter">
        Keep these tags
      </Button>
      <Button look="plain" onClick={onClose}>
        Cancel
      </Button>
    </>
  );
  return (
    <Dialog
      title={count === 1 ? 'Tags of the article' : `Tags of ${count.toLocaleString('en')} articles`}
      onClose={onClose}
      foot={acts}
      width={360}
    >
      <form id={form} className={css.tagForm} onSubmit={submit} noValidate>
        <TextField
          label="New tags"
          value={words}
          onChange={setWords}
          help="Several are parted by commas."
          autoFocus
          dir="auto"
        />
        {known.length > 0 && (
          <ul className={css.tagList} aria-label="Tags of the case">
            {known.map(({ tag, having }) => {
              const isOn = changed.get(tag) ?? having === count;
              return (
                <li key={tag}>
                  <Tick
                    checked={isOn}
                    isMixed={!changed.has(tag) && having > 0 && having < count}
                    onChange={(on) => setChanged(new Map(changed).set(tag, on))}
                  >
                    <bdi>{tag}</bdi>
                  </Tick>
                </li>
              );
            })}
          </ul>
        )}
      </form>
    </Dialog>
  );
}

/** Tags as they are typed: parted by commas, Latin or Arabic, without spaces around them. */
export function tagsIn(words: string): string[] {
  return [...new Set(words.split(/[,،\n]/).map((tag) => tag.trim().normalize('NFC')))].filter((tag) => tag !== '');
}
