package org.ringback.diagnosis.rule.message;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ringback.call.Message;
import org.ringback.call.Unclear;
import org.ringback.capture.wire.Transport;
import org.ringback.capture.wire.Unusable.Reason;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Whole;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;

/** Parts of a call's own messages that the capture lacks. */
public final class DamagedCapture implements Rule {

    public static final String FRAGMENT = "fragments-missing";

    private static final Kind CUT =
            Kind.of("message-cut", Weight.BLIND, 3261, "18.3").unless("content-length-too-long");
    private static final Kind SEGMENTS = Kind.of("segments-lost", Weight.BLIND, 3261, "18.3");
    private static final Kind FRAGMENTS = Kind.of(FRAGMENT, Weight.BLIND, 3261, "18.1.1");

    @Override
    public List<Kind> kinds() {
        return List.of(CUT, SEGMENTS, FRAGMENTS);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        if (examined.circumstances().unusable().isEmpty() && !bodyMatters(examined)) {
            return;
        }
        // Where no packet is known to be cut, Content-Length may be wrong instead.
        cut(examined)
                .ifPresent(message -> findings.accept(Finding.of(
                        CUT,
                        examined.circumstances().lacks(message.captured(), Reason.CUT_PACKET)
                                ? Certainty.CERTAIN
                                : Certainty.LIKELY,
                        message)));
        Optional<Message> fragment = bodyMatters(examined) ? fragment(examined) : Optional.empty();
        fragment.ifPresent(message -> findings.accept(Finding.of(FRAGMENTS, Certainty.CERTAIN, message)));
        if (clear(examined)) {
            return;
        }
        first(examined, Transport.TCP)
                .filter(_ -> lostDuring(examined, Reason.LOST_SEGMENTS))
                .ifPresent(message -> findings.accept(Finding.of(SEGMENTS, Certainty.POSSIBLE, message)));
        first(examined, Transport.UDP)
                .filter(_ -> fragment.isEmpty() && lostDuring(examined, Reason.MISSING_FRAGMENTS))
                .ifPresent(message -> findings.accept(Finding.of(FRAGMENTS, Certainty.POSSIBLE, message)));
    }

    /** How it went is known, so that nothing is missing that matters. */
    private static boolean clear(Case examined) {
        var outcome = examined.call().outcome();
        return outcome.unclear() == Unclear.NONE && outcome.code() != 0;
    }

    /** A message of which only the first fragment is there. */
    private static Optional<Message> fragment(Case examined) {
        return examined.messages().stream()
                .filter(message -> examined.circumstances().lacks(message.captured(), Reason.MISSING_FRAGMENTS))
                .findFirst();
    }

    private static Optional<Message> cut(Case examined) {
        Stream<Message> cutByCapture = examined.messages().stream()
                .filter(message -> examined.circumstances().lacks(message.captured(), Reason.CUT_PACKET));
        Stream<Message> cutInLog = bodyMatters(examined) ? cutInLog(examined) : Stream.empty();
        return Stream.concat(cutByCapture, cutInLog).findFirst();
    }

    /** Where the call went well nobody asks for what stood in it, and reading all messages in full takes time. */
    private static boolean bodyMatters(Case examined) {
        return examined.call().outcome().failed() || !clear(examined);
    }

    private static Stream<Message> cutInLog(Case examined) {
        return examined.setup().stream()
                .flatMap(attempt -> Stream.concat(attempt.request().stream(), attempt.finalResponse().stream()))
                .filter(message -> !examined.circumstances().lacks(message.captured(), Reason.MISSING_FRAGMENTS))
                .filter(message -> Whole.endsEarly(examined.read(message)));
    }

    private static Optional<Message> first(Case examined, Transport transport) {
        return examined.messages().stream()
                .filter(message -> message.captured().transport() == transport)
                .findFirst();
    }

    private static boolean lostDuring(Case examined, Reason reason) {
        return examined.circumstances().lostDuring(examined.call(), reason);
    }
}
