import { Comment, Plus } from '@blueprintjs/icons';
import { type KeyboardEvent, type ReactElement, useMemo, useState } from 'react';
import { type EntityIndex, type EntityMatch, findEntities } from '#renderer/services/tagging/use-entity-index.ts';
import { useNamesAlike } from '#renderer/services/tagging/use-names-alike.ts';
import { Combobox } from '#renderer/ui/Combobox.tsx';
import type { OptionGroup } from '#renderer/ui/OptionList.tsx';
import { TypeMark } from '#renderer/ui/TypeMark.tsx';
import { lookOf } from '#renderer/ui/type-icons.ts';
import type { Codebook, EntityType } from '#shared/domain/codebook.ts';
import type { Entity } from '#shared/domain/entity.ts';

type Props = {
  readonly label: string;
  readonly initial?: string;
  /** Undefined while names are still being read: nothing is offered then, so that no known name is made twice. */
  readonly index: EntityIndex | undefined;
  readonly codebook: Codebook;
  /** The type that `Ctrl+Enter` creates; its line stands first. */
  readonly usual: EntityType;
  readonly onLink: (entity: Entity) => void;
  readonly onCreate: (name: string, type: EntityType) => void;
  readonly hidesLabel?: boolean;
  readonly isInline?: boolean;
  readonly autoFocus?: boolean;
  readonly opensByTyping?: boolean;
  /** Types that can be created; all of the codebook where none are said. */
  readonly types?: readonly EntityType[];
  /** Keeps what was typed as words, naming nobody in particular. */
  readonly onWords?: (words: string) => void;
  readonly placeholder?: string;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onBlur?: () => void;
  readonly onText?: (text: string) => void;
  readonly className?: string;
};

const LINK = 'link ';
const CREATE = 'create ';
const WORDS = 'words';

/** Finds an entity by any of its names, or makes one: best first, the last lines create it as one of each type. */
export function EntityCombobox(props: Props) {
  const { label, initial = '', index, codebook, usual, onLink, onCreate, onText, onWords } = props;
  const [text, setText] = useState(initial);
  const name = text.replace(/\s+/g, ' ').trim();
  const plain = useMemo(() => (index ? findEntities(index, name) : []), [index, name]);
  const alike = useNamesAlike(index, name, plain);
  const matches = useMemo(() => [...plain, ...alike], [plain, alike]);
  const types = props.types ?? codebook.entityTypes;
  const wordLines = onWords && name !== '' ? [wordsLine(name)] : [];
  const groups = index ? [linkLines(matches, codebook), ...wordLines, createLines(name, codebook, usual, types)] : [];
  const choose = (id: string, { isForced }: { isForced: boolean }) => {
    const type = codebook.entityTypes.find((one) => id === CREATE + one.id) ?? usual;
    const match = matches.find(({ entity }) => id === LINK + entity.id);
    setText('');
    onText?.('');
    if (match && !isForced) onLink(match.entity);
    else if (id === WORDS && !isForced) onWords?.(name);
    else onCreate(name, type);
  };
  return (
    <Combobox
      label={label}
      text={text}
      onText={(next) => {
        setText(next);
        onText?.(next);
      }}
      groups={groups}
      onChoose={choose}
      {...passed(props)}
    />
  );
}

function passed({ hidesLabel, isInline, autoFocus, opensByTyping, placeholder, onKeyDown, onBlur, className }: Props) {
  return {
    ...(hidesLabel ? { hidesLabel } : {}),
    ...(isInline ? { isInline } : {}),
    ...(autoFocus ? { autoFocus } : {}),
    ...(opensByTyping ? { opensByTyping } : {}),
    ...(placeholder ? { placeholder } : {}),
    ...(onKeyDown ? { onKeyDown } : {}),
    ...(onBlur ? { onBlur } : {}),
    ...(className ? { className } : {}),
  };
}

const WHY: Readonly<Record<EntityMatch['how'], string>> = {
  same: 'also called',
  begins: 'name begins so',
  'word-begins': 'a word begins so',
  contains: 'contains it',
  within: 'stands within it',
  alike: 'spelt alike',
};

function linkLines(matches: readonly EntityMatch[], codebook: Codebook): OptionGroup {
  return {
    name: null,
    options: matches.map(({ entity, name, how }, at) => ({
      id: LINK + entity.id,
      main: <bdi>{entity.name}</bdi>,
      icon: typeMark(codebook, entity.type),
      more:
        name === entity.name ? (
          how !== 'same' && WHY[how]
        ) : (
          <>
            {WHY[how]} <bdi>“{name}”</bdi>
          </>
        ),
      ...(at === 0 ? { keys: 'Enter' } : {}),
    })),
  };
}

function wordsLine(name: string): OptionGroup {
  const main = (
    <>
      “<bdi>{name}</bdi>”, as the passage says
    </>
  );
  return { name: null, options: [{ id: WORDS, icon: <Comment size={14} />, main }] };
}

function createLines(name: string, codebook: Codebook, usual: EntityType, known: readonly EntityType[]): OptionGroup {
  const types = [usual, ...known.filter(({ id }) => id !== usual.id)];
  return {
    name: null,
    options:
      name === ''
        ? []
        : types.map((type, at) => ({
            id: CREATE + type.id,
            icon: <Plus size={14} />,
            main: (
              <>
                Create “<bdi>{name}</bdi>” as {type.name}
              </>
            ),
            side: typeMark(codebook, type.id),
            ...(at === 0 ? { keys: 'Mod+Enter' } : {}),
          })),
  };
}

/** The mark of a type by its id, without its name for readers: the line says it. */
function typeMark(codebook: Codebook, typeId: string): ReactElement {
  const type = codebook.entityTypes.find(({ id }) => id === typeId);
  return <TypeMark look={lookOf(type ?? { tint: 'other', icon: 'cube', name: typeId })} size={20} isNamed={false} />;
}
