package org.ringback.sound;

import java.util.ArrayList;
import java.util.List;

/**
 * What is between the packets of a playout: silence, comfort noise, or what was lost. It tells them apart by the sequence numbers,
 * which go on through silence and leap over loss.
 */
final class Gaps {

    /** So long a telephone makes up sound, fading; what is longer is silence (as in ITU-T G.711, Appendix I). */
    static final long LONGEST_CONCEALED = Ticks.ofMillis(60);

    /** How long the noise of a last packet lasts. */
    private static final long LAST_NOISE = Ticks.ofMillis(20);

    private final SequenceCounter counter;
    private final List<Slot> heard = new ArrayList<>();
    private final FlawList flaws = new FlawList();

    /** Late ones since the last that is heard. */
    private final List<Slot> late = new ArrayList<>();

    private long lateInAll;
    private long lostInAll;
    private long bursts;

    Gaps(SequenceCounter counter) {
        this.counter = counter;
    }

    /** Goes through all packets, in the order in which they are heard; once. */
    void fill(List<Slot> slots) {
        for (Slot slot : slots) {
            if (slot.kind() == Slot.Kind.LATE) {
                late.add(slot);
                lateInAll++;
            } else {
                Slot whole = shortened(slot);
                if (whole.length() > 0 || whole.kind() == Slot.Kind.NOISE) {
                    between(whole);
                    heard.add(whole);
                }
            }
        }
        close();
    }

    List<Slot> heard() {
        return heard;
    }

    PacketTally tally() {
        return new PacketTally(heard.size(), lateInAll, lostInAll, bursts);
    }

    List<Flaw> flaws() {
        return flaws.all();
    }

    /** What another still says over its beginning is not said twice. */
    private Slot shortened(Slot slot) {
        if (heard.isEmpty() || heard.getLast().end() <= slot.begin()) {
            return slot;
        }
        Slot before = heard.getLast();
        if (before.kind() == Slot.Kind.UNREADABLE && slot.begin() > before.begin()) {
            heard.set(heard.size() - 1, before.lasting(slot.begin() - before.begin()));
            return slot;
        }
        // Frames of rates that do not fit into ticks overlap by one of them.
        boolean crack = before.end() - slot.begin() <= 2;
        long left = crack ? slot.length() - (before.end() - slot.begin()) : 0;
        return new Slot(slot.kind(), before.end(), left, slot.order(), slot.packet(), slot.codec(), 0);
    }

    private void between(Slot next) {
        if (heard.isEmpty()) {
            flaws.late(late, 0, next.begin());
            bursts += late.isEmpty() ? 0 : 1;
            late.clear();
            return;
        }
        Slot before = heard.getLast();
        long begin = before.end();
        long gap = next.begin() - begin;
        long missing = counter.missing(before.order(), next.order());
        lostInAll += missing;
        bursts += missing > 0 || !late.isEmpty() ? 1 : 0;
        long frame = before.kind() == Slot.Kind.VOICE ? before.length() : next.length();
        long lost = Math.min(gap, missing * frame);
        // Without a marker the beginning of a spurt may be what is missing, else the end of the one before.
        boolean atBegin = next.packet().marker() || lost == gap;
        if (before.kind() == Slot.Kind.NOISE) {
            lost = next.packet().marker() ? 0 : lost;
            heard.set(heard.size() - 1, before.lasting(gap - lost));
            atBegin = false;
        }
        long from = atBegin ? begin : next.begin() - lost;
        flaws.add(Flaw.Kind.LOST, from, from + lost);
        flaws.late(late, begin, next.begin());
        conceal(begin, Math.min(gap, lost + lateAt(begin)), atBegin || lateAt(begin) > 0);
        unreadable(heard.getLast());
        late.clear();
    }

    /** How much of the gap those make up that came too late. */
    private long lateAt(long begin) {
        return late.stream()
                .filter(slot -> slot.begin() >= begin)
                .mapToLong(Slot::length)
                .sum();
    }

    private void conceal(long begin, long hole, boolean atBegin) {
        Slot before = heard.getLast();
        if (atBegin && hole > 0 && before.kind() == Slot.Kind.VOICE) {
            long made = Math.min(hole, LONGEST_CONCEALED);
            heard.set(heard.size() - 1, before.concealing(made));
            flaws.add(Flaw.Kind.CONCEALED, begin, begin + made);
        }
    }

    private void unreadable(Slot slot) {
        if (slot.kind() == Slot.Kind.UNREADABLE) {
            flaws.add(Flaw.Kind.UNREADABLE, slot.begin(), slot.end());
        }
    }

    private void close() {
        bursts += late.isEmpty() ? 0 : 1;
        if (heard.isEmpty()) {
            return;
        }
        Slot last = heard.getLast();
        if (last.kind() == Slot.Kind.NOISE) {
            heard.set(heard.size() - 1, last.lasting(LAST_NOISE));
        }
        unreadable(last);
    }
}
