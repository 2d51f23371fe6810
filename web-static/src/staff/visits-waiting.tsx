import { useEffect, useState } from 'preact/hooks';
import { usePlace } from '../app/router.ts';
import { staff } from '../console/api.ts';
import { useFollowing } from '../console/following.ts';
import { screens } from '../staff-routes.generated.ts';
import { Link } from '../ui/link.tsx';

/** Somebody stands at a terminal meanwhile. */
const LOOK = 15000;

/** Visitors who wait for a clerk, told on whatever screen the clerk works; the list itself tells it where it is open. */
export function VisitsWaiting() {
  const { path } = usePlace();
  const [count, setCount] = useState(0);
  const look = async () => {
    const outcome = await staff('listVisits');
    // What fails is told by the screen that is worked on.
    if (outcome.ok) setCount(outcome.value.visits.length);
  };
  useFollowing(() => void look(), LOOK);
  useEffect(() => void look(), [path]);
  return (
    <p role="status" class="visits-waiting no-print">
      {count > 0 && path !== screens.VISITS.path && (
        <Link to={screens.VISITS.path}>窓口で{count}人が本人確認を待っています</Link>
      )}
    </p>
  );
}
