/** What a route asks for. */
export type Permission = 'read' | 'decide' | 'operate';

/** A role of a key. */
export type Role = 'read' | 'decide' | 'admin';

interface RoleWord {
  readonly meaning: string;
  readonly permissions: readonly Permission[];
}

/** Roles of keys, with what each may do. */
export const ROLES: Readonly<Record<Role, RoleWord>> = {
  read: {
    meaning: 'looks into the rulebook, the vocabulary, the documentation and the metrics',
    permissions: ['read'],
  },
  decide: {
    meaning: 'also has transactions decided and explained, and files checked',
    permissions: ['read', 'decide'],
  },
  admin: {
    meaning: 'also changes what the server rests on, where a route does',
    permissions: ['read', 'decide', 'operate'],
  },
};

/** Whether a role may do something. */
export function mayDo(role: Role, permission: Permission): boolean {
  return ROLES[role].permissions.includes(permission);
}
