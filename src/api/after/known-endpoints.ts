/** Where everything is that can be called by now. A part of the portal adds its own when it is loaded (later.ts). */
import { endpoints, type Endpoint } from '../../contract/endpoints.ts';
import type { Callable } from '../answers.ts';

/** Who calls an endpoint of a part has loaded that part. */
export const knownEndpoints = { ...endpoints } as Record<Callable, Endpoint>;
