import type { EndpointName } from '../../../src/contract/endpoints.ts';
import type { Business } from './business.ts';

/** Who asks: nothing here was taken from a request body. */
export interface Caller {
  business: Business;
  /** RFC 7638 thumbprint of the key that signed this request's proof. */
  keyThumbprint: string;
  /** One of the business's languages. */
  locale: string;
  /** What a person may recognise the device by; shortened User-Agent. */
  device: string | null;
  /**
   * The client as limits see it: an IPv4 address, or the /64 of an IPv6 one. Null where the backend runs without
   * a socket (in tests, in a browser tab): no limit by address applies there. Stored as a MAC only.
   */
  address: string | null;
  /** The page that asks, by the header Origin; null where none was sent. */
  origin: string | null;
  /** What is asked for. */
  endpoint: EndpointName;
  /** The header Portal-Challenge: the solution of a challenge that this key was set for this endpoint. */
  challenge: string | null;
}
