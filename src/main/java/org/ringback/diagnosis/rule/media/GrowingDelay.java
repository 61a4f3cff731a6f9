package org.ringback.diagnosis.rule.media;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
import org.ringback.media.MediaStream.Swell;
import org.ringback.media.SlowChange;

/**
 * A queue on the way fills and empties: for a while all packets come later by their timestamps (RFC 3550, 5.1), and then catch up.
 * Jitter hardly shows it, since neighbors are late alike. A clock of the capture that was set looks the same, but in both
 * directions.
 */
final class GrowingDelay implements TalkRule {

    private static final Kind GROWS =
            Kind.of("media-delay-grows", Weight.TROUBLE, 3550, "5.1", "speaker", "heard", "most", "span");

    private static final long TENTH = 100_000;

    @Override
    public List<Kind> kinds() {
        return List.of(GROWS);
    }

    @Override
    public void examine(Talk talk, Case examined, Consumer<Finding> findings) {
        talk.media().streams().stream()
                .filter(CallStream::sound)
                .filter(stream -> SlowChange.growth(stream.stream()).isPresent() && !alike(stream.stream(), talk))
                .forEach(stream -> findings.accept(found(stream, talk)));
    }

    /** Whether what another host sends is late as well, so that the clock of the capture may have been set. */
    private static boolean alike(MediaStream stream, Talk talk) {
        return others(stream, talk)
                .flatMap(other -> other.drift().stream())
                .flatMap(drift -> drift.swell().stream())
                .anyMatch(swell -> swell.most() >= SlowChange.HEARD / 2);
    }

    private static boolean compared(MediaStream stream, Talk talk) {
        return others(stream, talk)
                .anyMatch(other -> other.drift().isPresent()
                        && other.first().time() <= stream.last().time()
                        && other.last().time() >= stream.first().time());
    }

    private static Stream<MediaStream> others(MediaStream stream, Talk talk) {
        return talk.media().streams().stream()
                .map(CallStream::stream)
                .filter(other -> other.file() == stream.file()
                        && !other.source().host().equals(stream.source().host()));
    }

    private static Finding found(CallStream of, Talk talk) {
        MediaStream stream = of.stream();
        Swell swell = SlowChange.growth(stream).orElseThrow();
        // Only what came from elsewhere in time shows that the clock of the capture was not set meanwhile.
        return Finding.about(GROWS, compared(stream, talk) ? Certainty.LIKELY : Certainty.POSSIBLE)
                .proof(of.receiver().or(of::sender).map(Announced::message).orElse(talk.answer()))
                .seen(List.of(Sightings.first(stream), Sightings.last(stream)))
                .with("speaker", Value.of(stream.source()))
                .with("heard", Value.of(stream.destination()))
                .with("most", Elapsed.value(Math.round((double) swell.most() / TENTH) * TENTH))
                .with("span", Elapsed.value(swell.length()))
                .found();
    }
}
