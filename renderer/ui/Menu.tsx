import {
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import { Button, IconButton } from './Button.tsx';
import { Float } from './Float.tsx';
import { Keys } from './Keys.tsx';
import css from './Menu.module.css';

/** A line of a menu, or `null` for a rule between lines. */
export type MenuLine = {
  readonly id: string;
  readonly words: ReactNode;
  readonly icon?: ReactElement;
  readonly keys?: string | undefined;
  readonly disabled?: boolean;
  /** Ticked or not, for a line that switches. */
  readonly isOn?: boolean;
  readonly onChoose: () => void;
} | null;

type MenuListProps = { readonly label: string; readonly lines: readonly MenuLine[]; readonly onClose: () => void };

/** The lines of a menu: arrows walk them, `Enter` chooses, letters jump. */
export function MenuList({ label, lines, onClose }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    itemsOf(list)[0]?.focus();
  }, []);
  return (
    <div
      ref={list}
      role="menu"
      aria-label={label}
      className={css.menu}
      onKeyDown={(event) => walk(event, list, onClose)}
    >
      {lines.map((line, at) =>
        line === null ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no identity but its place
          <hr key={`rule-${at}`} className={css.rule} />
        ) : (
          <button
            key={line.id}
            type="button"
            role={line.isOn === undefined ? 'menuitem' : 'menuitemcheckbox'}
            {...(line.isOn === undefined ? {} : { 'aria-checked': line.isOn })}
            aria-disabled={line.disabled ?? false}
            tabIndex={-1}
            className={css.item}
            onClick={() => {
              if (line.disabled) return;
              onClose();
              line.onChoose();
            }}
          >
            <span className={css.icon}>{line.isOn ? <Tick /> : line.icon}</span>
            <span className="cut">{line.words}</span>
            {line.keys && (
              <span className={css.keys} aria-hidden="true">
                <Keys keys={line.keys} />
              </span>
            )}
          </button>
        ),
      )}
    </div>
  );
}

type MenuButtonProps = {
  readonly label: string;
  readonly lines: readonly MenuLine[];
  readonly icon?: ReactElement;
  /** Words on the button; without them it is an icon alone. */
  readonly children?: ReactNode;
  readonly keys?: string;
  readonly align?: 'start' | 'end';
};

/** A button that opens a menu. */
export function MenuButton({ label, lines, icon, children, keys, align = 'start' }: MenuButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const shared = { ref: button, isExpanded: isOpen, hasPopup: 'menu' as const, onClick: () => setOpen(!isOpen), keys };
  return (
    <>
      {children ? (
        <Button {...shared} {...(icon ? { icon } : {})}>
          {children}
        </Button>
      ) : (
        icon && <IconButton {...shared} label={label} icon={icon} />
      )}
      {isOpen && (
        <Float anchor={button} onClose={close} align={align}>
          <MenuList label={label} lines={lines} onClose={close} />
        </Float>
      )}
    </>
  );
}

function Tick() {
  return (
    <svg
      width="12"
      height="12"
      viewBox="0 0 12 12"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.9"
      aria-hidden="true"
    >
      <path d="m1.8 6.4 2.8 2.8 5.6-6" />
    </svg>
  );
}

function itemsOf(list: RefObject<HTMLElement | null>): HTMLElement[] {
  return [...(list.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
}

function walk(event: KeyboardEvent, list: RefObject<HTMLElement | null>, onClose: () => void): void {
  const items = itemsOf(list);
  const at = items.indexOf(document.activeElement as HTMLElement);
  const next = nextItem(event.key, at, items);
  if (next !== null) items[next]?.focus();
  else if (event.key === 'Tab') onClose();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function nextItem(key: string, at: number, items: readonly HTMLElement[]): number | null {
  const count = items.length;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (key.length !== 1 || key === ' ') return null;
  const letter = key.toLocaleLowerCase();
  const found = items.findIndex((item, i) => i > at && item.textContent?.toLocaleLowerCase().startsWith(letter));
  return found >= 0 ? found : null;
}
