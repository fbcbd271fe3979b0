/**
 * Why a call to somebody else's address did not get through, in plain words for whoever typed the address.
 */
const REASONS: Record<string, string> = {
  ECONNREFUSED: 'Nothing answers at this address.',
  EHOSTUNREACH: 'No way leads to this address.',
  ENETUNREACH: 'No way leads to this address.',
  ENOTFOUND: 'There is no such address.',
  EAI_AGAIN: 'The address could not be looked up.',
  ECONNRESET: 'The connection was cut.',
  EPIPE: 'The connection was cut.',
  UND_ERR_SOCKET: 'The connection was cut.',
  ETIMEDOUT: 'Nothing answered at this address in time.',
  UND_ERR_CONNECT_TIMEOUT: 'Nothing answered at this address in time.',
  UND_ERR_HEADERS_OVERFLOW: 'What answers there sends more headers than can be right.',
  CERT_HAS_EXPIRED: 'The certificate of this address has expired.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'The certificate of this address is self-signed, so nobody vouches for it.',
  SELF_SIGNED_CERT_IN_CHAIN: 'The certificate of this address is self-signed, so nobody vouches for it.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'Nobody that is trusted here vouches for the certificate of this address.',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    'Nobody that is trusted here vouches for the certificate of this address.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate belongs to another name than this address.',
  EPROTO: 'What answers there does not speak https. Perhaps the address begins with http://.',
  ERR_SSL_WRONG_VERSION_NUMBER:
    'What answers there does not speak https. Perhaps the address begins with http://.',
};

/** @param error what `Outgoing.fetch` threw; fetch hides the reason in its cause */
export function wordsOfFailure(error: unknown): string {
  const { message, cause, code } = error as { message?: string; code?: string; cause?: { code?: string } };
  const reason = cause?.code ?? code ?? '';
  if (reason.startsWith('HPE_')) return 'What answers there does not speak HTTP.';
  return REASONS[reason] ?? `It could not be sent: ${message ?? 'for an unknown reason'}.`;
}
