package org.ringback.diagnosis.rule.media;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Sightings;
import org.ringback.diagnosis.evidence.Talk;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.flow.CallStream;
import org.ringback.media.MediaStream;

/** Packets flow and hold nothing to hear: one value again and again, or comfort noise alone (RFC 3389). */
final class SilentStream implements TalkRule {

    private static final Kind SILENCE =
            Kind.of("media-digital-silence", Weight.TROUBLE, 3551, "4.5.14", "speaker", "heard", "packets", "share");
    private static final Kind COMFORT_NOISE_ONLY =
            Kind.of("comfort-noise-only", Weight.TROUBLE, 3389, null, "speaker", "heard", "packets");

    /** Two seconds: before that nobody may have said anything. */
    private static final long ENOUGH = 100;

    private static final long SILENT = 5_000_000;
    private static final double NEARLY_ALL = 0.95;
    private static final Set<Integer> G711 = Set.of(0, 8);
    private static final int COMFORT_NOISE = 13;

    @Override
    public List<Kind> kinds() {
        return List.of(SILENCE, COMFORT_NOISE_ONLY);
    }

    @Override
    public void examine(Talk talk, Case examined, Consumer<Finding> findings) {
        if (talk.alwaysBothWays()) {
            talk.media().streams().stream()
                    .filter(stream -> stream.sound() && stream.stream().length() >= SILENT)
                    .flatMap(stream -> look(stream, talk, examined).stream())
                    .forEach(findings);
        }
    }

    /** Whether something is heard from the other side: a call in which both are silent is a test, or its sound was taken out. */
    private static boolean otherSpeaks(CallStream stream, Talk talk) {
        return talk.heardBy(stream.toward().other()).stream()
                .map(CallStream::stream)
                .anyMatch(other -> other.packets() >= ENOUGH && other.constant() * 2 < other.packets());
    }

    /** Whether the same side gets its sound in another stream. */
    private static boolean elsewhere(CallStream silent, Talk talk) {
        return talk.media().toward(silent.toward()).stream()
                .map(CallStream::stream)
                .anyMatch(other -> other.ssrc() != silent.stream().ssrc()
                        && other.mainPayload() != COMFORT_NOISE
                        && other.constant() * 2 < other.packets());
    }

    private static Optional<Finding> look(CallStream stream, Talk talk, Case examined) {
        MediaStream carried = stream.stream();
        if (!otherSpeaks(stream, talk) || elsewhere(stream, talk)) {
            return Optional.empty();
        }
        boolean noiseOnly = carried.payloads().size() == 1 && carried.mainPayload() == COMFORT_NOISE;
        if (noiseOnly && carried.packets() > 2) {
            // Who listens to an announcement or to music says nothing, and a device that saves packets sends no more
            // than this.
            return Optional.of(
                    found(COMFORT_NOISE_ONLY, Certainty.POSSIBLE, stream, talk).found());
        }
        double share = (double) carried.constant() / carried.packets();
        return G711.contains(carried.mainPayload()) && carried.packets() >= ENOUGH && share >= NEARLY_ALL
                ? Optional.of(found(SILENCE, certainty(talk, examined), stream, talk)
                        .with("share", new Value.Share(share))
                        .found())
                : Optional.empty();
    }

    /** In a conference (RFC 4579, 5.1) most are on mute. */
    private static Certainty certainty(Talk talk, Case examined) {
        boolean conference = Stream.of(examined.call().opening(), talk.answer())
                .flatMap(message -> message.header("Contact", "m").stream())
                .anyMatch(contact -> contact.toLowerCase(Locale.ROOT).contains(";isfocus"));
        return conference ? Certainty.POSSIBLE : Certainty.LIKELY;
    }

    private static Finding.Builder found(Kind kind, Certainty certainty, CallStream stream, Talk talk) {
        MediaStream carried = stream.stream();
        return Finding.about(kind, certainty)
                .proof(talk.answer())
                .seen(List.of(Sightings.first(carried), Sightings.last(carried)))
                .with("speaker", Value.of(carried.source()))
                .with("heard", Value.of(carried.destination()))
                .with("packets", Value.of(carried.packets()));
    }
}
