package org.ringback.media;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What stands for a certificate in a session description (RFC 8122, section 5). */
final class Fingerprints {

    private static final List<String> FUNCTIONS = List.of("SHA-1", "SHA-224", "SHA-256", "SHA-384", "SHA-512");

    private static final HexFormat BY_COLONS = HexFormat.ofDelimiter(":");

    private Fingerprints() {}

    /** By every function that is in use. */
    static Set<String> of(byte[] certificate, int from, int to) {
        Set<String> all = new HashSet<>();
        for (String function : FUNCTIONS) {
            try {
                MessageDigest digest = MessageDigest.getInstance(function);
                digest.update(certificate, from, to - from);
                all.add(function.toLowerCase(Locale.ROOT) + " " + BY_COLONS.formatHex(digest.digest()));
            } catch (NoSuchAlgorithmException e) {
                // Every Java has SHA-1 and SHA-256; by another one there is nothing to compare.
            }
        }
        return all;
    }
}
