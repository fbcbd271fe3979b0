import type { StaffUser } from '../models/staff-user.ts';
import type { UserView } from './schema.ts';

export function presentUser(user: StaffUser): UserView {
  return {
    id: user.id,
    email: user.email,
    name: user.name,
    role: user.role,
    status: user.status,
    createdAt: user.createdAt.toISOString(),
  };
}
