package org.ringback.pseudonym;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringback.pseudonym.Preview.Stays;
import org.ringback.pseudonym.Preview.Where;

/** Gathers what stays readable, all of it. */
final class Remains {

    private record Place(Where where, String name) {}

    private final Map<Place, Set<String>> values = new LinkedHashMap<>();

    void add(Where where, String name, String value) {
        Set<String> known = values.computeIfAbsent(new Place(where, name), _ -> new LinkedHashSet<>());
        if (!value.isEmpty()) {
            known.add(value);
        }
    }

    List<Stays> all() {
        List<Stays> all = new ArrayList<>();
        for (Where where : Where.values()) {
            values.forEach((place, known) -> {
                if (place.where() == where) {
                    all.add(new Stays(where, place.name(), List.copyOf(known)));
                }
            });
        }
        return all;
    }
}
