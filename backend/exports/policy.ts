import { staff } from '../http/policy.ts';

export const canExport = staff(['admin', 'agent'], ['sessions:read']);
