import { useCaseId } from '#renderer/services/route.tsx';
import { Entities } from './Entities.tsx';

/** The place "Entities": people, groups, places and things that the passages of a case name. */
export function Place() {
  const caseId = useCaseId();
  return <Entities key={caseId} caseId={caseId} />;
}
