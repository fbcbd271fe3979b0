import type { MailMark } from '../../models/mail-mark.ts';
import type { StaffSession } from '../../models/staff-session.ts';
import type { StaffUser } from '../../models/staff-user.ts';
import type { DeviceView, MailChoicesView } from './schema.ts';

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

/** @param mark why nothing reaches them, if that is so */
export function presentMailChoices(user: StaffUser, mark: MailMark | undefined): MailChoicesView {
  return {
    dailySummary: user.mailDailySummary,
    fixedIssues: user.mailFixedIssues,
    problem: mark?.kind ?? null,
  };
}
