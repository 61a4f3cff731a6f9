package org.ringback.diagnosis.rule.unanswered;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Attempt;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;

/** The next hop took the INVITE with a 100, and then neither ringing nor an answer came. */
final class SilenceAfterTrying implements Rule {

    private static final Kind NOTHING_MORE =
            Kind.of("nothing-after-trying", Weight.FAILURE, 3261, "16.8", "receiver", "wait");
    private static final Kind GIVEN_UP =
            Kind.of("canceled-before-ringing", Weight.TROUBLE, 3261, "9.1", "canceler", "receiver", "wait");

    /** So long without ringing, and people hang up because nothing happens. */
    private static final Duration LONG = Duration.ofSeconds(10);

    @Override
    public List<Kind> kinds() {
        return List.of(NOTHING_MORE, GIVEN_UP);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL).andAny(Sign.CANCEL, Sign.OPEN);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        List<Attempt> setup = examined.setup();
        if (setup.isEmpty()) {
            return;
        }
        Attempt attempt = setup.getLast();
        Optional<Message> trying = trying(attempt);
        if (trying.isEmpty()
                || attempt.progress().isPresent()
                || attempt.request().isEmpty()) {
            return;
        }
        Message request = attempt.request().get();
        if (attempt.cancel().isPresent()) {
            givenUp(attempt, request, trying.get()).ifPresent(findings);
        } else if (attempt.finalResponse().isEmpty()
                && nothingFollowed(examined)
                && Elapsed.goesOn(examined, trying.get(), Elapsed.TRANSACTION_TIMEOUT)) {
            findings.accept(Finding.about(NOTHING_MORE, Certainty.LIKELY)
                    .proof(request, trying.get())
                    .with("receiver", Value.of(trying.get().captured().source()))
                    .with("wait", Elapsed.value(examined.watchedAfter(trying.get())))
                    .found());
        }
    }

    /** The 100 of the last hop that took it; nobody behind it is known to have got it. */
    private static Optional<Message> trying(Attempt attempt) {
        return attempt.hops().stream()
                .filter(hop -> !UnansweredInvite.passedOn(hop, attempt))
                .filter(Transaction::responded)
                .flatMap(hop -> hop.responses().stream())
                .filter(response -> response.head().status() == 100)
                .findFirst();
    }

    private static boolean nothingFollowed(Case examined) {
        return examined.messages().stream()
                .noneMatch(message -> message.request("ACK") || message.request("BYE") || message.success());
    }

    private static Optional<Finding> givenUp(Attempt attempt, Message request, Message trying) {
        Message cancel = attempt.cancel().orElseThrow();
        return Elapsed.between(request, cancel)
                .filter(wait -> wait.compareTo(LONG) >= 0)
                .filter(_ -> !attempt.accepted())
                .map(wait -> Finding.about(GIVEN_UP, Certainty.LIKELY)
                        .proof(request, trying, cancel)
                        .with("canceler", Value.of(cancel.captured().source()))
                        .with("receiver", Value.of(trying.captured().source()))
                        .with("wait", Value.of(wait))
                        .found());
    }
}
