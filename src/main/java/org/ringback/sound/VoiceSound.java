package org.ringback.sound;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringback.sound.codec.Codec;
import org.ringback.sound.codec.ComfortNoise;
import org.ringback.sound.codec.Decoder;
import org.ringback.sound.codec.Decoders;

/** The sound of one schedule: decodes packet by packet and fills what is between them. */
final class VoiceSound implements Sound {

    /** Decoders settle on what came before: they begin so much earlier than what is heard. */
    private static final long SETTLING = Ticks.ofMillis(500);

    private static final short[] NOTHING = {};

    private final List<Slot> slots;
    private final int rate;
    private final Map<Codec, Voice> voices = new HashMap<>();
    private final ComfortNoise noise = new ComfortNoise();
    private final Concealment concealment;

    /** The next packet, and the sample that is made next. */
    private int next;

    private long position;

    /** Of the packet before: samples that were not read yet, and what follows them before the next packet. */
    private short[] decoded = NOTHING;

    private int read;
    private long concealed;

    /** How much comfort noise is still to be heard. */
    private long noisy;

    VoiceSound(List<Slot> slots, int rate, long from) {
        this.slots = slots;
        this.rate = Rates.checked(rate);
        concealment = new Concealment(rate);
        long begin = Math.max(0, Ticks.ofMicros(Math.min(from, Playout.LONGEST.toMillis() * 1000)));
        while (next < slots.size() && slots.get(next).end() <= begin - SETTLING) {
            next++;
        }
        position = next < slots.size() ? Math.min(samples(slots.get(next).begin()), samples(begin)) : samples(begin);
        skip(samples(begin) - position);
    }

    private long samples(long ticks) {
        return Ticks.toSamples(ticks, rate);
    }

    private void skip(long count) {
        short[] thrownAway = new short[1024];
        long left = count;
        while (left > 0) {
            int done = fill(thrownAway, (int) Math.min(left, thrownAway.length));
            if (done == 0) {
                return;
            }
            left -= done;
        }
    }

    @Override
    public int rate() {
        return rate;
    }

    @Override
    public int channels() {
        return 1;
    }

    @Override
    public int read(short[] samples) {
        return fill(samples, samples.length);
    }

    private int fill(short[] samples, int wanted) {
        int count = 0;
        while (count < wanted) {
            int done = some(samples, count, wanted - count);
            if (done == 0) {
                break;
            }
            count += done;
        }
        position += count;
        return count;
    }

    /** Writes at least one sample, unless it is the end. */
    private int some(short[] samples, int at, int most) {
        while (true) {
            if (read < decoded.length) {
                return said(samples, at, most);
            }
            if (noisy > 0) {
                return hiss(samples, at, (int) Math.min(noisy, most));
            }
            if (next == slots.size()) {
                return 0;
            }
            long gap = samples(slots.get(next).begin()) - position - at;
            if (gap > 0) {
                return gap(samples, at, (int) Math.min(gap, most));
            }
            begin(slots.get(next));
            next++;
        }
    }

    private int said(short[] samples, int at, int most) {
        int count = Math.min(most, decoded.length - read);
        System.arraycopy(decoded, read, samples, at, count);
        read += count;
        if (read == decoded.length) {
            concealment.hear(decoded, 0, decoded.length);
        }
        return count;
    }

    private int hiss(short[] samples, int at, int count) {
        for (int i = 0; i < count; i++) {
            samples[at + i] = noise.next();
        }
        noisy -= count;
        return count;
    }

    private int gap(short[] samples, int at, int count) {
        if (concealed == 0) {
            Arrays.fill(samples, at, at + count, (short) 0);
            voices.values().forEach(Voice::pause);
            return count;
        }
        if (decoded.length > 0) {
            concealment.begin();
            decoded = NOTHING;
            read = 0;
        }
        int made = (int) Math.min(count, concealed);
        for (int i = 0; i < made; i++) {
            samples[at + i] = concealment.next();
        }
        concealed -= made;
        return made;
    }

    private void begin(Slot slot) {
        long count = samples(slot.end()) - samples(slot.begin());
        read = 0;
        concealed = samples(slot.end() + slot.concealed()) - samples(slot.end());
        if (slot.kind() == Slot.Kind.NOISE) {
            noise.level(slot.packet().payload());
            noisy = count;
            decoded = NOTHING;
        } else {
            decoded = Arrays.copyOf(slot.kind() == Slot.Kind.VOICE ? spoken(slot) : NOTHING, (int) count);
        }
    }

    private short[] spoken(Slot slot) {
        return voices.computeIfAbsent(slot.codec(), codec -> new Voice(codec, rate))
                .next(slot.packet().payload());
    }

    /** One codec of the stream, at the rate that is wanted. */
    private static final class Voice {

        private final Decoder decoder;
        private final Optional<Resampler> resampler;

        Voice(Codec codec, int rate) {
            decoder = Decoders.of(codec).orElseThrow();
            resampler = decoder.rate() == rate ? Optional.empty() : Optional.of(new Resampler(decoder.rate(), rate));
        }

        short[] next(byte[] payload) {
            short[] samples = decoder.decode(payload).orElseGet(() -> new short[decoder.length(payload)]);
            return resampler.map(each -> each.next(samples)).orElse(samples);
        }

        void pause() {
            resampler.ifPresent(Resampler::forget);
        }
    }
}
