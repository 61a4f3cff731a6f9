package org.ringback.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.BesideOthers;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;

/** Streams that were lost, delayed, doubled and overtaken in parts, against what is known because the tests did it. */
@BesideOthers
class WorsenedStreamTest {

    private static final Endpoint ALICE = new Endpoint("192.0.2.1", 4000);
    private static final Endpoint BOB = new Endpoint("192.0.2.2", 6000);
    private static final long BEGIN = 1_795_341_600_000_000L;
    private static final int[] TYPES = {0, 8, 9, 18, 96, 111};

    private static final Pattern TIMELINE = Pattern.compile("(?<=timeline=)[^,]*");

    /** A packet as it comes. */
    private record Came(long time, int sequence, int timestamp, MemorySegment bytes, int identification, int missing) {}

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    /**
     * A stream of two thousand packets.
     *
     * @param strange whether its sender does other things besides speaking
     */
    private static List<Came> worsened(SplittableRandom random, boolean strange) {
        List<Came> all = new ArrayList<>();
        double dropped = random.nextInt(3) * 0.02;
        double doubled = random.nextInt(3) * 0.02;
        double delayed = random.nextInt(3) * 0.02;
        double odd = strange ? random.nextInt(4) * 0.01 : 0;
        int uneven = 1 + random.nextInt(3) * 15_000;
        int type = strange ? TYPES[random.nextInt(TYPES.length)] : 0;
        int ticks = strange && random.nextInt(4) == 0 ? 441 : 160;
        boolean otherLengths = strange && random.nextBoolean();
        boolean mirrored = random.nextInt(5) == 0;
        double slower = 1 + random.nextInt(3) * 0.002;
        int sequence = random.nextInt(1 << 16);
        int timestamp = random.nextInt();
        long sent = BEGIN;
        for (int i = 0; i < 2000; i++) {
            boolean marked = i == 0 || random.nextDouble() < odd;
            int carried = random.nextDouble() < odd ? TYPES[random.nextInt(TYPES.length)] : type;
            if (random.nextDouble() < odd) {
                int pause = random.nextInt(100);
                timestamp += pause * ticks;
                sent += pause * 20_000L;
            }
            if (random.nextDouble() < odd / 10) {
                sequence += random.nextInt(1 << 16);
            }
            int length = otherLengths ? 4 + random.nextInt(random.nextBoolean() ? 3 : 80) : 160;
            MemorySegment bytes = packet(random, marked, carried, sequence, timestamp, length);
            long time = sent + random.nextInt(uneven);
            int cut = random.nextDouble() < odd / 4 ? 20 : 0;
            boolean timeless = random.nextDouble() < odd / 4;
            if (random.nextDouble() >= dropped) {
                long late = random.nextDouble() < delayed ? random.nextInt(200_000) : 0;
                all.add(new Came(timeless ? Captured.NO_TIME : time + late, sequence, timestamp, bytes, i, cut));
                if (mirrored) {
                    all.add(new Came(time + late + 100, sequence, timestamp, bytes, i, cut));
                } else if (random.nextDouble() < doubled) {
                    long again = time + random.nextInt(100_000);
                    all.add(new Came(again, sequence, timestamp, bytes, i + (1 << 12), cut));
                }
            }
            sequence++;
            timestamp += ticks;
            sent += Math.round(20_000 * slower);
        }
        all.sort(Comparator.comparingLong(Came::time));
        return all;
    }

    private static MemorySegment packet(
            SplittableRandom random, boolean marked, int type, int sequence, int timestamp, int length) {
        boolean silent = random.nextInt(50) == 0;
        byte[] speech = new byte[length];
        for (int i = 0; i < length; i++) {
            speech[i] = (byte) (silent ? 0xD5 : random.nextInt());
        }
        byte[] bytes = new byte[12 + length];
        ByteBuffer.wrap(bytes)
                .put((byte) 0x80)
                .put((byte) (type | (marked ? 0x80 : 0)))
                .putShort((short) sequence)
                .putInt(timestamp)
                .putInt(77)
                .put(speech);
        return MemorySegment.ofArray(bytes);
    }

    private static void send(Came each, Datagrams datagrams) {
        datagrams.identification(each.identification);
        datagrams.cut(each.time, ALICE, BOB, each.bytes.toArray(ValueLayout.JAVA_BYTE), each.missing);
    }

    /** All that is known of streams; a timeline has no words of its own. */
    private static List<String> written(List<MediaStream> streams) {
        return streams.stream()
                .map(stream -> TIMELINE.matcher(stream.toString()).replaceFirst(written(stream.timeline())))
                .toList();
    }

    private static String written(Timeline timeline) {
        return IntStream.range(0, timeline.parts())
                .mapToObj(part -> timeline.packets(part) + "/" + timeline.lost(part) + "/" + timeline.jitter(part))
                .collect(Collectors.joining(" ", timeline.begin() + "+" + timeline.width() + ": ", ""));
    }

    /** Who is asked after each packet has looked at each by itself. */
    @ParameterizedTest
    @MethodSource("seeds")
    void packetsThatAreCountedTogetherAreCountedAsOneByOne(long seed) {
        var together = new Datagrams(0);
        var oneByOne = new Datagrams(0);
        for (Came each : worsened(new SplittableRandom(seed), true)) {
            send(each, together);
            send(each, oneByOne);
            oneByOne.seen();
        }

        assertThat(written(together.seen().streams()))
                .isEqualTo(written(oneByOne.seen().streams()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatTheNetworkDidIsMeasured(long seed) {
        List<Came> came = worsened(new SplittableRandom(seed), false);
        var datagrams = new Datagrams(0);
        came.forEach(each -> send(each, datagrams));

        MediaStream stream = datagrams.only();

        Set<Integer> numbers = new HashSet<>();
        Came last = null;
        double jitter = 0;
        double highest = 0;
        double sum = 0;
        int steps = 0;
        for (Came each : came) {
            if (numbers.add(each.timestamp)) {
                if (last != null) {
                    double late = each.time - last.time - (each.timestamp - last.timestamp) * 125.0;
                    jitter += (Math.abs(late) - jitter) / 16;
                    highest = Math.max(highest, jitter);
                    sum += jitter;
                    steps++;
                }
                last = each;
            }
        }
        assertThat(stream.packets() + stream.copies()).isEqualTo(came.size());
        assertThat(stream.loss().duplicates() + stream.copies()).isEqualTo(came.size() - numbers.size());
        assertThat(stream.loss().lost()).isEqualTo(stream.loss().expected() - numbers.size());
        assertThat(stream.pace().meanJitter()).isCloseTo(sum / steps, within(1e-6));
        assertThat(stream.pace().highestJitter()).isCloseTo(highest, within(1e-6));
        assertThat(stream.pace().packetTime()).isEqualTo(20);
        // A few come before it is known that they are a stream.
        long counted = 0;
        for (int part = 0; part < stream.timeline().parts(); part++) {
            counted += stream.timeline().packets(part);
        }
        assertThat(counted).isBetween(stream.packets() - 20, stream.packets());
    }
}
