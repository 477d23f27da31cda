/** What Decap hands the toolbar of an open entry. */
import type { Map } from 'immutable';
import type { Somebody } from './account.ts';

export type WorkflowStatus = 'draft' | 'pending_review' | 'pending_publish';

export interface ToolbarProps {
  user: Somebody;
  collection: Map<string, unknown>;
  /** Absent for a new entry and for one that has no draft. */
  currentStatus?: WorkflowStatus;
  hasChanged: boolean;
  isNewEntry: boolean;
  isPersisting?: boolean;
  isPublishing?: boolean;
  isUpdatingStatus?: boolean;
  isDeleting?: boolean;
  editorBackLink: string;
  deployPreview?: { url?: string };
  onPersist: () => void;
  onPublish: () => void;
  onDuplicate: () => void;
  onDeleteUnpublishedChanges: () => void;
  onChangeStatus: (status: 'DRAFT' | 'PENDING_REVIEW' | 'PENDING_PUBLISH') => void;
  loadDeployPreview: (options: { maxAttempts: number }) => void;
}
