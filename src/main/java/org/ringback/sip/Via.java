package org.ringback.sip;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One hop on the way of a message (RFC 3261 section 20.42).
 *
 * @param transport as written, UDP for instance
 * @param sentBy host and port as written
 * @param host an IPv6 address with its brackets
 * @param port 1 to 65535, or 0 if missing or unreadable
 */
public record Via(
        String protocol,
        String version,
        String transport,
        String sentBy,
        String host,
        int port,
        Parameters parameters) {

    /** With which a branch says that it is unique (section 8.1.1.7). */
    public static final String MAGIC_COOKIE = "z9hG4bK";

    private static final String RULE = "via-parm";

    static Via read(Scan value) {
        String protocol = value.skipSpaces().token();
        boolean complete = value.skipSpaces().accept('/');
        String version = value.skipSpaces().token();
        complete &= value.skipSpaces().accept('/');
        String transport = value.skipSpaces().token();
        int from = value.skipSpaces().position();
        value.take(c -> c != ';');
        int to = value.position();
        String sentBy = value.trimmed(from, to);
        if (!complete || transport.isEmpty() || sentBy.isEmpty()) {
            value.doubt(Fault.UNREADABLE_VALUE, from, to, RULE);
        }
        Parameters parameters = value.parameters("via-params");
        parameters
                .value("branch")
                .filter(Via::saysNothing)
                .ifPresent(_ -> value.doubt(Fault.EMPTY_BRANCH, from, value.end(), "via-branch"));
        int colon = SipUri.portColon(sentBy);
        String host = sentBy.substring(0, colon).strip();
        int port = SipUri.port(sentBy.substring(Math.min(colon + 1, sentBy.length())));
        return new Via(protocol, version, transport, sentBy, host, port, parameters);
    }

    private static boolean saysNothing(String branch) {
        return branch.isEmpty() || branch.equals(MAGIC_COOKIE);
    }

    public Optional<String> branch() {
        return parameters.value("branch");
    }

    /** The address that the receiver saw, if it differs from the host. */
    public Optional<String> received() {
        return parameters.value("received");
    }

    /** The port that the receiver saw (RFC 3581); present without a value in a request: {@code parameters().has("rport")}. */
    public OptionalInt rport() {
        return number("rport");
    }

    public OptionalInt ttl() {
        return number("ttl");
    }

    public Optional<String> maddr() {
        return parameters.value("maddr");
    }

    private OptionalInt number(String name) {
        return parameters
                .value(name)
                .map(SipUri::port)
                .filter(number -> number > 0)
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }
}
