/** Corrections of a lead beside its conversation that were typed and not saved: by conversation, each by its field. */
import { draftsOf } from '../drafts.ts';

export const leadEdits = draftsOf<Readonly<Record<string, string>>>('lead-edits');
