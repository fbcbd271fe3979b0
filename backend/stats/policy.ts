import { staff } from '../http/policy.ts';

export const canReadStats = staff(['admin', 'agent'], ['stats:read']);
