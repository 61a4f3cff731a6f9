package org.ringback.words;

import org.ringback.language.NamedKey;
import org.ringback.network.CertificateFault.Flaw;
import org.ringback.network.DnsLookup.Outcome;
import org.ringback.network.IcmpError.Cause;
import org.ringback.network.TlsUnanswered.Ending;

/** The sentences about what the network did. */
public enum NetworkText implements NamedKey {
    PORT_UNREACHABLE,
    PROTOCOL_UNREACHABLE,
    HOST_UNREACHABLE,
    NETWORK_UNREACHABLE,
    PROHIBITED,
    TOO_BIG,
    TOO_BIG_MTU,
    TIME_EXCEEDED,
    FRAGMENTS_MISSING,
    REFUSED,
    RESET,
    CLOSED,
    SYN_UNANSWERED,
    UNACKNOWLEDGED,
    TLS_ALERT,
    TLS_SILENCE,
    TLS_NOT_ACKNOWLEDGED,
    TLS_CLOSED,
    TLS_RESET,
    TLS_NO_TLS,
    WEBSOCKET_REFUSED,
    WEBSOCKET_WITHOUT_SIP,
    CERTIFICATE_EXPIRED,
    CERTIFICATE_NOT_YET_VALID,
    CERTIFICATE_OTHER_NAME,
    NAME_UNKNOWN,
    NAME_WITHOUT_RECORDS,
    NAME_FAILED,
    NAME_REFUSED,
    NAME_UNANSWERED,
    NAME_SLOW,
    AGAIN,
    AGAIN_WITHIN,
    LEFT_OUT;

    static NetworkText of(Cause cause) {
        return switch (cause) {
            case PORT_UNREACHABLE -> PORT_UNREACHABLE;
            case PROTOCOL_UNREACHABLE -> PROTOCOL_UNREACHABLE;
            case HOST_UNREACHABLE -> HOST_UNREACHABLE;
            case NETWORK_UNREACHABLE -> NETWORK_UNREACHABLE;
            case PROHIBITED -> PROHIBITED;
            case TOO_BIG -> TOO_BIG;
            case TIME_EXCEEDED -> TIME_EXCEEDED;
            case FRAGMENTS_MISSING -> FRAGMENTS_MISSING;
        };
    }

    static NetworkText of(Ending ending) {
        return switch (ending) {
            case SILENCE -> TLS_SILENCE;
            case NOT_ACKNOWLEDGED -> TLS_NOT_ACKNOWLEDGED;
            case CLOSED -> TLS_CLOSED;
            case RESET -> TLS_RESET;
            case NO_TLS -> TLS_NO_TLS;
        };
    }

    static NetworkText of(Flaw flaw) {
        return switch (flaw) {
            case EXPIRED -> CERTIFICATE_EXPIRED;
            case NOT_YET_VALID -> CERTIFICATE_NOT_YET_VALID;
            case OTHER_NAME -> CERTIFICATE_OTHER_NAME;
        };
    }

    static NetworkText of(Outcome outcome) {
        return switch (outcome) {
            case ANSWERED -> NAME_SLOW;
            case NO_RECORDS -> NAME_WITHOUT_RECORDS;
            case NO_NAME -> NAME_UNKNOWN;
            case SERVER_FAILED, OTHER_ERROR -> NAME_FAILED;
            case REFUSED -> NAME_REFUSED;
            case UNANSWERED -> NAME_UNANSWERED;
        };
    }

    @Override
    public String group() {
        return "network";
    }
}
