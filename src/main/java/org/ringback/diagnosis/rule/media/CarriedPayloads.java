package org.ringback.diagnosis.rule.media;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Message;
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
import org.ringback.media.MediaStream.Payload;

/** What streams carry beside what was agreed: payload types that nobody named, and codecs that change in silence. */
final class CarriedPayloads implements TalkRule {

    private static final Kind NOT_AGREED =
            Kind.of("payload-not-agreed", Weight.TROUBLE, 3264, "6.1", "speaker", "heard", "type", "packets", "agreed");
    private static final Kind LEFT_OUT =
            Kind.of("codec-not-in-answer", Weight.TROUBLE, 3264, "7", "speaker", "heard", "codec", "packets", "agreed");
    private static final Kind CHANGED =
            Kind.of("codec-changed-silently", Weight.NORMAL, 3264, "8.3.2", "speaker", "heard", "before", "after");

    /** A few packets may be left over from before. */
    private static final long ENOUGH = 25;

    /** Numbers below it stand for one codec each (RFC 3551, 6). */
    private static final int FIRST_DYNAMIC = 96;

    /** Comfort noise needs no agreement with many (RFC 3389, and the number that was used before it). */
    private static final List<Integer> COMFORT_NOISE = List.of(13, 19);

    @Override
    public List<Kind> kinds() {
        return List.of(NOT_AGREED, LEFT_OUT, CHANGED);
    }

    @Override
    public void examine(Talk talk, Case examined, Consumer<Finding> findings) {
        for (CallStream stream : talk.media().streams()) {
            if (stream.basis() == CallStream.Basis.ANNOUNCED && stream.sound()) {
                notAgreed(stream, talk)
                        .or(() -> leftOut(stream, talk))
                        .or(() -> changed(stream, talk))
                        .ifPresent(findings);
            }
        }
    }

    private static Optional<Finding> notAgreed(CallStream stream, Talk talk) {
        return stream.stream().payloads().stream()
                .filter(payload -> payload.packets() >= ENOUGH
                        && !COMFORT_NOISE.contains(payload.type())
                        && !(payload.speech() == 0 && WrongKeyNumber.keys(stream, payload.type()))
                        && !named(payload.type(), talk))
                .findFirst()
                .map(payload -> notAgreed(stream, payload, talk));
    }

    /** Whether any description of the call names it, of whichever side: some send by their own numbers. */
    private static boolean named(int type, Talk talk) {
        return talk.media().announced().stream()
                .anyMatch(each -> each.format(type).isPresent());
    }

    private static Finding notAgreed(CallStream stream, Payload payload, Talk talk) {
        return of(NOT_AGREED, stream, payload, talk)
                .with("type", Integer.toString(payload.type()))
                .with("speaker", Value.of(stream.stream().source()))
                .with("heard", Value.of(stream.stream().destination()))
                .with("packets", Value.of(payload.packets()))
                .found();
    }

    /** With the descriptions, the first and the last such packet, and what was agreed on. */
    private static Finding.Builder of(Kind kind, CallStream stream, Payload payload, Talk talk) {
        MediaStream carried = stream.stream();
        List<Message> proof = talk.media().announced().stream()
                .map(Announced::message)
                .distinct()
                .limit(2)
                .toList();
        return Finding.about(kind, Certainty.LIKELY)
                .proof(proof)
                .seen(List.of(Sightings.of(carried, payload.first()), Sightings.of(carried, payload.last())))
                .with(
                        "agreed",
                        Value.of(stream.receiver().orElseThrow().media().formats().stream()
                                .map(format -> format.encoding().isEmpty()
                                        ? format.format()
                                        : format.format() + " " + format.encoding())
                                .toList()));
    }

    /** What the sender itself offered, and the other side never took: a codec that everybody knows by its number. */
    private static Optional<Finding> leftOut(CallStream stream, Talk talk) {
        List<Announced> taken = talk.media().soundOf(stream.toward());
        if (switchesByEvent(taken)) {
            return Optional.empty();
        }
        return stream.stream().payloads().stream()
                .filter(payload -> payload.packets() >= ENOUGH
                        && payload.type() < FIRST_DYNAMIC
                        && !COMFORT_NOISE.contains(payload.type())
                        && taken.stream()
                                .allMatch(each -> each.format(payload.type()).isEmpty()))
                .flatMap(payload -> offered(payload.type(), stream, talk)
                        .filter(codec -> taken.stream()
                                .flatMap(each -> each.media().formats().stream())
                                .noneMatch(format -> format.encoding().equalsIgnoreCase(codec)))
                        .map(codec -> leftOut(stream, payload, codec, talk))
                        .stream())
                .findFirst();
    }

    /** Whether gateways tell each other by events on the wire to take another codec, as for a modem. */
    private static boolean switchesByEvent(List<Announced> taken) {
        return taken.stream()
                .flatMap(each -> each.media().formats().stream())
                .anyMatch(format -> format.encoding().toUpperCase(Locale.ROOT).startsWith("X-NSE"));
    }

    /** The name of a codec by its number, if an offer of the sender names both; an answer may name more than was asked. */
    private static Optional<String> offered(int type, CallStream stream, Talk talk) {
        return talk.media().announced().stream()
                .filter(each -> each.side() != stream.toward()
                        && talk.exchange().rounds().stream().anyMatch(round -> round.offered() == each.message()))
                .flatMap(each -> each.format(type).stream())
                .map(format -> format.encoding().replaceFirst("/.*", ""))
                .filter(name -> !name.isEmpty())
                .findFirst();
    }

    private static Finding leftOut(CallStream stream, Payload payload, String codec, Talk talk) {
        MediaStream carried = stream.stream();
        return of(LEFT_OUT, stream, payload, talk)
                .with("codec", codec)
                .with("packets", Value.of(payload.packets()))
                .with("speaker", Value.of(carried.source()))
                .with("heard", Value.of(carried.destination()))
                .found();
    }

    /** From one codec of speech to another for good, and no new offer in between. */
    private static Optional<Finding> changed(CallStream stream, Talk talk) {
        MediaStream carried = stream.stream();
        List<Payload> speech = carried.payloads().stream()
                .filter(payload -> payload.packets() >= ENOUGH && speech(stream, payload.type()))
                .toList();
        if (speech.size() != 2) {
            return Optional.empty();
        }
        Payload before = speech.getFirst();
        Payload after = speech.getLast();
        boolean inOrder = before.last().time() <= after.first().time();
        boolean offered = talk.exchange().rounds().stream()
                .skip(1)
                .anyMatch(round -> round.offered().time() <= after.first().time());
        return inOrder && !offered
                ? Optional.of(Finding.about(CHANGED, Certainty.CERTAIN)
                        .proof(stream.receiver().orElseThrow().message())
                        .seen(List.of(Sightings.of(carried, before.last()), Sightings.of(carried, after.first())))
                        .with("speaker", Value.of(carried.source()))
                        .with("heard", Value.of(carried.destination()))
                        .with("before", name(stream, before.type()))
                        .with("after", name(stream, after.type()))
                        .found())
                : Optional.empty();
    }

    private static boolean speech(CallStream stream, int type) {
        return !COMFORT_NOISE.contains(type)
                && stream.format(type)
                        .map(format -> !format.encoding().equalsIgnoreCase("telephone-event")
                                && !format.encoding().equalsIgnoreCase("CN"))
                        .orElse(false);
    }

    private static String name(CallStream stream, int type) {
        return stream.format(type)
                .map(format -> format.encoding().isEmpty() ? Integer.toString(type) : format.encoding())
                .orElse(Integer.toString(type));
    }
}
