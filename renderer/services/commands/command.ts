/** Something the analyst can have done: by key, from the palette, from a button or from the native menu. */
export type Command = {
  /** `noun:verb`; the native menu sends the same. */
  readonly id: string;
  /** The verb of what happens, as it stands in the palette and on the key sheet. */
  readonly words: string;
  /** What it is called where keys are listed, when its words change with what it would do: "Undo". */
  readonly name?: string;
  /**
   * Presses parted by spaces, keys held together joined by `+`, `Mod` for Ctrl or Cmd: `g l`, `Mod+Shift+Z`.
   * Null where it has none by itself; the analyst may give it one.
   */
  readonly keys: string | null;
  /** Under which heading the key sheet lists it: "Everywhere", "Places", "Status". */
  readonly group: string;
  readonly run: () => void;
  /** Why it cannot be done just now; then it is shown, and does nothing. */
  readonly offBecause?: string | undefined;
  /** The field's own while a field has the caret: undo, redo. */
  readonly restsInFields?: boolean;
  /** Acts by its key alone and is not listed in the palette: moving a cursor. */
  readonly isKeyOnly?: boolean;
};

/** What is known of a command before it can be given. */
export type CommandShape = Omit<Command, 'run' | 'offBecause'>;

/** A command with the key that it has for this analyst; null when it was switched off. */
export type KeyedCommand = Command & { readonly ownKeys: string | null };
