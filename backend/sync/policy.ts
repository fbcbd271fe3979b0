import { staff } from '../http/policy.ts';

export const canSync = staff(['admin'], ['sessions:write']);
