import { useCaseId } from '#renderer/services/route.tsx';
import { Events } from './Events.tsx';

/** The place "Events": what the analyst has coded. */
export function Place() {
  const caseId = useCaseId();
  return <Events key={caseId} caseId={caseId} />;
}
