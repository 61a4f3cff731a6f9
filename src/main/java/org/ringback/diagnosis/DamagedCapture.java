package org.ringback.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ringback.call.Message;
import org.ringback.call.Unclear;
import org.ringback.capture.Transport;
import org.ringback.capture.Unusable.Reason;
import org.ringback.sip.Fault;

/** Parts of a call's own messages that the capture lacks. */
final class DamagedCapture implements Rule {

    private static final Kind CUT = Kind.of("message-cut", Weight.BLIND, 3261, "18.3");
    private static final Kind SEGMENTS = Kind.of("segments-lost", Weight.BLIND, 3261, "18.3");
    private static final Kind FRAGMENTS = Kind.of("fragments-missing", Weight.BLIND, 3261, "18.1.1");

    @Override
    public List<Kind> kinds() {
        return List.of(CUT, SEGMENTS, FRAGMENTS);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        cut(examined).ifPresent(message -> findings.accept(Finding.of(CUT, Certainty.CERTAIN, message)));
        if (clear(examined)) {
            return;
        }
        first(examined, Transport.TCP)
                .filter(_ -> lostDuring(examined, Reason.LOST_SEGMENTS))
                .ifPresent(message -> findings.accept(Finding.of(SEGMENTS, Certainty.POSSIBLE, message)));
        first(examined, Transport.UDP)
                .filter(_ -> lostDuring(examined, Reason.MISSING_FRAGMENTS))
                .ifPresent(message -> findings.accept(Finding.of(FRAGMENTS, Certainty.POSSIBLE, message)));
    }

    /** How it went is known, so that nothing is missing that matters. */
    private static boolean clear(Case examined) {
        var outcome = examined.call().outcome();
        return outcome.unclear() == Unclear.NONE && outcome.code() != 0;
    }

    private static Optional<Message> cut(Case examined) {
        Stream<Message> cutByCapture = examined.messages().stream()
                .filter(message -> examined.circumstances().lacks(message.captured(), Reason.CUT_PACKET));
        // Only in these does a body decide what can be said.
        Stream<Message> cutInLog = examined.setup().stream()
                .flatMap(attempt -> Stream.concat(attempt.request().stream(), attempt.finalResponse().stream()))
                .filter(message -> examined.read(message).doubts().stream()
                        .anyMatch(doubt -> doubt.fault() == Fault.CUT_BODY));
        return Stream.concat(cutByCapture, cutInLog).findFirst();
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
