package org.ringback.sound;

import java.util.ArrayList;
import java.util.List;

/** Collects flaws; those of one kind that touch each other are one. */
final class FlawList {

    private final List<Flaw> all = new ArrayList<>();

    /** Adds what lies between two positions, in {@link Ticks}, if anything does. */
    void add(Flaw.Kind kind, long begin, long end) {
        if (end <= begin) {
            return;
        }
        long from = Ticks.toMicros(begin);
        long to = Ticks.toMicros(end);
        for (int i = all.size() - 1; i >= Math.max(0, all.size() - 3); i--) {
            Flaw flaw = all.get(i);
            if (flaw.kind() == kind && flaw.to() == from) {
                all.set(i, new Flaw(kind, flaw.from(), to));
                return;
            }
        }
        all.add(new Flaw(kind, from, to));
    }

    /** Adds late packets, as far as nothing else is heard in their place. */
    void late(List<Slot> late, long begin, long end) {
        for (Slot slot : late) {
            add(Flaw.Kind.LATE, Math.max(begin, slot.begin()), Math.min(end, slot.end()));
        }
    }

    /** In the order in which they begin. */
    List<Flaw> all() {
        all.sort((one, other) -> Long.compare(one.from(), other.from()));
        return List.copyOf(all);
    }
}
