package org.ringback.diagnosis.rule;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Sightings;
import org.ringback.diagnosis.evidence.Sign;
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
final class PacketLength implements Rule {

    private static final Kind TOO_LONG =
            Kind.of("packet-time-too-long", Weight.TROUBLE, 8866, "6.4", "speaker", "heard", "seen", "allowed");
    private static final Kind DIFFERS =
            Kind.of("packet-time-differs", Weight.NORMAL, 8866, "6.4", "speaker", "heard", "seen", "asked");

    private static final long ENOUGH = 50;
    private static final int LONGEST = 1000;

    @Override
    public List<Kind> kinds() {
        return List.of(TOO_LONG, DIFFERS);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.MEDIA, Sign.CALL, Sign.ANSWERED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        Talk.of(examined)
                .ifPresent(talk -> talk.media().streams().stream()
                        .filter(stream -> stream.sound() && stream.stream().packets() >= ENOUGH)
                        .flatMap(stream -> look(stream).stream())
                        .forEach(findings));
    }

    private static Optional<Finding> look(CallStream stream) {
        int seen = seen(stream);
        if (seen <= 0 || seen > LONGEST || stream.basis() != CallStream.Basis.ANNOUNCED) {
            return Optional.empty();
        }
        Announced receiver = stream.receiver().orElseThrow();
        OptionalInt most = attribute(receiver, "maxptime");
        OptionalInt asked = attribute(receiver, "ptime");
        if (most.isPresent() && seen > most.getAsInt()) {
            return Optional.of(found(TOO_LONG, stream, receiver)
                    .with("allowed", millis(most.getAsInt()))
                    .found());
        }
        return asked.isPresent() && seen != asked.getAsInt()
                ? Optional.of(found(DIFFERS, stream, receiver)
                        .with("asked", millis(asked.getAsInt()))
                        .found())
                : Optional.empty();
    }

    /** In milliseconds, by the clock that was agreed; 0 if not known. */
    private static int seen(CallStream stream) {
        MediaStream.Pace pace = stream.stream().pace();
        int rate = stream.format(stream.stream().mainPayload())
                .filter(format -> !format.encoding().equalsIgnoreCase("telephone-event"))
                .map(format -> format.rate())
                .filter(known -> known > 0)
                .orElse(pace.clockRate());
        return rate == 0 ? 0 : (int) Math.round(1000.0 * pace.packetTicks() / rate);
    }

    private static Finding.Builder found(Kind kind, CallStream stream, Announced receiver) {
        MediaStream carried = stream.stream();
        return Finding.about(kind, Certainty.CERTAIN)
                .proof(receiver.message())
                .seen(List.of(Sightings.first(carried)))
                .with("speaker", Value.of(carried.source()))
                .with("heard", Value.of(carried.destination()))
                .with("seen", millis(carried.pace().packetTime()));
    }

    private static Value millis(int millis) {
        return Value.of(Duration.ofMillis(millis));
    }

    private static OptionalInt attribute(Announced announced, String name) {
        return announced.media().attributes().stream()
                .filter(attribute -> attribute.name().equalsIgnoreCase(name))
                .map(attribute -> attribute.value().strip())
                .filter(value -> value.matches("[1-9][0-9]{0,3}"))
                .mapToInt(Integer::parseInt)
                .findFirst();
    }
}
