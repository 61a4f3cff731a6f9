package org.ringback.diagnosis.rule.unanswered;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ringback.call.CallKind;
import org.ringback.call.Ending;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.call.Unclear;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Unusable.Reason;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.diagnosis.rule.message.LoneMessage;

/** What of a call lies outside of the capture; only the one thing that explains most. */
final class PartOfCall implements Rule {

    private static final Kind ONLY_REQUESTS = Kind.of("only-requests-captured", Weight.BLIND, 3261, "18.2.2");
    private static final Kind ONLY_RESPONSES = Kind.of("only-responses-captured", Weight.BLIND, 3261, "18.2.2");
    private static final Kind ONE_DIRECTION = Kind.of("one-direction-captured", Weight.BLIND, 3261, "18.2.2", "host");
    private static final Kind BEGAN = Kind.of("capture-began-inside", Weight.BLIND, 3261, "12.2");
    private static final Kind ENDED_IN_SETUP = Kind.of("capture-ended-in-setup", Weight.BLIND, 3261, "13.2.2", "wait")
            .unless(
                    "invite-unanswered-udp",
                    "invite-unanswered-tcp",
                    "invite-unanswered",
                    "response-not-captured",
                    "nothing-after-trying",
                    "too-large-for-udp")
            .unless(Undelivered.OUTSIDE)
            .unless(ConnectionLost.IDS);
    private static final Kind BRANCH_OPEN =
            Kind.of("capture-ended-branch-open", Weight.BLIND, 3261, "16.7", "wait", "open", "refused", "code");
    private static final Kind ENDED_IN_CALL = Kind.of("capture-ended-in-call", Weight.BLIND, 3261, "15");
    private static final Kind NO_FINAL = Kind.of("final-response-not-captured", Weight.BLIND, 3261, "17.1.1.2");

    private static final Kind BEGINNING =
            Kind.of("only-beginning-examined", Weight.BLIND, 3261, "8.1.1.4", "all", "examined");

    /** Why messages may be in a file and cannot be read. */
    private static final Set<Reason> MISSED =
            Set.of(Reason.CUT_PACKET, Reason.LOST_SEGMENTS, Reason.MISSING_FRAGMENTS, Reason.UNFINISHED_MESSAGE);

    /** With fewer messages one direction is all there was. */
    private static final int ENOUGH = 3;

    @Override
    public List<Kind> kinds() {
        return List.of(
                ONLY_REQUESTS,
                ONLY_RESPONSES,
                ONE_DIRECTION,
                BEGAN,
                ENDED_IN_SETUP,
                BRANCH_OPEN,
                ENDED_IN_CALL,
                NO_FINAL,
                BEGINNING);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        if (examined.captured() > Case.MOST_MESSAGES) {
            findings.accept(Finding.about(BEGINNING, Certainty.CERTAIN)
                    .proof(examined.messages().getLast())
                    .with("all", Value.of(examined.captured()))
                    .with("examined", Value.of(Case.MOST_MESSAGES))
                    .found());
            return;
        }
        if (!LoneMessage.explains(examined)) {
            direction(examined).or(() -> limits(examined)).ifPresent(findings);
        }
    }

    private static Optional<Finding> direction(Case examined) {
        List<Message> messages = examined.messages();
        boolean requests = false;
        boolean responses = false;
        for (Message message : messages) {
            requests |= message.head().request();
            responses |= message.head().status() >= 100;
        }
        if (responses && !requests) {
            return Optional.of(Finding.of(ONLY_RESPONSES, Certainty.CERTAIN, messages.getFirst()));
        }
        if (requests && !responses) {
            // Nobody knows the other side's tag without a response.
            return messages.stream()
                    .filter(message -> message.head().request() && message.insideDialog())
                    .findFirst()
                    .map(message -> Finding.of(ONLY_REQUESTS, Certainty.CERTAIN, message));
        }
        Optional<Endpoint> alone = alone(messages, Captured::source).or(() -> alone(messages, Captured::destination));
        return alone.filter(_ -> messages.size() >= ENOUGH)
                .map(host -> Finding.about(ONE_DIRECTION, Certainty.LIKELY)
                        .proof(messages.getFirst())
                        .with("host", host.port() == 0 ? host.host() : host.text())
                        .found());
    }

