package org.ringback.sip;

import java.util.OptionalInt;

/**
 * Why a request was sent (RFC 3326).
 *
 * @param protocol whose code the cause is, SIP or Q.850 for instance
 * @param text for people, empty if missing
 */
public record Reason(String protocol, OptionalInt cause, String text) {

    static Reason read(Scan value) {
        int from = value.skipSpaces().position();
        String protocol = value.token();
        if (protocol.isEmpty()) {
            value.doubt(Fault.UNREADABLE_VALUE, from, value.end(), "reason-value");
        }
        Parameters parameters = value.parameters("reason-params");
        long cause = parameters.value("cause").map(Numbers::of).orElse(-1L);
        return new Reason(
                protocol,
                cause < 0 || cause > Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of((int) cause),
                parameters.value("text").orElse(""));
    }
}
