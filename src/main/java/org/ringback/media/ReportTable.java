package org.ringback.media;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.ringback.capture.payload.AddressPair;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Limits;

/** Gathers the reports of RTCP by who reports on whom, and finds how long the way to a reporter is. */
final class ReportTable implements Rtcp.Listener {

    /** A report tells of one of the last sender's reports. */
    private static final int REMEMBERED = 8;

    private static final double SECOND = 1e6;

    /** Nobody waits longer for an echo. */
    private static final long LONGEST_WAY = 10_000_000;

    /** A tenth of a second: some always say that they have waited for nothing, and some count in milliseconds. */
    private static final long SURELY_WAITED = 6554;

    /** So many report on one source; a hostile file has any number of both. */
    private static final int MOST_ON_ONE = 16;

    private static final Comparator<Pair> BY_SOURCE =
            Comparator.comparingInt(Pair::source).thenComparing(Pair::reporter);

    /** Has an order, so that a table in which somebody gives all the same hash stays quick. */
    private record Pair(String reporter, int source) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            return BY_SOURCE.compare(this, other);
        }
    }

    private final Map<Pair, Gathered> gathered = new LinkedHashMap<>();
    private final Map<Integer, SenderTimes> senders = new HashMap<>();
    private final Map<String, Moment> heard = new HashMap<>();
    private final Map<Pair, Goodbye> left = new HashMap<>();
    private final Map<String, Gathered> secret = new LinkedHashMap<>();
    private final SentCounts sent = new SentCounts();
    private final Beyond beyond = new Beyond();
    private Endpoint reporter = Endpoint.UNKNOWN;
    private Endpoint receiver = Endpoint.UNKNOWN;
    private long time;
    private long frame;

    /** When the last reports of a sender were captured. */
    private static final class SenderTimes {
        private final int[] middles = new int[REMEMBERED];
        private final long[] times = new long[REMEMBERED];
        private int next;

        private void add(int middle, long time) {
            middles[next % REMEMBERED] = middle;
            times[next % REMEMBERED] = time;
            next++;
        }

        private long time(int middle) {
            for (int i = 0; i < Math.min(next, REMEMBERED); i++) {
                if (middles[i] == middle) {
                    return times[i];
                }
            }
            return Captured.NO_TIME;
        }
    }

    private static final class Gathered {
        private final Endpoint reporter;
        private final Endpoint receiver;
        private final Moment first;
        private Moment last;
        private int reports;
        private int worst;
        private long lost;
        private long jitter;
        private long roundTrip = Long.MAX_VALUE;
        private Optional<ReceiverReport.Trips> trips = Optional.empty();
        private long firstDelay = -1;
        private boolean delaysDiffer;
        private long sequence = -1;
        private long advances;
        private Moment advanced;
        private VoipMetrics voip;

        private Gathered(Endpoint reporter, Endpoint receiver, Moment first) {
            this.reporter = reporter;
            this.receiver = receiver;
            this.first = first;
            last = first;
            advanced = first;
        }

        /**
         * Who waits for his turn never waits equally long twice, to the sixty-five-thousandth of a second: a delay that is always
         * the same was not measured, and no way follows from it.
         *
         * @param delay that was told, in 1/65536 s
         */
        private void trip(long way, long delay) {
            delaysDiffer |= firstDelay >= 0 && delay != firstDelay;
            firstDelay = firstDelay < 0 ? delay : firstDelay;
            trips = Optional.of(trips.map(known -> new ReceiverReport.Trips(
                            known.measured() + 1, Math.min(known.shortest(), way), Math.max(known.longest(), way)))
                    .orElseGet(() -> new ReceiverReport.Trips(1, way, way)));
        }

        /** Of a source that does not exist some report as well, under the number 0. */
        private boolean tells(int source) {
            return source != 0 && reports > 0 && sequence > 0;
        }

        private UnseenStream unseen(int file, int source) {
            return new UnseenStream(
                    file, Integer.toUnsignedLong(source), reporter, receiver, true, first, advanced, reports, advances);
        }

        private ReceiverReport all(Moment heard) {
            return new ReceiverReport(
                    reporter,
                    first,
                    last,
                    reports,
                    worst / 256.0,
                    lost,
                    jitter,
                    roundTrip == Long.MAX_VALUE ? Optional.empty() : Optional.of(roundTrip),
                    delaysDiffer ? trips : Optional.empty(),
                    advanced,
                    heard,
                    Optional.ofNullable(voip));
        }
    }

    /** Takes a compound packet that {@linkplain Rtcp#whole is whole}; from where it came says who reports. */
    void from(AddressPair addresses, long when, long packet) {
        reporter = StreamEnds.source(addresses);
        receiver = StreamEnds.destination(addresses);
        time = when;
        frame = packet;
        if (heard.size() < Limits.REPORTERS || heard.containsKey(reporter.text())) {
            heard.put(reporter.text(), new Moment(time, frame));
        }
    }

    @Override
    public void sender(int ssrc, int middle, long packets) {
        if (!sent.add(reporter, receiver, ssrc, packets, new Moment(time, frame))) {
            beyond.add(time);
        }
        if (time != Captured.NO_TIME && (senders.size() < Limits.REPORTERS || senders.containsKey(ssrc))) {
            senders.computeIfAbsent(ssrc, _ -> new SenderTimes()).add(middle, time);
        }
    }

    @Override
    public void report(
            int from, int source, int fraction, int lost, long sequence, long jitter, int lastSender, long delay) {
        Gathered about = about(source);
        if (about == null) {
            beyond.add(time);
            return;
        }
        about.reports++;
        about.last = new Moment(time, frame);
        about.worst = Math.max(about.worst, fraction);
        about.lost = lost;
        if (about.sequence != sequence) {
            about.advances += about.sequence < 0 ? 0 : Math.max(0, sequence - about.sequence);
            about.sequence = sequence;
            about.advanced = about.last;
        }
        about.jitter = Math.max(about.jitter, jitter);
        SenderTimes sender = senders.get(source);
        long sent = sender == null || lastSender == 0 ? Captured.NO_TIME : sender.time(lastSender);
        if (sent != Captured.NO_TIME && time != Captured.NO_TIME) {
            long way = time - sent - (long) (delay * SECOND / 65536);
            if (way >= 0 && way < LONGEST_WAY) {
                about.roundTrip = Math.min(about.roundTrip, way);
                if (delay >= SURELY_WAITED) {
                    about.trip(way, delay);
                }
            }
        }
    }

    @Override
    public void voip(int from, int source, VoipMetrics metrics) {
        Gathered about = about(source);
        if (about != null) {
            about.last = new Moment(time, frame);
            about.voip = metrics;
        }
    }

    @Override
    public void goodbye(int source, String reason) {
        if (left.size() < Limits.REPORTERS) {
            left.putIfAbsent(new Pair(reporter.host(), source), new Goodbye(new Moment(time, frame), reason));
        }
    }

    /** Whether a host has said that a source of its own leaves. */
    Optional<Goodbye> left(String host, int source) {
        return Optional.ofNullable(left.get(new Pair(host, source)));
    }

    private Gathered about(int source) {
        var pair = new Pair(reporter.text(), source);
        Gathered known = gathered.get(pair);
        if (known == null && gathered.size() < Limits.REPORTERS) {
            known = new Gathered(reporter, receiver, new Moment(time, frame));
            gathered.put(pair, known);
        }
        return known;
    }

    /** Takes an encrypted report: what it says is not known, but that it tells of somebody. */
    void secret(AddressPair addresses, long when, long packet) {
        Endpoint from = StreamEnds.source(addresses);
        Gathered known = secret.get(from.text());
        if (known == null) {
            if (secret.size() >= Limits.REPORTERS) {
                beyond.add(when);
                return;
            }
            known = new Gathered(from, StreamEnds.destination(addresses), new Moment(when, packet));
            secret.put(from.text(), known);
        }
        known.reports++;
        known.advanced = new Moment(when, packet);
    }

    /** The reports for which there was no room. */
    Optional<PassedOver> passedOver(int file) {
        return beyond.told(file, PassedOver.Kind.REPORTERS, Limits.REPORTERS);
    }

    /** Whether there is any report at all. */
    boolean tellsOfStreams() {
        return !gathered.isEmpty() || !sent.isEmpty();
    }

    /**
     * The streams that somebody says to receive or to send, and that were not captured.
     *
     * @param receives whether a source was captured on its way to a host
     * @param sends whether it was captured on its way from a host
     */
    List<UnseenStream> unseen(int file, BiPredicate<Integer, String> receives, BiPredicate<Integer, String> sends) {
        List<UnseenStream> unseen = new ArrayList<>();
        gathered.forEach((pair, about) -> {
            if (about.tells(pair.source) && !receives.test(pair.source, about.reporter.host())) {
                unseen.add(about.unseen(file, pair.source));
            }
        });
        secret.values().forEach(about -> unseen.add(about.unseen(file, 0)));
        sent.forEach(said -> {
            if (said.packets > 0 && !sends.test(said.ssrc, said.sender.host())) {
                unseen.add(new UnseenStream(
                        file,
                        Integer.toUnsignedLong(said.ssrc),
                        said.sender,
                        said.receiver,
                        false,
                        said.first,
                        said.last,
                        said.reports,
                        said.packets));
            }
        });
        return unseen;
    }

    /** By the source that they are about; of very many reporters on one the first few. */
    Map<Integer, List<ReceiverReport>> bySource() {
        Map<Integer, List<ReceiverReport>> bySource = new HashMap<>();
        gathered.forEach((pair, about) -> {
            List<ReceiverReport> known = bySource.computeIfAbsent(pair.source, _ -> new ArrayList<>(1));
            if (known.size() < MOST_ON_ONE) {
                known.add(about.all(heard.getOrDefault(pair.reporter, about.last)));
            }
        });
        return bySource;
    }
}
