package org.ringback.network;

import java.util.Locale;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Sighting;

/**
 * An error that a host or a router sent back about a packet (RFC 792, RFC 4443).
 *
 * @param seen the error itself; its source is the host that could not deliver or pass on
 * @param type as on the wire, other numbers in ICMP than in ICMPv6
 * @param mtu the largest packet that passes, in bytes, or 0 if it is not told
 */
public record IcmpError(Sighting seen, Cause cause, int type, int code, long mtu, Quote quote) implements NetworkEvent {

    /** What the error says, the same for both versions of IP. */
    public enum Cause {
        /** The host is there, and no program listens on the port. */
        PORT_UNREACHABLE,
        /** The host knows nothing of UDP, TCP or SCTP. */
        PROTOCOL_UNREACHABLE,
        /** The last router finds no such host. */
        HOST_UNREACHABLE,
        /** A router knows no way to the network. */
        NETWORK_UNREACHABLE,
        /** A filter refuses, and says so. */
        PROHIBITED,
        /** A packet must not be fragmented and is larger than the next link takes. */
        TOO_BIG,
        /** A packet went through too many routers, mostly in a circle. */
        TIME_EXCEEDED,
        /** Some fragments of a packet never came. */
        FRAGMENTS_MISSING
    }

    /** As RFC 792 and RFC 4443 call it. */
    @Override
    public String label() {
        String version = from().host().contains(":") ? "ICMPv6 " : "ICMP ";
        return version + cause.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public Endpoint from() {
        return quote.source();
    }

    @Override
    public Endpoint to() {
        return quote.destination();
    }
}
