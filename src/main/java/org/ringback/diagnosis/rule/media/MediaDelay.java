package org.ringback.diagnosis.rule.media;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.capture.wire.Sighting;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Sightings;
import org.ringback.diagnosis.evidence.Talk;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.flow.CallStream;
import org.ringback.flow.Side;
import org.ringback.media.MediaStream;
import org.ringback.media.ReceiverReport;

/**
 * Sound is long on its way, by what both sides report of each other's reports (RFC 3550, 6.4.1): from the point of capture to a
 * receiver and back. Where both sides report, the two ways together are the whole one.
 */
final class MediaDelay implements TalkRule {

    private static final Kind DELAY =
            Kind.of("media-delay", Weight.TROUBLE, 3550, "6.4.1", "caller", "callee", "span", "reports");

    /** 200 ms each way, to which the telephones add what they hold back: beyond the 150 ms of ITU-T G.114 for certain. */
    private static final long LONG = 400_000;

    private static final int ENOUGH = 3;

    /** A way that differs more each time is not measured but guessed. */
    private static final long SPREAD = 200_000;

    /** A trip is of one stream, as its receiver reported it. */
    private record Trip(MediaStream stream, ReceiverReport report, ReceiverReport.Trips ways) {}

    @Override
    public List<Kind> kinds() {
        return List.of(DELAY);
    }

    @Override
    public void examine(Talk talk, Case examined, Consumer<Finding> findings) {
        look(talk).ifPresent(findings);
    }

    private static Optional<Finding> look(Talk talk) {
        List<Trip> trips = new ArrayList<>(2);
        for (Side side : Side.values()) {
            trip(talk, side).ifPresent(trips::add);
        }
        long whole = trips.stream().mapToLong(trip -> trip.ways().shortest()).sum();
        if (whole < LONG) {
            return Optional.empty();
        }
        List<Sighting> seen = trips.stream()
                .map(trip -> Sightings.of(trip.stream(), trip.report()))
                .toList();
        return Optional.of(Finding.about(DELAY, Certainty.LIKELY)
                .proof(talk.answer())
                .seen(seen)
                .with("caller", SilentSide.announced(talk, Side.CALLER))
                .with("callee", SilentSide.announced(talk, Side.CALLEE))
                .with("span", Elapsed.value(whole / 1000 * 1000))
                .with(
                        "reports",
                        Value.of(trips.stream()
                                .mapToInt(trip -> trip.ways().measured())
                                .sum()))
                .found());
    }

    /** The shortest way to a side and back, by what the host reports to which a stream goes. */
    private static Optional<Trip> trip(Talk talk, Side side) {
        return talk.heardBy(side).stream()
                .map(CallStream::stream)
                .flatMap(stream -> stream.reports().stream()
                        .filter(report -> report.reporter()
                                .host()
                                .equals(stream.destination().host()))
                        .flatMap(report -> report.trips().stream().map(ways -> new Trip(stream, report, ways))))
                .filter(trip -> trip.ways().measured() >= ENOUGH
                        && trip.ways().longest() - trip.ways().shortest()
                                <= Math.max(SPREAD, trip.ways().shortest() / 2))
                .min(Comparator.comparingLong(trip -> trip.ways().shortest()));
    }
}
