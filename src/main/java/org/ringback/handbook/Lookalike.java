package org.ringback.handbook;

import java.util.Locale;
import java.util.Optional;
import org.ringback.language.TextKey;

/** Numbers that people take for response codes although they are something else. */
public enum Lookalike implements TextKey {
    /** Wireshark's SIP statistics count unknown codes of a class under these. */
    WIRESHARK_BUCKET,
    /** Microsoft Teams reports a second code beside the SIP one; 560 followed by a SIP code came from the SBC. */
    MICROSOFT_SBC,
    MICROSOFT,
    /** A cause of Q.850 as in a Reason header or an ISDN log. */
    Q850_CAUSE;

    /** What this number really is, if it is one of these. */
    public static Optional<Lookalike> of(String typed) {
        String digits = typed.strip();
        if (digits.matches("[2-6]99")) {
            return Optional.of(WIRESHARK_BUCKET);
        }
        if (digits.matches("560[1-6]\\d\\d")) {
            return Optional.of(MICROSOFT_SBC);
        }
        if (digits.matches("510\\d{3}|1\\d{4}|5\\d{5}")) {
            return Optional.of(MICROSOFT);
        }
        return digits.matches("[1-9]|[1-9]\\d") ? Optional.of(Q850_CAUSE) : Optional.empty();
    }

    @Override
    public String key() {
        return "lookalike." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
