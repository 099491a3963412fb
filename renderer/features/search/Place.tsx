import { useCaseId } from '#renderer/services/route.tsx';
import { Search } from './Search.tsx';

/** The place "Search": titles and texts of the open case. */
export function Place() {
  const caseId = useCaseId();
  return <Search key={caseId} caseId={caseId} />;
}
