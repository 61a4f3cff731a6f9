package org.ringback.handbook;

import java.util.Optional;
import org.ringback.language.NamedKey;

/** Numbers that people take for response codes although they are something else. */
public enum Lookalike implements NamedKey {
    /** Wireshark's SIP statistics count unknown codes of a class under these. */
    WIRESHARK_BUCKET,
    /** Microsoft Teams reports a second code beside the SIP one; 560 followed by a SIP code came from the SBC. */
    MICROSOFT_SBC,
    MICROSOFT,
    /** A cause of Q.850 as in a Reason header or an ISDN log. */
    Q850_CAUSE;

    /**
     * What these digits really are, if their shape tells; for a cause of Q.850 it does not, its texts know the names.
     */
    public static Optional<Lookalike> of(String digits) {
        if (digits.matches("[2-6]99")) {
            return Optional.of(WIRESHARK_BUCKET);
        }
        if (digits.matches("560[1-6]\\d\\d")) {
            return Optional.of(MICROSOFT_SBC);
        }
        return digits.matches("1\\d{4}|5\\d{5}") ? Optional.of(MICROSOFT) : Optional.empty();
    }

    /** What hides in the number: the class that Wireshark counts, or the SIP code that Teams wraps; else nothing. */
    public String hidden(String digits) {
        return switch (this) {
            case WIRESHARK_BUCKET -> digits.charAt(0) + "xx";
            case MICROSOFT_SBC -> digits.substring(digits.length() - 3);
            case MICROSOFT, Q850_CAUSE -> "";
        };
    }

    @Override
    public String group() {
        return "lookalike";
    }
}
