package org.ringback.diagnosis.rule.media;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Exchange;
import org.ringback.diagnosis.evidence.Sightings;
import org.ringback.diagnosis.evidence.Talk;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.flow.Announced;
import org.ringback.flow.CallStream;
import org.ringback.flow.Side;
import org.ringback.media.MediaStream.Payload;

/** Sound that goes on in a codec which a change of the call has taken away (RFC 3264, 8.3.2). */
final class OldFormat implements TalkRule {

    private static final Kind OLD_FORMAT =
            Kind.of("media-in-old-format", Weight.TROUBLE, 3264, "8.3.2", "speaker", "heard", "old", "agreed", "span");

    /** Until then whoever sends may still be changing over. Microseconds. */
    private static final long CHANGING = 3_000_000;

    private static final long ENOUGH = 25;

    @Override
    public List<Kind> kinds() {
        return List.of(OLD_FORMAT);
    }

    @Override
    public void examine(Talk talk, Case examined, Consumer<Finding> findings) {
        if (talk.exchange().agreed().size() > 1) {
            for (Side side : Side.values()) {
                look(side, talk).ifPresent(findings);
            }
        }
    }

    private static Optional<Finding> look(Side side, Talk talk) {
        Exchange.Round last = talk.exchange().agreed().getLast();
        Message answered = last.answered().orElseThrow();
        List<Announced> latest = talk.media().announced().stream()
                .filter(each ->
                        each.message().equals(last.offered()) || each.message().equals(answered))
                .filter(Announced::sound)
                .toList();
        Optional<Announced> wanted =
                latest.stream().filter(each -> each.side() == side).findFirst();
        if (wanted.isEmpty() || latest.size() != 2 || talk.toHearAtEnd(side) < CHANGING) {
            return Optional.empty();
        }
        long since = answered.time();
        for (CallStream stream : talk.media().toward(side)) {
            if (stream.basis() == CallStream.Basis.ANNOUNCED
                    && stream.stream().last().time() >= since + CHANGING) {
                Optional<Finding> found = stream.stream().payloads().stream()
                        .filter(payload -> goesOn(payload, stream, since) && taken(payload.type(), latest, talk))
                        .findFirst()
                        .map(payload -> found(stream, payload, wanted.get(), last));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Long after the change, and to the end of the stream. */
    private static boolean goesOn(Payload payload, CallStream stream, long since) {
        return payload.packets() >= ENOUGH
                && payload.speech() > 0
                && payload.last().time() >= since + CHANGING
                && stream.stream().last().time() - payload.last().time() < CHANGING;
    }

    /** Whether somebody named it before, and nobody does now; some send by their own numbers. */
    private static boolean taken(int type, List<Announced> latest, Talk talk) {
        return latest.stream().noneMatch(each -> each.format(type).isPresent())
                && talk.media().announced().stream()
                        .anyMatch(each -> each.format(type).isPresent());
    }

    private static Finding found(CallStream stream, Payload payload, Announced wanted, Exchange.Round last) {
        Message answered = last.answered().orElseThrow();
        return Finding.about(OLD_FORMAT, Certainty.LIKELY)
                .proof(last.offered(), answered)
                .seen(List.of(Sightings.of(stream.stream(), payload.last())))
                .with("speaker", Value.of(stream.stream().source()))
                .with("heard", Value.of(stream.stream().destination()))
                .with("old", name(stream, payload.type()))
                .with(
                        "agreed",
                        Value.of(wanted.media().formats().stream()
                                .map(format -> format.encoding().isEmpty() ? format.format() : format.encoding())
                                .toList()))
                .with("span", Elapsed.value(payload.last().time() - answered.time()))
                .found();
    }

    private static String name(CallStream stream, int type) {
        return stream.format(type)
                .map(format -> format.encoding().isEmpty() ? Integer.toString(type) : format.encoding())
                .orElse(Integer.toString(type));
    }
}
