package org.ringback.pseudonym;

import java.util.Optional;
import org.ringback.capture.wire.IpAddress;

/**
 * A number as it is written (RFC 3966).
 *
 * @param prefix {@code +}, or {@code 00} before a long number, or empty: the same number without it
 * @param written digits and what stands between them
 * @param digits only these
 */
record TelephoneNumber(String prefix, String written, String digits) {

    private static final int SHORTEST = 2;
    private static final int SHORTEST_INTERNATIONAL = 6;

    /** Empty for what is no number. */
    static Optional<TelephoneNumber> of(String text) {
        int at = text.startsWith("+") ? 1 : 0;
        if (at == text.length() || !Runs.digit(text.charAt(at))) {
            return Optional.empty();
        }
        var digits = new StringBuilder();
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Runs.digit(c)) {
                digits.append(c);
            } else if ("().- ".indexOf(c) < 0) {
                return Optional.empty();
            }
        }
        boolean international = at == 0
                && text.startsWith("00")
                && text.length() >= 2 + SHORTEST_INTERNATIONAL
                && Runs.digits(text.substring(2, 2 + SHORTEST_INTERNATIONAL));
        int prefix = international ? 2 : at;
        return Optional.of(new TelephoneNumber(
                text.substring(0, prefix), text.substring(prefix), digits.substring(international ? 2 : 0)));
    }

    /** Whether a whole user or text is one; a single digit is not, and an IP address is none. */
    static boolean is(String text) {
        Optional<TelephoneNumber> number = of(text);
        return number.isPresent()
                && number.get().digits().length() >= SHORTEST
                && IpAddress.of(text).isEmpty();
    }

    /** The same with other digits. */
    String with(String others) {
        var text = new StringBuilder(prefix);
        int next = 0;
        for (int i = 0; i < written.length(); i++) {
            boolean digit = Runs.digit(written.charAt(i));
            if (!digit) {
                text.append(written.charAt(i));
            } else if (next < others.length()) {
                text.append(others.charAt(next++));
            }
        }
        return text.append(others.substring(Math.min(next, others.length()))).toString();
    }
}
