package org.ringback.diagnosis.rule.media;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Sightings;
import org.ringback.diagnosis.evidence.Talk;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.flow.Announced;
import org.ringback.flow.CallStream;
import org.ringback.media.MediaStream;
import org.ringback.media.MediaStream.Drift;
import org.ringback.media.SlowChange;

/**
 * The clock of a sender runs faster or slower than its timestamps say (RFC 3550, 5.1), so that the receiver's buffer runs over or
 * empty again and again. A clock of the capture that is wrong would look the same, but in both directions.
 */
final class SenderClock implements TalkRule {

    private static final Kind SLOW =
            Kind.of("sender-clock-slow", Weight.TROUBLE, 3550, "5.1", "speaker", "heard", "apart", "length", "every");
    private static final Kind FAST =
            Kind.of("sender-clock-fast", Weight.TROUBLE, 3550, "5.1", "speaker", "heard", "apart", "length", "every");

    /** A packet, as most senders have them. */
    private static final double PACKET = 20_000;

    private static final long TENTH = 100_000;

    @Override
    public List<Kind> kinds() {
        return List.of(SLOW, FAST);
    }

    @Override
    public void examine(Talk talk, Case examined, Consumer<Finding> findings) {
        Set<Long> told = new HashSet<>();
        for (CallStream stream : talk.media().streams()) {
            if (stream.sound()
                    && SlowChange.drift(stream.stream()).isPresent()
                    && told.add(stream.stream().ssrc())) {
                found(stream, talk).ifPresent(findings);
            }
        }
    }

    private static Optional<Finding> found(CallStream of, Talk talk) {
        MediaStream stream = of.stream();
        Drift drift = stream.drift().orElseThrow();
        List<Drift> others = talk.media().streams().stream()
                .map(CallStream::stream)
                .filter(other -> other.file() == stream.file()
                        && other.ssrc() != stream.ssrc()
                        && !other.source().host().equals(stream.source().host()))
                .flatMap(other -> other.drift().stream())
                .filter(other -> other.length() >= SlowChange.LONG)
                .toList();
        if (others.stream().anyMatch(other -> alike(other, drift))) {
            return Optional.empty();
        }
        boolean clockIsRight =
                others.stream().anyMatch(other -> 4 * Math.abs(other.slower()) < Math.abs(drift.slower()));
        return Optional.of(Finding.about(
                        drift.slower() > 0 ? SLOW : FAST, clockIsRight ? Certainty.LIKELY : Certainty.POSSIBLE)
                .proof(of.receiver().or(of::sender).map(Announced::message).orElse(talk.answer()))
                .seen(List.of(Sightings.first(stream), Sightings.last(stream)))
                .with("speaker", Value.of(stream.source()))
                .with("heard", Value.of(stream.destination()))
                .with("apart", Elapsed.value(drift.apart() / 1000 * 1000))
                .with("length", Elapsed.value(drift.length()))
                .with("every", Elapsed.value(Math.round(PACKET / Math.abs(drift.slower()) / TENTH) * TENTH))
                .found());
    }

    /** Whether both drift in the same direction by about as much: then the clock of the capture does. */
    private static boolean alike(Drift one, Drift other) {
        double ratio = one.slower() / other.slower();
        return ratio > 0.5 && ratio < 2;
    }
}
