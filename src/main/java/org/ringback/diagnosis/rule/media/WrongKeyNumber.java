package org.ringback.diagnosis.rule.media;

import java.util.List;
import java.util.Optional;
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
import org.ringback.media.KeyPress;
import org.ringback.sip.Sdp;

/** Keys under a number that their receiver has not given to them: who listens by the agreement drops them (RFC 3264, 5.1). */
final class WrongKeyNumber implements TalkRule {

    private static final Kind NUMBER = Kind.of(
            "dtmf-number-not-agreed", Weight.TROUBLE, 3264, "5.1", "speaker", "heard", "type", "agreed", "times");
    private static final Kind UNASKED =
            Kind.of("dtmf-sent-unasked", Weight.TROUBLE, 4733, null, "speaker", "heard", "type", "times");

    /** So many packets of a press, and its end, are no chance. */
    private static final int ENOUGH = 3;

    @Override
    public List<Kind> kinds() {
        return List.of(NUMBER, UNASKED);
    }

    @Override
    public void examine(Talk talk, Case examined, Consumer<Finding> findings) {
        for (CallStream stream : talk.media().streams()) {
            if (stream.basis() == CallStream.Basis.ANNOUNCED && stream.sound()) {
                look(stream, talk).ifPresent(findings);
            }
        }
    }

    /** Whether a payload type of a stream carries what can only be keys. */
    static boolean keys(CallStream stream, int type) {
        return stream.stream().keys().stream().anyMatch(press -> press.payloadType() == type && sure(press));
    }

    private static boolean sure(KeyPress press) {
        return press.ended() && press.packets() >= ENOUGH;
    }

    private static Optional<Finding> look(CallStream stream, Talk talk) {
        List<Announced> receiver = talk.media().soundOf(stream.toward());
        List<KeyPress> pressed = stream.stream().keys().stream()
                .filter(press -> sure(press)
                        && receiver.stream()
                                .allMatch(
                                        each -> each.format(press.payloadType()).isEmpty())
                        && !otherCodec(press.payloadType(), talk))
                .toList();
        if (pressed.isEmpty()) {
            return Optional.empty();
        }
        List<String> agreed = receiver.stream()
                .flatMap(each -> each.media().formats().stream())
                .filter(WrongKeyNumber::events)
                .map(Sdp.Format::format)
                .distinct()
                .toList();
        KeyPress first = pressed.getFirst();
        Finding.Builder finding = Finding.about(agreed.isEmpty() ? UNASKED : NUMBER, Certainty.LIKELY)
                .proof(stream.receiver().orElseThrow().message())
                .seen(List.of(Sightings.of(stream.stream(), first.begin())))
                .with("speaker", Value.of(stream.stream().source()))
                .with("heard", Value.of(stream.stream().destination()))
                .with("type", Integer.toString(first.payloadType()))
                .with("times", Value.of(pressed.size()));
        return Optional.of((agreed.isEmpty() ? finding : finding.with("agreed", Value.of(agreed))).found());
    }

    /** Whether anybody means something else by a number: then its packets may be that. */
    private static boolean otherCodec(int type, Talk talk) {
        return talk.media().announced().stream()
                .flatMap(each -> each.format(type).stream())
                .anyMatch(format -> !events(format));
    }

    private static boolean events(Sdp.Format format) {
        return format.encoding().equalsIgnoreCase("telephone-event");
    }
}
