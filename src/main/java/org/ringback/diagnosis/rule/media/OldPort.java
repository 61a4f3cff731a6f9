package org.ringback.diagnosis.rule.media;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Message;
import org.ringback.capture.wire.Endpoint;
import org.ringback.diagnosis.evidence.Audio;
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
import org.ringback.media.MediaStream;

/** Sound that goes on to a port which its receiver has given up for another one (RFC 3264, 8.3.1). */
final class OldPort implements TalkRule {

    private static final Kind OLD_PORT =
            Kind.of("media-to-old-port", Weight.TROUBLE, 3264, "8.3.1", "receiver", "sender", "old", "new", "span");

    /** Until then whoever sends may still be changing over. Microseconds. */
    private static final long CHANGING = 3_000_000;

    @Override
    public List<Kind> kinds() {
        return List.of(OLD_PORT);
    }

    @Override
    public void examine(Talk talk, Case examined, Consumer<Finding> findings) {
        for (Side side : Side.values()) {
            look(side, talk).ifPresent(findings);
        }
    }

    private static Optional<Finding> look(Side side, Talk talk) {
        Exchange.Round last = talk.exchange().agreed().getLast();
        Message answered = last.answered().orElseThrow();
        List<Announced> own = talk.media().soundOf(side);
        Optional<Announced> latest = own.stream()
                .filter(each ->
                        each.message().equals(last.offered()) || each.message().equals(answered))
                .findFirst();
        boolean candidates =
                own.stream().anyMatch(each -> each.ports().size() > 1 || Audio.has(each.media(), "ice-ufrag"));
        if (latest.isEmpty() || candidates || talk.toHearAtEnd(side) < CHANGING) {
            return Optional.empty();
        }
        Endpoint now = latest.get().port();
        long since = answered.time();
        List<CallStream> later = talk.media().toward(side).stream()
                .filter(each -> each.stream().last().time() >= since + CHANGING)
                .toList();
        boolean elsewhere = later.stream()
                .anyMatch(
                        each -> each.stream().destination().equals(now) || each.basis() != CallStream.Basis.ANNOUNCED);
        return elsewhere
                ? Optional.empty()
                : later.stream()
                        .map(CallStream::stream)
                        .filter(stream -> gaveUp(stream, now, own) && !stillUsed(stream, since, side, talk))
                        .findFirst()
                        .map(stream -> Finding.about(OLD_PORT, Certainty.LIKELY)
                                .proof(latest.get().message(), answered)
                                .seen(List.of(Sightings.last(stream)))
                                .with("receiver", now.host())
                                .with("sender", Value.of(stream.source()))
                                .with("old", Value.of(stream.destination()))
                                .with("new", Value.of(now))
                                .with("span", Elapsed.value(stream.last().time() - since))
                                .found());
    }

    private static boolean gaveUp(MediaStream stream, Endpoint now, List<Announced> own) {
        return !stream.destination().equals(now)
                && own.stream().anyMatch(each -> each.port().equals(stream.destination()));
    }

    /** Who still sends from there also listens there (RFC 4961). */
    private static boolean stillUsed(MediaStream stream, long since, Side side, Talk talk) {
        return talk.media().streams().stream()
                .filter(each -> each.toward() != side)
                .map(CallStream::stream)
                .anyMatch(back -> back.source().equals(stream.destination())
                        && back.last().time() >= since + CHANGING);
    }
}