    /** The host from which, or to which, every message went. */
    private static Optional<Endpoint> alone(List<Message> messages, Function<Captured, Endpoint> end) {
        Endpoint first = end.apply(messages.getFirst().captured());
        for (Message message : messages) {
            if (!end.apply(message.captured()).host().equals(first.host())) {
                return Optional.empty();
            }
        }
        return first.host().isEmpty() || loops(messages) ? Optional.empty() : Optional.of(first);
    }

    /** Two programs on one machine talk to each other over one address. */
    private static boolean loops(List<Message> messages) {
        return messages.stream()
                .map(Message::captured)
                .anyMatch(captured ->
                        captured.source().host().equals(captured.destination().host()));
    }

    private static Optional<Finding> limits(Case examined) {
        if (examined.call().kind() != CallKind.CALL) {
            return Optional.empty();
        }
        var outcome = examined.call().outcome();
        Message opening = examined.call().opening();
        Message last = examined.call().messages().getLast();
        if (outcome.ending() == Ending.BEGAN_BEFORE_CAPTURE) {
            return Optional.of(Finding.of(
                    BEGAN, Certainty.CERTAIN, examined.call().messages().getFirst()));
        }
        if (outcome.unclear() == Unclear.FINAL_RESPONSE_NOT_CAPTURED) {
            return Optional.of(Finding.of(NO_FINAL, Certainty.LIKELY, opening, last));
        }
        if (outcome.ending() != Ending.STILL_RUNNING) {
            return Optional.empty();
        }
        Optional<Message> answer =
                examined.messages().stream().filter(Message::success).findFirst();
        boolean answered = outcome.code() >= 200 || answer.isPresent();
        // What could not be read since may be its end.
        Message since = answer.orElse(opening);
        Certainty seen =
                MISSED.stream().anyMatch(reason -> examined.circumstances().lostAfter(since.captured(), reason))
                        ? Certainty.POSSIBLE
                        : Certainty.CERTAIN;
        if (answered) {
            return Optional.of(Finding.of(ENDED_IN_CALL, seen, last));
        }
        Value wait = Elapsed.value(examined.watchedAfter(opening));
        return branchOpen(examined, seen, wait)
                .or(() -> Optional.of(Finding.about(ENDED_IN_SETUP, seen)
                        .proof(opening)
                        .with("wait", wait)
                        .found()));
    }

    /** A proxy waits for all branches (RFC 3261, 16.7 step 5), so that the refusal of one is no end of the call. */
    private static Optional<Finding> branchOpen(Case examined, Certainty seen, Value wait) {
        if (examined.setup().isEmpty()) {
            return Optional.empty();
        }
        List<Transaction> hops = examined.setup().getLast().hops();
        Optional<Message> refusal = hops.stream()
                .flatMap(hop -> hop.finalResponse().stream())
                .filter(told -> told.head().status() >= 300 && !told.challenge())
                .reduce((_, later) -> later);
        List<Message> order = examined.messages();
        // One that was tried after the refusal was not tried at once with it.
        Optional<Message> progress = hops.stream()
                .filter(hop -> hop.finalResponse().isEmpty()
                        && refusal.filter(told -> order.indexOf(hop.first()) < order.indexOf(told))
                                .isPresent())
                .flatMap(hop -> hop.responses().stream())
                .filter(told -> told.provisional() && told.head().status() > 100)
                .findFirst();
        return refusal.flatMap(told -> progress.map(open -> Finding.about(BRANCH_OPEN, seen)
                .proof(open, told)
                .with("wait", wait)
                .with("open", Value.of(open.captured().source()))
                .with("refused", Value.of(told.captured().source()))
                .with("code", examined.code(told))
                .found()));
    }
}
