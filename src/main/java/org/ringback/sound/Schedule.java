package org.ringback.sound;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ringback.sound.codec.Codec;
import org.ringback.sound.codec.Decoder;
import org.ringback.sound.codec.Decoders;

/** What of a stream is heard when. Its sound is made anew each time that it is read. */
public final class Schedule {

    private final long begin;
    private final List<Slot> slots;
    private final List<Flaw> flaws;
    private final PacketTally tally;
    private final Set<Codec> undecodable;
    private final long duplicates;
    private final boolean cut;

    Schedule(long begin, Gaps gaps, Set<Codec> undecodable, long duplicates, boolean cut) {
        this.begin = begin;
        this.slots = List.copyOf(gaps.heard());
        this.flaws = gaps.flaws();
        this.tally = gaps.tally();
        this.undecodable = Set.copyOf(undecodable);
        this.duplicates = duplicates;
        this.cut = cut;
    }

    /** When the first sound is heard, in microseconds on the clock of the arrivals. */
    public long begin() {
        return begin;
    }

    /** How long it lasts, in microseconds. */
    public long length() {
        return Ticks.toMicros(ticks());
    }

    long ticks() {
        return slots.isEmpty() ? 0 : slots.getLast().end();
    }

    /** Whether there is any voice to be heard; if not, {@link #undecodable} may say why. */
    public boolean isAudible() {
        return slots.stream().anyMatch(slot -> slot.kind() == Slot.Kind.VOICE);
    }

    /** Where something was not heard as it was spoken, in the order in which it was not. */
    public List<Flaw> flaws() {
        return flaws;
    }

    /** What became of its packets, counted. */
    public PacketTally tally() {
        return tally;
    }

    /** Codecs of the stream that cannot be decoded here; their packets are silence, and flaws say where. */
    public Set<Codec> undecodable() {
        return undecodable;
    }

    /** How many packets came again after they were there; they are not heard. */
    public long duplicates() {
        return duplicates;
    }

    /** Whether packets beyond {@link Playout#LONGEST} were left out. */
    public boolean cut() {
        return cut;
    }

    /** The lowest of 8000, 16,000 and 48,000 samples in a second that loses nothing of what was sent. */
    public int naturalRate() {
        int highest = slots.stream()
                .map(Slot::codec)
                .distinct()
                .map(Decoders::of)
                .flatMap(Optional::stream)
                .mapToInt(Decoder::rate)
                .max()
                .orElse(8000);
        return highest <= 8000 ? 8000 : highest <= 16_000 ? 16_000 : 48_000;
    }

    /**
     * Reads the sound, one channel.
     *
     * @param rate samples in a second, 8000, 16,000 or 48,000
     * @param from where to begin, in microseconds since {@link #begin}
     */
    public Sound read(int rate, long from) {
        return new VoiceSound(slots, rate, from);
    }
}
