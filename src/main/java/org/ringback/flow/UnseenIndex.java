package org.ringback.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.ringback.capture.wire.Endpoint;
import org.ringback.media.UnseenStream;

/** Finds the streams of a call of which only RTCP tells, by the ports of its reports. */
final class UnseenIndex {

    /** No call has more. */
    private static final int MOST = 64;

    private final Map<Endpoint, List<UnseenStream>> byPort = new HashMap<>();

    UnseenIndex(Collection<UnseenStream> unseen) {
        for (UnseenStream each : unseen) {
            byPort.computeIfAbsent(each.teller(), _ -> new ArrayList<>(1)).add(each);
            byPort.computeIfAbsent(each.told(), _ -> new ArrayList<>(1)).add(each);
        }
    }

    /**
     * Those of a call.
     *
     * @param firstOf by which description each port was announced first
     * @param during whether something that began at a time is the call's, by a port of it
     */
    List<CallUnseen> of(
            Map<Endpoint, Announced> firstOf, List<CallStream> streams, BiPredicate<Long, Endpoint> during) {
        if (byPort.isEmpty()) {
            return List.of();
        }
        Set<CallUnseen> found = new LinkedHashSet<>();
        firstOf.forEach((port, by) -> {
            if (by.sound()) {
                reports(port, by)
                        .forEach(at -> byPort.getOrDefault(at, List.of()).stream()
                                .filter(each -> during.test(each.first().time(), port))
                                .forEach(each -> add(each, at, by.side(), found)));
            }
        });
        for (CallStream stream : streams) {
            if (stream.sound()) {
                at(stream.stream().destination(), stream.toward(), stream, found);
                at(stream.stream().source(), stream.toward().other(), stream, found);
            }
        }
        return List.copyOf(found);
    }

    /** Where a NAT gives other ports than those that were announced, the reports go beside the packets. */
    private void at(Endpoint port, Side side, CallStream beside, Set<CallUnseen> found) {
        for (Endpoint at : List.of(port, next(port))) {
            byPort.getOrDefault(at, List.of()).stream()
                    .filter(each -> each.file() == beside.stream().file()
                            && each.first().time() >= beside.stream().first().time()
                            && each.first().time() <= beside.stream().last().time())
                    .forEach(each -> add(each, at, side, found));
        }
    }

    private static void add(UnseenStream stream, Endpoint at, Side side, Set<CallUnseen> found) {
        Side teller = stream.teller().equals(at) ? side : side.other();
        if (found.size() < MOST) {
            found.add(new CallUnseen(stream, stream.received() ? teller : teller.other()));
        }
    }

    /** The port itself (RFC 5761), the next one (RFC 3550, 11), and the one that is named for it (RFC 3605). */
    private static List<Endpoint> reports(Endpoint port, Announced by) {
        List<Endpoint> all = new ArrayList<>(3);
        all.add(port);
        all.add(next(port));
        named(by).ifPresent(number -> all.add(new Endpoint(port.host(), number)));
        return all;
    }

    private static Endpoint next(Endpoint port) {
        return new Endpoint(port.host(), port.port() + 1);
    }

    private static Optional<Integer> named(Announced by) {
        return by.media().attributes().stream()
                .filter(attribute -> attribute.name().equals("rtcp"))
                .map(attribute -> attribute.value().strip().split(" ", 2)[0])
                .filter(number -> number.matches("[0-9]{1,5}"))
                .map(Integer::valueOf)
                .findFirst();
    }
}
