import { useCaseId } from '#renderer/services/route.tsx';
import { Library } from './Library.tsx';

/** The place "Library": every article of the open case. */
export function Place() {
  const caseId = useCaseId();
  return <Library key={caseId} caseId={caseId} />;
}
