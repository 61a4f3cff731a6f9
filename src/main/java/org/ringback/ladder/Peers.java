package org.ringback.ladder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Columns of hosts that send and get no messages. */
final class Peers {

    /** Such a host gets no column where there would be more of them. */
    private static final int MOST_COLUMNS = 6;

    /** From one column to another, by their ids. */
    record Way(String from, String to) {}

    private Peers() {}

    /** The same columns, and those of the other hosts from and to which something goes, as far as that stays readable. */
    static List<Column> beside(List<Column> signaling, List<Way> ways) {
        Map<String, Integer> places = places(signaling);
        Map<String, Set<String>> peers = new LinkedHashMap<>();
        for (Way way : ways) {
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

    /** In the middle of those with whom it has to do; at the end if that is one only. */
    private static int between(Set<String> others, List<Column> all) {
        Map<String, Integer> places = places(all);
        var known = new TreeSet<Integer>();
        others.stream().filter(places::containsKey).map(places::get).forEach(known::add);
        return known.size() < 2 ? all.size() : (known.first() + known.last()) / 2 + 1;
    }

    static Map<String, Integer> places(List<Column> columns) {
        Map<String, Integer> places = new HashMap<>();
        columns.forEach(column -> places.put(column.id(), places.size()));
        return places;
    }
}
