package org.ringback.diagnosis.rule.media;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Audio;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Exchange;
import org.ringback.diagnosis.evidence.Sightings;
import org.ringback.diagnosis.evidence.Talk;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.flow.CallStream;
import org.ringback.media.MediaFlow;
import org.ringback.media.MediaStream;
import org.ringback.sip.Sdp;

/**
 * Sound that is encrypted where plain RTP was agreed, or plain where keys were (RFC 3711, RFC 4568). The header is the same, but
 * the tag that proves an encrypted packet makes it longer, and codecs with one byte for each sample show that.
 */
final class EncryptedSound implements TalkRule {

    private static final Kind UNASKED =
            Kind.of("rtp-encrypted-unasked", Weight.TROUBLE, 3711, "3.1", "speaker", "heard", "tag", "profile");
    private static final Kind PLAIN =
            Kind.of("rtp-plain-though-secure", Weight.TROUBLE, 4568, "6.1", "speaker", "heard", "profile");

    private static final long ENOUGH = 50;

    /** Tags of SRTP: HMAC-SHA1 with 32 or 80 bits, with or without a key identifier, or GCM. */
    private static final int SHORTEST_TAG = 4;

    private static final int LONGEST_TAG = 20;

    @Override
    public List<Kind> kinds() {
        return List.of(UNASKED, PLAIN);
    }

    @Override
    public void examine(Talk talk, Case examined, Consumer<Finding> findings) {
        List<Exchange.Round> agreed = talk.exchange().agreed();
        Optional<Audio.Pair> pair = agreed.getLast().firstOn();
        if (pair.isPresent() && agreed.size() == 1) {
            for (CallStream stream : talk.media().streams()) {
                if (stream.sound() && stream.basis() == CallStream.Basis.ANNOUNCED) {
                    look(stream, agreed.getLast(), pair.get(), keysOnTheWay(stream, talk))
                            .ifPresent(findings);
                }
            }
        }
    }

    private static Optional<Finding> look(
            CallStream known, Exchange.Round round, Audio.Pair pair, boolean agreedOnTheWay) {
        MediaStream stream = known.stream();
        OptionalDouble beyond = stream.beyondSamples();
        if (beyond.isEmpty() || stream.packets() < ENOUGH) {
            return Optional.empty();
        }
        double more = beyond.getAsDouble();
        long tag = Math.round(more);
        boolean tagged = Math.abs(more - tag) < 0.1 && tag >= SHORTEST_TAG && tag <= LONGEST_TAG;
        // A media proxy may encrypt on one of its sides only: what its port was announced for counts too.
        Sdp.Media receiver = known.receiver().orElseThrow().media();
        if (tagged
                && !agreedOnTheWay
                && Audio.plain(pair.offer())
                && Audio.plain(pair.answer())
                && Audio.plain(receiver)) {
            return Optional.of(found(UNASKED, stream, round, pair)
                    .with("tag", Value.of(tag))
                    .found());
        }
        boolean secure = Audio.secure(pair.offer()) && Audio.secure(pair.answer()) && Audio.secure(receiver);
        return secure && tag == 0 && Math.abs(more) < 0.1 && !unauthenticated(pair) && !unauthenticated(receiver)
                ? Optional.of(found(PLAIN, stream, round, pair).found())
                : Optional.empty();
    }

    /** Whether the two may have agreed on keys over the same ports, by DTLS or ZRTP (RFC 5764, RFC 6189). */
    private static boolean keysOnTheWay(CallStream known, Talk talk) {
        MediaStream stream = known.stream();
        return talk.media().flows().stream()
                .filter(flow -> flow.kind() == MediaFlow.Kind.DTLS || flow.kind() == MediaFlow.Kind.OTHER)
                .anyMatch(flow -> flow.source().equals(stream.source())
                        && flow.destination().equals(stream.destination()));
    }

    /** Encryption without a tag can be agreed (RFC 4568, 6.3.3). */
    private static boolean unauthenticated(Audio.Pair pair) {
        return unauthenticated(pair.offer()) || unauthenticated(pair.answer());
    }

    private static boolean unauthenticated(Sdp.Media media) {
        return media.attributes().stream()
                .anyMatch(attribute ->
                        attribute.name().equals("crypto") && attribute.value().contains("UNAUTHENTICATED_SRTP"));
    }

    private static Finding.Builder found(Kind kind, MediaStream stream, Exchange.Round round, Audio.Pair pair) {
        List<Message> proof = List.of(round.offered(), round.answered().orElseThrow());
        return Finding.about(kind, Certainty.LIKELY)
                .proof(proof)
                .seen(List.of(Sightings.first(stream)))
                .with("speaker", Value.of(stream.source()))
                .with("heard", Value.of(stream.destination()))
                .with("profile", pair.answer().protocol());
    }
}
