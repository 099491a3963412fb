import { useRoute } from '#renderer/services/route.tsx';
import { useServices } from '#renderer/services/services.ts';
import type { ReaderDeskProps } from '../ReaderDesk.tsx';
import type { Asking } from '../use-asking.ts';
import type { Passages } from '../use-passages.ts';
import { useEventsOfArticle } from './EventList.tsx';
import { Inspector } from './Inspector.tsx';

type Props = Omit<ReaderDeskProps, 'splitter' | 'wanted'> & { readonly passages: Passages; readonly asking: Asking };

const NO_EVENTS: never[] = [];

/** The inspector, tied to the passages of the open article. */
export function ReaderInspector({ passages, asking, inspectorWidth, eventActs, ...props }: Props) {
  const { caseId, open, words, codebook } = props;
  const { marks, inHand, surface, index } = passages;
  const { workspace, notices } = useServices();
  const { go } = useRoute();
  const events = useEventsOfArticle(caseId, open.article.id, codebook) ?? NO_EVENTS;
  const caret = surface.selection?.focus;
  return (
    <Inspector
      {...props}
      {...{ marks, events, index }}
      acts={eventActs}
      mark={inHand.mark}
      version={words.version}
      width={inspectorWidth}
      link={words.links.find(({ start, end }) => caret !== undefined && start <= caret && caret <= end) ?? null}
      draftEntity={(name, typeId) => {
        const type = codebook.entityTypes.find(({ id }) => id === typeId);
        return type ? workspace.entities.draft(name, type) : null;
      }}
      onMark={inHand.take}
      onPassage={(id) => {
        const found = marks.find((one) => one.id === id);
        if (found) inHand.take(found);
        else notices.warn('This passage stands in another article.');
      }}
      onRelink={(mark) => asking.askAbout('entity', mark)}
      onNote={(mark) => asking.askAbout('note', mark)}
      onRemove={asking.remove}
      onEntity={(id) => go({ place: 'entities', rest: [id] })}
      onEvent={asking.openEvent}
      onCloseEvent={eventActs.close}
      onLeave={asking.toText}
    />
  );
}
