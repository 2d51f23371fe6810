import { pathOf } from '../app/router.ts';
import { site } from '../app/site.ts';
import type { Procedure } from '../app/types.ts';
import { kioskScreens } from '../routes.generated.ts';
import { signs } from './signing-needs.tsx';
import { Link } from './link.tsx';

/** At the counter there is a way without a card, where no signature is asked for. */
export function WithoutCard(props: { procedure: Procedure }) {
  const { procedureId } = props.procedure;
  if (!site.kiosk || signs(props.procedure)) return null;
  return (
    <p>
      <Link to={pathOf(kioskScreens.COUNTER_CHECK.path, { procedureId })} class="button">
        カードをお持ちでない方
      </Link>
    </p>
  );
}
