import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

interface Credential {
  readonly id: Buffer;
  readonly key: KeyObject;
  userHandle: string;
}

/** What it needs of PublicKeyCredentialCreationOptionsJSON and PublicKeyCredentialRequestOptionsJSON. */
interface CreationOptions {
  readonly challenge: string;
  readonly rp: { readonly id: string };
  readonly user: { readonly id: string };
}
interface RequestOptions {
  readonly challenge: string;
  readonly rpId: string;
  readonly allowCredentials?: readonly { readonly id: string }[];
}

/**
 * A passkey authenticator and the browser before it, in software: ES256, attestation "none". It follows WebAuthn Level 3 §6 and knows nothing of
 * the server's library, so that the two check each other.
 */
export class SoftwareAuthenticator {
  readonly credentials: Credential[] = [];
  private counter = 0;

  constructor(
    readonly origin: string,
    /** What it tells of its user: verified by PIN or finger, or merely present. */
    public verifiesUser = true,
  ) {}

  /** navigator.credentials.create */
  create(options: CreationOptions): object {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const credential = { id: randomBytes(32), key: privateKey, userHandle: options.user.id };
    this.credentials.push(credential);
    const { x, y } = publicKey.export({ format: 'jwk' });
    // COSE_Key: kty 2 (EC2), alg -7 (ES256), crv 1 (P-256).
    const cose = cbor(
      new Map<number, unknown>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x as string, 'base64url')],
        [-3, Buffer.from(y as string, 'base64url')],
      ]),
    );
    const length = Buffer.alloc(2);
    length.writeUInt16BE(credential.id.length);
    const authData = Buffer.concat([this.authData(options.rp.id, 0x40), Buffer.alloc(16), length, credential.id, cose]);
    const attestation = cbor(
      new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ]),
    );
    return this.answer(credential, {
      clientDataJSON: this.clientData('webauthn.create', options.challenge).toString('base64url'),
      attestationObject: attestation.toString('base64url'),
      transports: ['internal'],
    });
  }

  /** navigator.credentials.get */
  get(options: RequestOptions, change: { challenge?: string; credential?: number } = {}): object {
    const allowed: string[] | undefined = options.allowCredentials?.map((one) => one.id);
    const credential =
      this.credentials[
        change.credential ??
          this.credentials.findIndex((one) => !allowed || allowed.includes(one.id.toString('base64url')))
      ];
    if (!credential) throw new Error('no credential fits');
    const clientData = this.clientData('webauthn.get', change.challenge ?? options.challenge);
    const authData = this.authData(options.rpId, 0);
    const signature = sign(
      'sha256',
      Buffer.concat([authData, createHash('sha256').update(clientData).digest()]),
      credential.key,
    );
    return this.answer(credential, {
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: signature.toString('base64url'),
      userHandle: credential.userHandle,
    });
  }

  private answer(credential: Credential, response: object): object {
    const id = credential.id.toString('base64url');
    return {
      id,
      rawId: id,
      type: 'public-key',
      authenticatorAttachment: 'platform',
      clientExtensionResults: {},
      response,
    };
  }

  private clientData(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }));
  }

  private authData(rpId: string, more: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE((this.counter += 1));
    const flags = 0x01 | (this.verifiesUser ? 0x04 : 0) | more;
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags]), counter]);
  }
}

/** As much of CBOR (RFC 8949) as an authenticator writes. */
function cbor(value: unknown): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Map)
    return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, inner]) => [cbor(key), cbor(inner)])]);
  throw new Error('no CBOR for this');
}

function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length]);
  if (length < 256) return Buffer.from([(major << 5) | 24, length]);
  return Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
}
