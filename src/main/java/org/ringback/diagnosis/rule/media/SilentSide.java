package org.ringback.diagnosis.rule.media;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ringback.call.Message;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;
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
import org.ringback.flow.CallMedia;
import org.ringback.flow.CallStream;
import org.ringback.flow.Side;
import org.ringback.media.MediaStream;

/**
 * Both sides agreed on sound both ways (RFC 3264), and packets went one way only, or none did. Is said only where the capture
 * point sees media; for certain only where it sees what goes to the silent side's host.
 */
final class SilentSide implements TalkRule {

    private static final Kind ONE_WAY =
            Kind.of("media-one-way", Weight.TROUBLE, 3550, "5.1", "speaker", "heard", "silent", "packets", "span");
    private static final Kind NONE = Kind.of(
                    "media-none", Weight.TROUBLE, 3550, "5.1", "callerPort", "calleePort", "span")
            .unless(IceChecks.IDS)
            .unless(DtlsKeys.IDS)
            .unless(MediaConnection.IDS);

    /** Less than this is nothing to judge by. */
    static final long LONG_ENOUGH = 3_000_000;

    private static final long LONG_SILENCE = 5_000_000;

    /** Two seconds of speech with 20 ms in a packet. */
    private static final long ENOUGH = 100;

    @Override
    public List<Kind> kinds() {
        return List.of(ONE_WAY, NONE);
    }

    @Override
    public void examine(Talk talk, Case examined, Consumer<Finding> findings) {
        if (!talk.media().takenOver().isEmpty() || !talk.media().wholeRtp()) {
            return;
        }
        boolean caller = talk.packetsTo(Side.CALLER) > 0;
        boolean callee = talk.packetsTo(Side.CALLEE) > 0;
        if (!caller && !callee) {
            none(talk).ifPresent(findings);
        } else if (!caller) {
            oneWay(talk, Side.CALLER).ifPresent(findings);
        } else if (!callee) {
            oneWay(talk, Side.CALLEE).ifPresent(findings);
        }
    }

    private static Optional<Finding> oneWay(Talk talk, Side deaf) {
        if (talk.toHear(deaf) < LONG_ENOUGH || talk.packetsTo(deaf.other()) < ENOUGH || UnseenSound.tells(talk, deaf)) {
            return Optional.empty();
        }
        MediaStream stream = talk.heardBy(deaf.other()).stream()
                .map(CallStream::stream)
                .max((one, other) -> Long.compare(one.packets(), other.packets()))
                .orElseThrow();
        // Packets of the one way that came after the answer show that the capture sees the host that was agreed on
        // then.
        return talk.movedSinceAgreed()
                ? Optional.empty()
                : Optional.of(Finding.about(ONE_WAY, certainty(talk, deaf))
                        .proof(proof(talk))
                        .seen(List.of(Sightings.first(stream), Sightings.last(stream)))
                        .with("speaker", Value.of(stream.source()))
                        .with("heard", Value.of(stream.destination()))
                        // In a connection both ways have the same two ends.
                        .with(
                                "silent",
                                stream.transport() == Transport.TCP ? Value.of(stream.source()) : announced(talk, deaf))
                        .with("packets", Value.of(stream.packets()))
                        .with("span", Elapsed.value(talk.toHear(deaf)))
                        .found());
    }

    private static Certainty certainty(Talk talk, Side deaf) {
        if (UnseenSound.perhaps(talk, deaf)) {
            return Certainty.POSSIBLE;
        }
        if (talk.media().watched().contains(deaf)) {
            return Certainty.CERTAIN;
        }
        return talk.media().along().contains(deaf) ? Certainty.LIKELY : Certainty.POSSIBLE;
    }

    private static Optional<Finding> none(Talk talk) {
        long caller = talk.toHear(Side.CALLER);
        long callee = talk.toHear(Side.CALLEE);
        boolean watched = Stream.of(Side.values()).allMatch(side -> certainty(talk, side) != Certainty.POSSIBLE);
        boolean here = talk.media().captured() == CallMedia.Captured.HERE;
        boolean told = Stream.of(Side.values()).anyMatch(side -> UnseenSound.tells(talk, side));
        if (!here || !watched || told || talk.moved() || Math.min(caller, callee) < LONG_SILENCE) {
            return Optional.empty();
        }
        return Optional.of(Finding.about(NONE, Certainty.LIKELY)
                .proof(proof(talk))
                .with("callerPort", announced(talk, Side.CALLER))
                .with("calleePort", announced(talk, Side.CALLEE))
                .with("span", Elapsed.value(Math.min(caller, callee)))
                .found());
    }

    /** The descriptions, with which it began. */
    static List<Message> proof(Talk talk) {
        var round = talk.exchange().agreed().getFirst();
        return List.of(round.offered(), round.answered().orElseThrow());
    }

    static Value announced(Talk talk, Side side) {
        return announced(talk.media(), side);
    }

    /** Where a side asked for sound last. */
    static Value announced(CallMedia media, Side side) {
        return media.soundOf(side).stream()
                .reduce((_, last) -> last)
                .map(SilentSide::place)
                .orElseGet(Value.Unknown::new);
    }

    /** Where media are to go; without the port that only says that its side opens the connection. */
    private static Value place(Announced announced) {
        Endpoint port = announced.port();
        return port.port() == MediaConnection.NO_PORT
                        && MediaConnection.overTcp(announced.media().protocol())
                ? Value.of(port.host())
                : Value.of(port);
    }
}
