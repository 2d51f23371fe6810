import { Heading } from '../ui/heading.tsx';
import { later } from '../ui/later.tsx';
import { ProblemBox, Skeleton } from '../ui/notices.tsx';
import { useStanding } from './visit.ts';

// Nobody but a terminal loads it.
const Portal = later(() => import('./portal.tsx').then((m) => m.Portal));

// Once in the life of a terminal.
const Enrolment = later(() => import('./enrolment.tsx').then((m) => m.Enrolment));

/** Shows the portal only where a visit at a registered terminal goes on; everybody else is asked for the code. */
export function Gate() {
  const standing = useStanding();
  if (standing.status === 'ready') return <Portal />;
  return (
    <main id="main" class="wrap">
      {standing.status === 'loading' && <Skeleton />}
      {standing.status === 'failed' && (
        <>
          <Heading title="ただいま使えません" />
          <ProblemBox problem={standing.problem} retry={() => location.reload()} />
        </>
      )}
      {standing.status === 'unregistered' && <Enrolment refused={standing.refused} />}
    </main>
  );
}
