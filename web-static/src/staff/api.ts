import { send, type BodyOf, type Operations, type Outcome, type Sent } from '../app/api.ts';
import type { operations } from '../staff-bodies.generated.ts';
import { staffRoutes } from '../staff-routes.generated.ts';

type StaffOperation = keyof Operations & keyof typeof staffRoutes;

/** Calls an operation of the staff host. Apart from the residents', who need not load its routes. */
export function staff<O extends StaffOperation>(
  operation: O,
  sent: Sent<BodyOf<operations, O>, Operations[O]['params']> = {},
): Promise<Outcome<Operations[O]['out']>> {
  return send(staffRoutes[operation], sent);
}
