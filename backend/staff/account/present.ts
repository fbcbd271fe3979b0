import type { StaffSession } from '../../models/staff-session.ts';
import type { DeviceView } from './schema.ts';

/** @param currentId the sign-in that asks */
export function presentDevice(session: StaffSession, currentId: string): DeviceView {
  return {
    id: session.id,
    device: session.device,
    network: session.ipPrefix,
    createdAt: session.createdAt.toISOString(),
    lastSeenAt: session.lastSeenAt.toISOString(),
    current: session.id === currentId,
  };
}
