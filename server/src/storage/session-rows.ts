import type { ProofRecord, SessionRecord } from '../domain/ports.ts';
import type { SessionTable } from './schema.ts';

export function toSessionRow(session: SessionRecord): SessionTable {
  const { idleExpiresAt, expiresAt, endedAt } = session;
  return {
    id: session.id,
    business_id: session.businessId,
    account_id: session.accountId,
    key_thumbprint: session.keyThumbprint,
    proof: JSON.stringify(session.proof),
    remember: Number(session.remember),
    device: session.device,
    generation: session.generation,
    refresh_digest: session.refreshDigest,
    sealed_current: session.sealedCurrent,
    sealed_previous: session.sealedPrevious,
    rotated_at: session.rotatedAt,
    created_at: session.createdAt,
    last_used_at: session.lastUsedAt,
    idle_expires_at: idleExpiresAt,
    expires_at: expiresAt,
    ended_at: endedAt,
    over_at: Math.min(idleExpiresAt, expiresAt, endedAt ?? Infinity),
  };
}

export function toSession(row: SessionTable): SessionRecord {
  return {
    id: row.id,
    businessId: row.business_id,
    accountId: row.account_id,
    keyThumbprint: row.key_thumbprint,
    proof: JSON.parse(row.proof) as ProofRecord,
    remember: row.remember === 1,
    device: row.device,
    generation: row.generation,
    refreshDigest: row.refresh_digest,
    sealedCurrent: row.sealed_current,
    sealedPrevious: row.sealed_previous,
    rotatedAt: row.rotated_at,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    idleExpiresAt: row.idle_expires_at,
    expiresAt: row.expires_at,
    endedAt: row.ended_at,
  };
}
