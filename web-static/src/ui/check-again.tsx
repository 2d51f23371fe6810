import { pathOf } from '../app/router.ts';
import { kioskScreens } from '../routes.generated.ts';
import { Link } from './link.tsx';

/** Step of the counter's check: staff have checked somebody, and shall check somebody else. */
export const AGAIN = 'again';

/** At the counter, for another person than the one whom staff checked. */
export function CheckAgain(props: { procedureId: string }) {
  return (
    <p>
      <Link to={pathOf(kioskScreens.COUNTER_CHECK.path, props)} step={AGAIN} class="button">
        職員にもう一度確かめてもらう
      </Link>
    </p>
  );
}
