package org.ringback.sound.srtp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an {@code a=crypto} line offers (RFC 4568, section 4).
 *
 * @param tag by which an answer names the line that it took
 * @param keys of which any may protect a packet; at least one
 */
public record CryptoAttribute(int tag, CryptoSuite suite, List<MasterKey> keys) {

    private static final Pattern BLANKS = Pattern.compile("[ \\t]{1,64}");
    private static final Pattern TAG = Pattern.compile("\\d{1,9}");

    /** More than anybody offers in a line. */
    private static final int MOST_KEYS = 16;

    public CryptoAttribute {
        keys = List.copyOf(keys);
    }

    /**
     * Reads what stands behind {@code a=crypto:}. Empty if it is damaged, of a suite that is not known, or with session
     * parameters that would change how packets are protected ({@code KDR}, {@code UNENCRYPTED_SRTP},
     * {@code UNAUTHENTICATED_SRTP}, {@code FEC_KEY}): what has no tag proves no key.
     */
    public static Optional<CryptoAttribute> of(String value) {
        String[] parts = BLANKS.split(value.strip(), 8);
        if (parts.length < 3 || !TAG.matcher(parts[0]).matches() || changesProtection(parts)) {
            return Optional.empty();
        }
        return CryptoSuite.of(parts[1])
                .map(suite -> new CryptoAttribute(Integer.parseInt(parts[0]), suite, keys(suite, parts[2])))
                .filter(attribute -> !attribute.keys().isEmpty());
    }

    private static boolean changesProtection(String[] parts) {
        for (int i = 3; i < parts.length; i++) {
            if (!parts[i].regionMatches(true, 0, "WSH=", 0, 4)) {
                return true;
            }
        }
        return false;
    }

    private static List<MasterKey> keys(CryptoSuite suite, String parameters) {
        List<MasterKey> keys = new ArrayList<>();
        for (String parameter : parameters.split(";", MOST_KEYS)) {
            MasterKey.inline(suite, parameter).ifPresent(keys::add);
        }
        return keys;
    }
}
