package org.ringback.export;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.IpAddress;

/**
 * Gives every host an address. One that is known by name only, or not at all, gets one of its own that nobody else has, from
 * the ranges for documentation (RFC 5737, RFC 3849).
 */
final class HostAddresses {

    private static final int USUAL_PORT = 5060;

    /** 192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24, and, because a log may name many hosts, 198.18.0.0/15 (RFC 2544). */
    private static final List<IpAddress> RANGES = List.of(v4(0xC0000200L), v4(0xC6336400L), v4(0xCB007100L));

    private static final long LARGE_RANGE = 0xC6120000L;

    private final Set<IpAddress> taken = new HashSet<>();
    private final Map<String, IpAddress> byName = new HashMap<>();
    private long given;

    HostAddresses(List<Captured> messages) {
        for (Captured message : messages) {
            IpAddress.of(message.source().host()).ifPresent(taken::add);
            IpAddress.of(message.destination().host()).ifPresent(taken::add);
        }
    }

    private static IpAddress v4(long value) {
        return new IpAddress(false, 0, value);
    }

    Hop hop(Endpoint source, Endpoint destination, Set<MadeUp> madeUp) {
        // Two hosts of which nothing is known are still two.
        IpAddress from = address(source.host(), "", madeUp);
        IpAddress to = address(destination.host(), "?", madeUp);
        boolean v6 = from.v6() || to.v6();
        return new Hop(
                new Hop.Socket(family(from, v6), port(source, madeUp)),
                new Hop.Socket(family(to, v6), port(destination, madeUp)));
    }

    private IpAddress address(String host, String unknown, Set<MadeUp> madeUp) {
        Optional<IpAddress> known = IpAddress.of(host);
        if (known.isEmpty()) {
            madeUp.add(MadeUp.ADDRESS);
        }
        return known.orElseGet(() -> byName.computeIfAbsent(host.isEmpty() ? unknown : host, _ -> unused()));
    }

    private IpAddress unused() {
        while (true) {
            int host = (int) (given % 254) + 1;
            int range = (int) (given / 254);
            IpAddress address = range < RANGES.size() ? v4(RANGES.get(range).low() + host) : v4(LARGE_RANGE + given);
            given++;
            if (taken.add(address)) {
                return address;
            }
        }
    }

    /** Both sides of a packet are of one family: the other one's address is written as RFC 4291, section 2.5.5.2, maps it. */
    private static IpAddress family(IpAddress address, boolean v6) {
        return !v6 || address.v6() ? address : new IpAddress(true, 0, 0xFFFF_0000_0000L | address.low());
    }

    private static int port(Endpoint endpoint, Set<MadeUp> madeUp) {
        if (endpoint.port() <= 0) {
            madeUp.add(MadeUp.PORT);
            return USUAL_PORT;
        }
        return endpoint.port();
    }
}
