package org.ringback.diagnosis.rule.media;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.ringback.diagnosis.evidence.Case;
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

/** More or less time in a packet than its receiver asked for ({@code a=ptime} and {@code a=maxptime}, RFC 8866, 6.4). */
final class PacketLength implements TalkRule {

    private static final Kind TOO_LONG =
            Kind.of("packet-time-too-long", Weight.TROUBLE, 8866, "6.4", "speaker", "heard", "seen", "allowed");
    private static final Kind DIFFERS =
            Kind.of("packet-time-differs", Weight.NORMAL, 8866, "6.4", "speaker", "heard", "seen", "asked");

    private static final long ENOUGH = 50;

    /** Their packets go along with speech and hold none: RFC 4733, RFC 3389. */
    private static final Set<String> WITHOUT_SPEECH = Set.of("TELEPHONE-EVENT", "CN");

    @Override
    public List<Kind> kinds() {
        return List.of(TOO_LONG, DIFFERS);
    }

    @Override
    public void examine(Talk talk, Case examined, Consumer<Finding> findings) {
        talk.media().streams().stream()
                .filter(stream -> stream.basis() == CallStream.Basis.ANNOUNCED
                        && stream.stream().packets() >= ENOUGH)
                .flatMap(stream -> look(stream, talk.media().lines(stream)).stream())
                .forEach(findings);
    }

    /** @param asking the media lines by which the receiver asked for it */
    private static Optional<Finding> look(CallStream stream, List<Announced> asking) {
        if (asking.isEmpty() || !asking.stream().allMatch(Announced::sound)) {
            return Optional.empty();
        }
        Announced receiver = asking.getFirst();
        Optional<PacketContent> content = receiver.format(stream.stream().mainPayload())
                .filter(format -> !WITHOUT_SPEECH.contains(format.encoding().toUpperCase(Locale.ROOT)))
                .flatMap(format -> PacketContent.of(stream.stream(), format));
        if (content.isEmpty()) {
            return Optional.empty();
        }
        int seen = content.get().millis();
        OptionalInt most = attribute(asking, "maxptime");
        OptionalInt asked = attribute(asking, "ptime");
        if (most.isPresent() && seen > most.getAsInt()) {
            return Optional.of(found(TOO_LONG, content.get(), stream, receiver)
                    .with("allowed", millis(most.getAsInt()))
                    .found());
        }
        return asked.isPresent() && seen != asked.getAsInt()
                ? Optional.of(found(DIFFERS, content.get(), stream, receiver)
                        .with("asked", millis(asked.getAsInt()))
                        .found())
                : Optional.empty();
    }

    private static Finding.Builder found(Kind kind, PacketContent content, CallStream stream, Announced receiver) {
        MediaStream carried = stream.stream();
        return Finding.about(kind, content.measured() ? Certainty.CERTAIN : Certainty.LIKELY)
                .proof(receiver.message())
                .seen(List.of(Sightings.first(carried)))
                .with("speaker", Value.of(carried.source()))
                .with("heard", Value.of(carried.destination()))
                .with("seen", millis(content.millis()));
    }

    private static Value millis(int millis) {
        return Value.of(Duration.ofMillis(millis));
    }

    /** What all of them say; nothing where the wish changed during the call. */
    private static OptionalInt attribute(List<Announced> asking, String name) {
        List<Integer> wishes =
                asking.stream().map(each -> attribute(each, name)).distinct().toList();
        return wishes.size() == 1 && wishes.getFirst() > 0 ? OptionalInt.of(wishes.getFirst()) : OptionalInt.empty();
    }

    /** 0 if it is not said. */
    private static int attribute(Announced announced, String name) {
        return announced.media().attributes().stream()
                .filter(attribute -> attribute.name().equalsIgnoreCase(name))
                .map(attribute -> attribute.value().strip())
                .filter(value -> value.matches("[1-9][0-9]{0,3}"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(0);
    }
}
