package org.ringback.pseudonym;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringback.pseudonym.Preview.Stays;
import org.ringback.pseudonym.Preview.Where;

/** Gathers what stays readable. */
final class Remains {

    private static final int EXAMPLES = 5;
    private static final int LONGEST = 200;

    private record Place(Where where, String name) {}

    private final Map<Place, Set<String>> values = new LinkedHashMap<>();

    void add(Where where, String name, String value) {
        Set<String> known = values.computeIfAbsent(new Place(where, name), _ -> new LinkedHashSet<>());
        if (known.size() < EXAMPLES && !value.isEmpty()) {
            known.add(value.substring(0, Math.min(LONGEST, value.length())));
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
