package org.ringback.session;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** By what something is known again without telling what it is. */
final class Digest {

    /** Enough for as many calls and messages as anybody opens. */
    private static final int BYTES = 8;

    private Digest() {}

    /** Of all parts in their order, in hexadecimal digits. */
    static String of(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
