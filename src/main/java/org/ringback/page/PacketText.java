package org.ringback.page;

import org.ringback.language.NamedKey;
import org.ringback.network.CertificateFault.Verdict;

/** The names of what a packet that is no message shows. */
enum PacketText implements NamedKey {
    SHOWN_BY,
    BEGAN_WITH,
    ASKED_FIRST,
    ASKED_LAST,
    SENT_AGAIN_LAST,
    BYTES,
    TYPE_AND_CODE,
    ABOUT,
    QUOTES,
    QUOTES_NO_TEXT,
    ALERT_LEVEL,
    SERVER_NAME,
    VERSIONS,
    SUBJECT,
    NAMES,
    VALID_FROM,
    VALID_UNTIL,
    VERDICT,
    VERDICT_ACCEPTED,
    VERDICT_REFUSED,
    VERDICT_LEFT,
    VERDICT_UNKNOWN,
    NAME,
    NAME_OF_KIND,
    ANSWERED_IN,
    RESPONSE_CODE,
    TARGETS,
    AGAIN;

    static PacketText of(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> VERDICT_ACCEPTED;
            case REFUSED, REFUSED_OTHERWISE -> VERDICT_REFUSED;
            case LEFT -> VERDICT_LEFT;
            case UNKNOWN -> VERDICT_UNKNOWN;
        };
    }

    @Override
    public String group() {
        return "packet";
    }
}
