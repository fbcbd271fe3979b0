/** What the processes of `receivers.ts` are told, and what they tell. */

export type ToReceivers =
  /** Opens streams by these requests, in turn. */
  | { do: 'open'; port: number; requests: string[]; count: number }
  /** From now on the event is waited for. */
  | { do: 'arm' };

export type FromReceivers =
  | { opened: number }
  | { failed: string }
  | { armed: true }
  /** When each stream had the event, as the machine's clock says in ns; and the event as one stream got it. */
  | { times: string[]; frame: string };
