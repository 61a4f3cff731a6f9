package org.ringback.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.ringback.capture.wire.Endpoint;
import org.ringback.media.ConnectivityChecks;
import org.ringback.media.DtlsHandshake;
import org.ringback.media.MediaSetup;

/** Finds what went before the media of a call: by the ports that it announced, and the names that its sides have in ICE. */
final class SetupIndex {

    /** No call has more pairs of candidates. */
    private static final int MOST = 256;

    /** Nor begins ICE anew so often. */
    private static final int MOST_NAMES = 16;

    private final Map<Endpoint, List<ConnectivityChecks>> checks = new HashMap<>();
    private final Map<String, List<ConnectivityChecks>> byName = new HashMap<>();
    private final Map<Endpoint, List<DtlsHandshake>> handshakes = new HashMap<>();

    SetupIndex(MediaSetup setup) {
        for (ConnectivityChecks each : setup.checks()) {
            checks.computeIfAbsent(each.source(), _ -> new ArrayList<>(1)).add(each);
            checks.computeIfAbsent(each.destination(), _ -> new ArrayList<>(1)).add(each);
            if (!each.username().isEmpty()) {
                byName.computeIfAbsent(each.username(), _ -> new ArrayList<>(1)).add(each);
            }
        }
        for (DtlsHandshake each : setup.handshakes()) {
            handshakes.computeIfAbsent(each.client(), _ -> new ArrayList<>(1)).add(each);
            handshakes.computeIfAbsent(each.server(), _ -> new ArrayList<>(1)).add(each);
        }
    }

    /**
     * The checks of a call. Who is asked is told by the name in them, else by the ports.
     *
     * @param firstOf by which description each port was announced first
     * @param during whether something that began at a time is the call's, by a port of it
     */
    List<CallChecks> checks(
            List<Announced> announced, Map<Endpoint, Announced> firstOf, BiPredicate<Long, Endpoint> during) {
        Set<ConnectivityChecks> found = new LinkedHashSet<>();
        List<CallChecks> of = new ArrayList<>();
        Set<String> ofCaller = fragments(announced, Side.CALLER);
        Set<String> ofCallee = fragments(announced, Side.CALLEE);
        for (String caller : ofCaller) {
            for (String callee : ofCallee) {
                named(callee + ":" + caller, Side.CALLEE, found, of);
                named(caller + ":" + callee, Side.CALLER, found, of);
            }
        }
        firstOf.forEach((port, _) -> {
            for (ConnectivityChecks each : checks.getOrDefault(port, List.of())) {
                if (of.size() < MOST && during.test(each.first().time(), port) && found.add(each)) {
                    receiver(each.source(), each.destination(), firstOf)
                            .ifPresent(side -> of.add(new CallChecks(each, side)));
                }
            }
        });
        return of;
    }

    private void named(String name, Side toward, Set<ConnectivityChecks> found, List<CallChecks> of) {
        for (ConnectivityChecks each : byName.getOrDefault(name, List.of())) {
            if (of.size() < MOST && found.add(each)) {
                of.add(new CallChecks(each, toward));
            }
        }
    }

    private static Set<String> fragments(List<Announced> announced, Side side) {
        return announced.stream()
                .filter(each -> each.side() == side && !each.fragment().isEmpty())
                .map(Announced::fragment)
                .distinct()
                .limit(MOST_NAMES)
                .collect(Collectors.toSet());
    }

    /** The handshakes between the ports of a call. */
    List<CallHandshake> handshakes(Map<Endpoint, Announced> firstOf, BiPredicate<Long, Endpoint> during) {
        Set<DtlsHandshake> found = new LinkedHashSet<>();
        List<CallHandshake> of = new ArrayList<>();
        firstOf.forEach((port, _) -> {
            for (DtlsHandshake each : handshakes.getOrDefault(port, List.of())) {
                if (of.size() < MOST && during.test(each.first().time(), port) && found.add(each)) {
                    receiver(each.client(), each.server(), firstOf)
                            .ifPresent(side -> of.add(new CallHandshake(each, side.other())));
                }
            }
        });
        return of;
    }

    /** The side to which something goes; empty where both ends are of one side. */
    private static Optional<Side> receiver(Endpoint source, Endpoint destination, Map<Endpoint, Announced> firstOf) {
        Announced to = firstOf.get(destination);
        Announced from = firstOf.get(source);
        if (to != null && from != null && to.side() == from.side()) {
            return Optional.empty();
        }
        return to != null ? Optional.of(to.side()) : Optional.of(from.side().other());
    }
}
