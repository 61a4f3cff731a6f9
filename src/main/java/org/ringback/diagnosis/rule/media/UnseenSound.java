package org.ringback.diagnosis.rule.media;

import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ringback.call.Message;
import org.ringback.capture.wire.Sighting;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Sightings;
import org.ringback.diagnosis.evidence.Talk;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.flow.CallUnseen;
import org.ringback.flow.Side;
import org.ringback.media.UnseenStream;

/**
 * No sound for one side was captured, and reports of RTCP tell that there is some (RFC 3550, 6.4): its receiver reports what it
 * gets, or its sender what it sends. The one disproves that the side hears nothing; the other leaves open where the packets are.
 */
final class UnseenSound implements TalkRule {

    private static final Kind RECEIVED =
            Kind.of("media-received-unseen", Weight.BLIND, 3550, "6.4.1", "reporter", "speaker", "source", "reports");
    private static final Kind SENT =
            Kind.of("media-sent-unseen", Weight.TROUBLE, 3550, "6.4.1", "speaker", "heard", "source", "packets");

    /** Two seconds of speech with 20 ms in a packet. */
    private static final long ENOUGH = 100;

    /** What came before the answer is reported by then (RFC 3550, 6.2). Microseconds. */
    private static final long REPORTED = 10_000_000;

    @Override
    public List<Kind> kinds() {
        return List.of(RECEIVED, SENT);
    }

    @Override
    public void examine(Talk talk, Case examined, Consumer<Finding> findings) {
        if (!talk.media().takenOver().isEmpty() || !talk.media().wholeRtp()) {
            return;
        }
        for (Side side : Side.values()) {
            if (talk.toHear(side) >= SilentSide.LONG_ENOUGH && talk.packetsTo(side) == 0) {
                received(talk, side)
                        .map(unseen -> received(unseen, talk))
                        .or(() -> sent(talk, side).map(unseen -> sent(unseen, talk)))
                        .ifPresent(findings);
            }
        }
    }

    /** Whether reports tell of sound for a side of which nothing was captured. */
    static boolean tells(Talk talk, Side side) {
        return received(talk, side).or(() -> sent(talk, side)).isPresent();
    }

    /** Whether encrypted reports of a side say that it receives somebody, perhaps the other side. */
    static boolean perhaps(Talk talk, Side side) {
        return unseen(talk, side).anyMatch(stream -> stream.ssrc() == 0);
    }

    private static Optional<UnseenStream> received(Talk talk, Side side) {
        return unseen(talk, side)
                .filter(stream -> stream.received() && stream.ssrc() != 0)
                .max(Comparator.comparingLong(UnseenStream::packets));
    }

    private static Optional<UnseenStream> sent(Talk talk, Side side) {
        return unseen(talk, side)
                .filter(stream -> !stream.received() && stream.packets() >= ENOUGH && goesOn(stream))
                .max(Comparator.comparingLong(UnseenStream::packets));
    }

    /** What reports that came while the two talked tell of. */
    private static Stream<UnseenStream> unseen(Talk talk, Side side) {
        return talk.media().unseen().stream()
                .filter(unseen -> unseen.toward() == side)
                .map(CallUnseen::stream)
                .filter(stream -> stream.last().time() > talk.answer().time()
                        && stream.first().time() <= talk.until())
                .filter(stream -> stream.first().time() >= talk.answer().time()
                        || stream.last().time() > talk.answer().time() + REPORTED);
    }

    /** A count that stands still tells of what was sent before. */
    private static boolean goesOn(UnseenStream stream) {
        return stream.reports() == 1 || !stream.last().equals(stream.first());
    }

    private static Finding received(UnseenStream stream, Talk talk) {
        // A single report may be about something that came before the answer.
        return Finding.about(RECEIVED, stream.packets() >= ENOUGH ? Certainty.CERTAIN : Certainty.LIKELY)
                .proof(proof(talk))
                .seen(seen(stream))
                .with("reporter", Value.of(stream.teller()))
                .with("speaker", stream.told().host())
                .with("source", source(stream))
                .with("reports", Value.of(stream.reports()))
                .found();
    }

    private static Finding sent(UnseenStream stream, Talk talk) {
        return Finding.about(SENT, Certainty.POSSIBLE)
                .proof(proof(talk))
                .seen(seen(stream))
                .with("speaker", Value.of(stream.teller()))
                .with("heard", stream.told().host())
                .with("source", source(stream))
                .with("packets", Value.of(stream.packets()))
                .found();
    }

    private static List<Message> proof(Talk talk) {
        return SilentSide.proof(talk);
    }

    private static List<Sighting> seen(UnseenStream stream) {
        return List.of(Sightings.of(stream, stream.first()), Sightings.of(stream, stream.last()));
    }

    /** As tools write it. */
    private static String source(UnseenStream stream) {
        return "0x" + HexFormat.of().withUpperCase().toHexDigits((int) stream.ssrc());
    }
}
