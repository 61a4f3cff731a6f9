package org.ringback.sound.srtp;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A key and its salt, from which the keys of a stream are made (RFC 3711, section 4.3), and what packets call it. */
public final class MasterKey {

    /** {@code inline:} key and salt, then perhaps a lifetime, then perhaps the name of the key and its length (RFC 4568, 6.1). */
    private static final Pattern INLINE = Pattern.compile(
            "inline:([A-Za-z0-9+/]{16,128}={0,2})(?:\\|(?:2\\^)?\\d{1,20})?(?:\\|(\\d{1,40}):(\\d{1,3}))?",
            Pattern.CASE_INSENSITIVE);

    /** RFC 4568, section 6.1. */
    private static final int LONGEST_NAME = 128;

    private final CryptoSuite suite;
    private final byte[] key;
    private final byte[] salt;
    private final int nameLength;

    private MasterKey(CryptoSuite suite, byte[] keyAndSalt, int nameLength) {
        this.suite = suite;
        this.key = Arrays.copyOf(keyAndSalt, suite.keyLength());
        this.salt = Arrays.copyOfRange(keyAndSalt, suite.keyLength(), keyAndSalt.length);
        this.nameLength = nameLength;
    }

    /**
     * A key followed by its salt, as bytes.
     *
     * @param nameLength how many bytes of each packet name the key (MKI; RFC 3711, section 3.1), 0 if none do
     * @return empty if it is not as long as the suite wants
     */
    public static Optional<MasterKey> of(CryptoSuite suite, byte[] keyAndSalt, int nameLength) {
        boolean fits = keyAndSalt.length == suite.keyLength() + suite.saltLength()
                && nameLength >= 0
                && nameLength <= LONGEST_NAME;
        return fits ? Optional.of(new MasterKey(suite, keyAndSalt, nameLength)) : Optional.empty();
    }

    /** One key parameter of a {@code crypto} attribute, such as {@code inline:…|2^20|1:4}; empty if it says no such key. */
    public static Optional<MasterKey> inline(CryptoSuite suite, String parameter) {
        Matcher matcher = INLINE.matcher(parameter.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int nameLength = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        try {
            return of(suite, Base64.getDecoder().decode(matcher.group(1)), nameLength);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    CryptoSuite suite() {
        return suite;
    }

    byte[] key() {
        return key.clone();
    }

    byte[] salt() {
        return salt.clone();
    }

    int nameLength() {
        return nameLength;
    }

    /** Keys get into no message and no trace. */
    @Override
    public String toString() {
        return "master key of " + suite;
    }
}
