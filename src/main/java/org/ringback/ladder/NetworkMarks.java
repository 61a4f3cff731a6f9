package org.ringback.ladder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.flow.CallNetwork;
import org.ringback.flow.Happening;
import org.ringback.ladder.Ends.End;
import org.ringback.ladder.Peers.Way;
import org.ringback.network.NetworkEvent;

/** What the network did to the legs of a call, and between which columns. */
final class NetworkMarks {

    /** More of them would hide the messages. */
    private static final int MOST = 40;

    private final Sockets sockets;
    private final List<Taken> all = new ArrayList<>();
    private final long omitted;

    private record Taken(Happening happening, int leg) {}

    /**
     * Takes each event once, though several legs may have it.
     *
     * @param network of each leg, or nothing
     */
    NetworkMarks(List<CallNetwork> network, Sockets sockets) {
        this.sockets = sockets;
        Set<NetworkEvent> known = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int leg = 0; leg < network.size(); leg++) {
            for (Happening happening : network.get(leg).happenings()) {
                if (known.add(happening.event())) {
                    all.add(new Taken(happening, leg));
                }
            }
        }
        omitted = network.stream().mapToLong(CallNetwork::omitted).sum();
    }

    /** From which column to which it went. */
    List<Way> ways(Grouping grouping) {
        return all.stream().map(each -> way(each.happening().event(), grouping)).toList();
    }

    private Way way(NetworkEvent event, Grouping grouping) {
        return new Way(
                id(event.seen().source(), event, grouping), id(event.seen().destination(), event, grouping));
    }

    /** An error of ICMP has no ports: it is for whoever sent what it is about, and may speak for whom that was sent to. */
    private String id(Endpoint endpoint, NetworkEvent event, Grouping grouping) {
        Optional<End> meant = Stream.of(event.from(), event.to())
                .filter(end -> endpoint.port() == 0 && end.host().equals(endpoint.host()))
                .map(End::of)
                .findFirst();
        return sockets.id(endpoint, meant, grouping);
    }

    /** The same rows, and among them what happened between columns that are shown; nothing where a time is not known. */
    List<Line> among(List<Row> rows, List<Column> shown, List<Column> hidden, Grouping grouping, boolean folded) {
        if (all.isEmpty() || rows.stream().anyMatch(row -> row.time() == Captured.NO_TIME)) {
            return List.copyOf(rows);
        }
        Map<String, Integer> places = Peers.places(shown);
        Map<String, Integer> away = Peers.places(hidden);
        List<NetworkMark> marks = new ArrayList<>();
        for (Taken each : all) {
            Way way = way(each.happening().event(), grouping);
            boolean hides = away.containsKey(way.from()) || away.containsKey(way.to());
            int from = places.getOrDefault(way.from(), places.getOrDefault(way.to(), -1));
            int to = places.getOrDefault(way.to(), from);
            if (!hides && from >= 0) {
                marks.addAll(marks(each, from, to, folded));
            }
        }
        marks.sort(Comparator.comparingLong(NetworkMark::time));
        return together(rows, bounded(marks));
    }

    private static List<NetworkMark> marks(Taken taken, int from, int to, boolean folded) {
        Happening happening = taken.happening();
        return folded
                ? List.of(new NetworkMark(happening.event(), happening.again(), taken.leg(), from, to, 0))
                : Stream.concat(Stream.of(happening.event()), happening.again().stream())
                        .map(event -> new NetworkMark(event, List.of(), taken.leg(), from, to, 0))
                        .toList();
    }

    /** The first ones; the last of them says how many more there are. */
    private List<NetworkMark> bounded(List<NetworkMark> marks) {
        List<NetworkMark> kept = new ArrayList<>(marks.subList(0, Math.min(MOST, marks.size())));
        long more = omitted + marks.size() - kept.size();
        if (more > 0 && !kept.isEmpty()) {
            NetworkMark last = kept.removeLast();
            kept.add(new NetworkMark(last.event(), last.again(), last.leg(), last.from(), last.to(), more));
        }
        return kept;
    }

    /** Of two at the same time the message comes first: what the network did, it mostly did because of it. */
    private static List<Line> together(List<Row> rows, List<NetworkMark> marks) {
        List<Line> lines = new ArrayList<>(rows.size() + marks.size());
        int next = 0;
        for (Row row : rows) {
            while (next < marks.size() && marks.get(next).time() < row.time()) {
                lines.add(marks.get(next++));
            }
            lines.add(row);
        }
        lines.addAll(marks.subList(next, marks.size()));
        return lines;
    }
}
