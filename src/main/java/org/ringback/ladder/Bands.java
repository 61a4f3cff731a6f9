package org.ringback.ladder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.flow.Announced;
import org.ringback.flow.CallMedia;
import org.ringback.flow.CallStream;
import org.ringback.ladder.Ends.End;
import org.ringback.media.MediaStream;
import org.ringback.media.Timeline;

/** The streams of the legs of a call, and between which columns they go. */
final class Bands {

    /** More of them would hide the messages; these have the most packets. */
    private static final int MOST = 12;

    /** A host that only has media gets no column where there would be more of them. */
    private static final int MOST_COLUMNS = 6;

    private record Stream(CallStream stream, int leg) {}

    private record Way(String from, String to) {}

    private final Ends ends;
    private final Hosts hosts;
    private final List<End> appearance;
    private final List<Stream> streams;

    /**
     * Takes the streams whose time is known, each once though several legs may have it.
     *
     * @param media of each leg
     * @param appearance who sent and got messages
     */
    Bands(List<CallMedia> media, Ends ends, Hosts hosts, List<End> appearance) {
        this.ends = ends;
        this.hosts = hosts;
        this.appearance = appearance;
        Set<MediaStream> known = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Stream> all = new ArrayList<>();
        for (int leg = 0; leg < media.size(); leg++) {
            for (CallStream stream : media.get(leg).streams()) {
                if (stream.stream().first().time() != Captured.NO_TIME && known.add(stream.stream())) {
                    all.add(new Stream(stream, leg));
                }
            }
        }
        streams = all.stream()
                .sorted(Comparator.comparingLong(
                                (Stream each) -> each.stream().stream().packets())
                        .reversed())
                .limit(MOST)
                .sorted(Comparator.comparingLong(
                        each -> each.stream().stream().first().time()))
                .toList();
    }

    boolean isEmpty() {
        return streams.isEmpty();
    }

    /** The same columns, and those of hosts that have nothing but media, as far as that stays readable. */
    List<Column> columns(List<Column> signaling, Grouping grouping) {
        Map<String, Integer> places = places(signaling);
        Map<String, Set<String>> peers = new LinkedHashMap<>();
        for (Stream each : streams) {
            Way way = way(each.stream(), grouping);
            Set<String> missing = new LinkedHashSet<>(List.of(way.from()));
            missing.add(way.to());
            missing.removeAll(places.keySet());
            Set<String> together = new LinkedHashSet<>(peers.keySet());
            together.addAll(missing);
            if (signaling.size() + together.size() <= MOST_COLUMNS) {
                missing.forEach(id -> peers.putIfAbsent(id, new LinkedHashSet<>()));
                peer(peers, way.from(), way.to());
                peer(peers, way.to(), way.from());
            }
        }
        List<Column> all = new ArrayList<>(signaling);
        peers.forEach((id, others) -> all.add(between(others, all), new Column(id, id, List.of(), "")));
        return all;
    }

    private static void peer(Map<String, Set<String>> peers, String id, String other) {
        if (peers.containsKey(id)) {
            peers.get(id).add(other);
        }
    }

    /** In the middle of those with whom it has media; at the end if that is one only. */
    private static int between(Set<String> others, List<Column> all) {
        Map<String, Integer> places = places(all);
        var known = new TreeSet<Integer>();
        others.stream().filter(places::containsKey).map(places::get).forEach(known::add);
        return known.size() < 2 ? all.size() : (known.first() + known.last()) / 2 + 1;
    }

    private static Map<String, Integer> places(List<Column> columns) {
        Map<String, Integer> places = new HashMap<>();
        columns.forEach(column -> places.put(column.id(), places.size()));
        return places;
    }

    private Way way(CallStream stream, Grouping grouping) {
        return new Way(
                id(stream.stream().source(), stream.sender(), grouping),
                id(stream.stream().destination(), stream.receiver(), grouping));
    }

    /** Media have ports of their own: they belong to the socket that announced them, else to the first one of their host. */
    private String id(Endpoint endpoint, Optional<Announced> announced, Grouping grouping) {
        End end = End.of(endpoint);
        if (grouping != Grouping.PORT) {
            return hosts.id(end, grouping);
        }
        List<End> sockets = appearance.stream()
                .filter(each -> each.host().equals(end.host()))
                .toList();
        return announced
                .map(each -> ends.from(each.message()))
                .filter(sockets::contains)
                .or(() -> sockets.stream().findFirst())
                .map(End::socket)
                .orElse(end.host());
    }

    /** Of streams whose columns are shown, among rows whose times are all known. */
    List<Band> among(List<Row> rows, List<Column> shown, Grouping grouping) {
        if (rows.isEmpty() || rows.stream().anyMatch(row -> row.message().time() == Captured.NO_TIME)) {
            return List.of();
        }
        Map<String, Integer> places = places(shown);
        var clock = new Clock(rows);
        List<Band> bands = new ArrayList<>();
        for (Stream each : streams) {
            Way way = way(each.stream(), grouping);
            Integer from = places.get(way.from());
            Integer to = places.get(way.to());
            if (from != null && to != null) {
                add(each, from, to, clock, bands);
            }
        }
        bands.sort(Comparator.comparingDouble(Band::begin));
        return bands;
    }

    private static void add(Stream each, int from, int to, Clock clock, List<Band> bands) {
        MediaStream stream = each.stream().stream();
        double begin = clock.place(stream.first().time());
        double end = Math.max(begin, clock.place(stream.last().time()));
        int side = from < to ? -1 : 1;
        boolean[] taken = new boolean[Band.MOST_LANES];
        bands.stream()
                .filter(band -> band.to() == to && band.side() == side)
                .filter(band -> band.row() <= end && begin <= Math.ceil(band.end()))
                .forEach(band -> taken[band.lane()] = true);
        for (int lane = 0; lane < taken.length; lane++) {
            if (!taken[lane]) {
                bands.add(new Band(each.stream(), each.leg(), from, to, begin, end, holes(stream, clock), lane));
                return;
            }
        }
    }

    /** Parts of the time in which packets are lost; those that follow each other are one. */
    private static List<Band.Hole> holes(MediaStream stream, Clock clock) {
        Timeline timeline = stream.timeline();
        List<Band.Hole> holes = new ArrayList<>();
        int part = 0;
        while (part < timeline.parts()) {
            long lost = 0;
            int from = part;
            while (part < timeline.parts() && (timeline.lost(part) > 0 || timeline.packets(part) == 0)) {
                lost += timeline.lost(part);
                part++;
            }
            if (lost > 0) {
                long begin = timeline.begin() + from * timeline.width();
                long end = Math.min(stream.last().time(), timeline.begin() + part * timeline.width());
                holes.add(new Band.Hole(clock.place(begin), clock.place(end), lost));
            }
            part = Math.max(part, from + 1);
        }
        return holes;
    }

    /** Tells places among the rows by the time. */
    private final class Clock {

        private final long[] times;
        private final long last;

        private Clock(List<Row> rows) {
            times = rows.stream().mapToLong(row -> row.message().time()).toArray();
            last = streams.stream()
                    .mapToLong(each -> each.stream().stream().last().time())
                    .max()
                    .orElse(0);
        }

        private double place(long time) {
            int row = 0;
            int end = times.length;
            while (end - row > 1) {
                int middle = (row + end) >>> 1;
                if (times[middle] <= time) {
                    row = middle;
                } else {
                    end = middle;
                }
            }
            long next = row + 1 < times.length ? times[row + 1] : last + 1;
            return time <= times[row] ? row : row + (double) (time - times[row]) / (next - times[row]);
        }
    }
}
