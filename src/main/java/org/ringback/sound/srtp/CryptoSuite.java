package org.ringback.sound.srtp;

import java.util.Arrays;
import java.util.Optional;

/**
 * A way to protect RTP: how long its keys and tags are, in bytes. The names are those of {@code crypto} attributes, which are
 * registered by RFC 4568 (section 6.2), RFC 6188 (section 4) and RFC 7714 (section 14.1).
 */
public enum CryptoSuite {
    AES_CM_128_HMAC_SHA1_80(16, 14, 10),
    AES_CM_128_HMAC_SHA1_32(16, 14, 4),
    AES_256_CM_HMAC_SHA1_80(32, 14, 10),
    AES_256_CM_HMAC_SHA1_32(32, 14, 4),
    AEAD_AES_128_GCM(16, 12, 16),
    AEAD_AES_256_GCM(32, 12, 16);

    private final int keyLength;
    private final int saltLength;
    private final int tagLength;

    CryptoSuite(int keyLength, int saltLength, int tagLength) {
        this.keyLength = keyLength;
        this.saltLength = saltLength;
        this.tagLength = tagLength;
    }

    /** The suite of this name; empty for others, which this program cannot open. */
    public static Optional<CryptoSuite> of(String name) {
        return Arrays.stream(values())
                .filter(suite -> suite.name().equalsIgnoreCase(name))
                .findFirst();
    }

    int keyLength() {
        return keyLength;
    }

    int saltLength() {
        return saltLength;
    }

    int tagLength() {
        return tagLength;
    }

    /** Whether the cipher makes the tag itself (RFC 7714), rather than a code over what it gave (RFC 3711). */
    boolean isAead() {
        return this == AEAD_AES_128_GCM || this == AEAD_AES_256_GCM;
    }
}
