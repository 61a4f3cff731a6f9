package org.ringback.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Limits;

/** What was seen of the network, in order of time. Does not change, so any thread may ask it. */
public final class NetworkEvents {

    public static final NetworkEvents EMPTY = new NetworkEvents(List.of(), 0);

    private final List<NetworkEvent> all;
    private final long omitted;
    private final Map<Hosts, List<NetworkEvent>> byHosts = new HashMap<>();
    private final Map<String, List<NetworkEvent>> byClient = new HashMap<>();
    private final Map<String, List<DnsLookup>> lookups = new HashMap<>();

    /** Two hosts, whoever of them began. */
    private record Hosts(String one, String other) {
        static Hosts of(String one, String other) {
            return one.compareTo(other) <= 0 ? new Hosts(one, other) : new Hosts(other, one);
        }
    }

    /** @param omitted how many more there were, see {@link Limits#NETWORK_EVENTS} */
    public NetworkEvents(Collection<NetworkEvent> events, long omitted) {
        this.omitted = omitted;
        all = events.stream()
                .sorted(Comparator.comparingLong(event -> event.seen().time()))
                .toList();
        for (NetworkEvent event : all) {
            if (event instanceof DnsLookup lookup) {
                lookups.computeIfAbsent(lookup.from().host(), _ -> new ArrayList<>())
                        .add(lookup);
            } else {
                byClient.computeIfAbsent(event.client().host(), _ -> new ArrayList<>())
                        .add(event);
                byHosts.computeIfAbsent(Hosts.of(event.from().host(), event.to().host()), _ -> new ArrayList<>())
                        .add(event);
            }
        }
    }

    /** Those of several files. */
    public static NetworkEvents of(Collection<NetworkEvents> files) {
        return new NetworkEvents(
                files.stream().flatMap(file -> file.all.stream()).toList(),
                files.stream().mapToLong(NetworkEvents::omitted).sum());
    }

    public List<NetworkEvent> all() {
        return all;
    }

    /** How many were seen and not kept. */
    public long omitted() {
        return omitted;
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /**
     * What happened to packets and connections between two ends, in whichever direction. Names that were asked for are not
     * among it; an error whose quote shows no ports is.
     *
     * @param from microseconds since 1970; what has no time is never given
     * @param to the last microsecond
     */
    public List<NetworkEvent> between(Endpoint one, Endpoint other, long from, long to) {
        return betweenHosts(one.host(), other.host(), from, to).stream()
                .filter(event -> ends(event, one, other) || ends(event, other, one))
                .toList();
    }

    /** The same for all ports of two hosts. */
    public List<NetworkEvent> betweenHosts(String one, String other, long from, long to) {
        return within(byHosts.getOrDefault(Hosts.of(one, other), List.of()), from, to);
    }

    /** What happened to the connections that a host opened, and to the packets that it sent. */
    public List<NetworkEvent> begunBy(String host, long from, long to) {
        return within(byClient.getOrDefault(host, List.of()), from, to);
    }

    /** The part of a list in order of time; there may be many calls, and many events. */
    private static <T extends NetworkEvent> List<T> within(List<T> all, long from, long to) {
        int begin = firstFrom(all, Math.max(from, Captured.NO_TIME + 1));
        int end = to == Long.MAX_VALUE ? all.size() : firstFrom(all, to + 1);
        return begin < end ? Collections.unmodifiableList(all.subList(begin, end)) : List.of();
    }

    private static int firstFrom(List<? extends NetworkEvent> all, long time) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).seen().time() < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean ends(NetworkEvent event, Endpoint from, Endpoint to) {
        return end(event.from(), from) && end(event.to(), to);
    }

    private static boolean end(Endpoint seen, Endpoint asked) {
        return seen.host().equals(asked.host()) && (seen.port() == asked.port() || seen.port() == 0);
    }

    /** The names that a host asked for, in the order in which it got its answers, or asked last. */
    public List<DnsLookup> lookupsOf(String host) {
        return List.copyOf(lookups.getOrDefault(host, List.of()));
    }

    /** Those whose answer, or last question, came within a time. */
    public List<DnsLookup> lookupsOf(String host, long from, long to) {
        return within(lookups.getOrDefault(host, List.of()), from, to);
    }
}
