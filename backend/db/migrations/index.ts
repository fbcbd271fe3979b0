import type { Knex } from 'knex';
import * as createSitesAndStaff from './0001_create_sites_and_staff.ts';
import * as createConversations from './0002_create_conversations.ts';
import * as createQualityAndDelivery from './0003_create_quality_and_delivery.ts';
import * as followPeopleAndActivity from './0004_follow_people_and_activity.ts';
import * as searchNotesAndLabels from './0005_search_notes_and_labels.ts';
import * as addLeadScores from './0007_add_lead_scores.ts';
import * as reviewWorkflow from './0008_review_workflow.ts';
import * as reviewSignals from './0009_review_signals.ts';
import * as agentVersionsAndReplays from './0010_agent_versions_and_replays.ts';
import * as statistics from './0011_statistics.ts';
import * as privacy from './0012_privacy.ts';
import * as turnsAtVendors from './0013_turns_at_vendors.ts';
import * as deliverWhatHappened from './0014_deliver_what_happened.ts';
import * as modelsAndKnowledge from './0015_models_and_knowledge.ts';
import * as reportFaultsOnce from './0016_report_faults_once.ts';
import * as findWhatWasLeft from './0017_find_what_was_left.ts';
import * as messenger from './0018_messenger.ts';
import * as email from './0019_email.ts';
import * as monday from './0020_monday.ts';
import * as webhooks from './0021_webhooks.ts';
import * as readMemoriesOnce from './0022_read_memories_once.ts';
import * as claimInOrder from './0023_claim_in_order.ts';
import * as signedInVisitors from './0024_signed_in_visitors.ts';
import * as keepKeys from './0027_keep_keys.ts';
import * as sumUpDays from './0028_sum_up_days.ts';
import * as sampleConversations from './0030_sample_conversations.ts';
import * as endWhatNeverEnds from './0031_end_what_never_ends.ts';
import * as answerFromFewRows from './0032_answer_from_few_rows.ts';
import * as scoreLeadsAnew from './0033_score_leads_anew.ts';
import * as writeInTheReadersLanguage from './0034_write_in_the_readers_language.ts';

/** Every migration by name, in order. A name that has run somewhere never changes. */
const MIGRATIONS: Record<string, Knex.Migration> = {
  '0001_create_sites_and_staff': createSitesAndStaff,
  '0002_create_conversations': createConversations,
  '0003_create_quality_and_delivery': createQualityAndDelivery,
  '0004_follow_people_and_activity': followPeopleAndActivity,
  '0005_search_notes_and_labels': searchNotesAndLabels,
  '0007_add_lead_scores': addLeadScores,
  '0008_review_workflow': reviewWorkflow,
  '0009_review_signals': reviewSignals,
  '0010_agent_versions_and_replays': agentVersionsAndReplays,
  '0011_statistics': statistics,
  '0012_privacy': privacy,
  '0013_turns_at_vendors': turnsAtVendors,
  '0014_deliver_what_happened': deliverWhatHappened,
  '0015_models_and_knowledge': modelsAndKnowledge,
  '0016_report_faults_once': reportFaultsOnce,
  '0017_find_what_was_left': findWhatWasLeft,
  '0018_messenger': messenger,
  '0019_email': email,
  '0020_monday': monday,
  '0021_webhooks': webhooks,
  '0022_read_memories_once': readMemoriesOnce,
  '0023_claim_in_order': claimInOrder,
  '0024_signed_in_visitors': signedInVisitors,
  '0027_keep_keys': keepKeys,
  '0028_sum_up_days': sumUpDays,
  '0030_sample_conversations': sampleConversations,
  '0031_end_what_never_ends': endWhatNeverEnds,
  '0032_answer_from_few_rows': answerFromFewRows,
  '0033_score_leads_anew': scoreLeadsAnew,
  '0034_write_in_the_readers_language': writeInTheReadersLanguage,
};

export const migrationNames = Object.keys(MIGRATIONS);

export const migrationSource: Knex.MigrationSource<string> = {
  getMigrations: async () => [...migrationNames],
  getMigrationName: (name) => name,
  getMigration: async (name) => MIGRATIONS[name]!,
};
