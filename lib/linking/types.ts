import type { DiaryRole } from '@/lib/diary/types';
import type { EduRole } from '@/lib/messenger/types';

/** One diary account ↔ one educational profile. Kept on disk: ids and names, no token. */
export interface Link {
  accountKey: string;
  origin: string;
  accountName: string;
  accountRole: DiaryRole;
  profileId: number;
  profileName: string;
  profileRoles: EduRole[];
  profileRolesText: string;
  organizations: string[];
  photo: string | null;
  /** Unix milliseconds. */
  linkedAt: number;
  usedAt: number;
  /** The person confirmed that another account linked to the same profile is theirs too. */
  samePersonConfirmed: boolean;
  /** The person allowed something at VK ID when this link was made. */
  vkidConsent: boolean;
}
