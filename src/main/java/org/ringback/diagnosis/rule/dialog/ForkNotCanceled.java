package org.ringback.diagnosis.rule.dialog;

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

/**
 * A proxy that rings several phones has to cancel the others when one answers (RFC 3261, 16.7 step 10); one that is not
 * canceled rings on.
 */
final class ForkNotCanceled implements Rule {

    private static final Kind RINGS_ON =
            Kind.of("fork-not-canceled", Weight.TROUBLE, 3261, "16.7", "proxy", "phone", "answerer", "span", "code");

    /** A CANCEL takes no time; what ends sooner may have ended by itself. */
    private static final Duration LONG = Duration.ofSeconds(5);

    private static final int RINGING = 180;
    private static final int TERMINATED = 487;

    @Override
    public List<Kind> kinds() {
        return List.of(RINGS_ON);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL, Sign.ANSWERED, Sign.PASSED_ON);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        for (Attempt attempt : examined.setup()) {
            for (Transaction answered : attempt.hops()) {
                Optional<Message> answer = answered.finalResponse().filter(Message::success);
                if (answer.isPresent()) {
                    attempt.hops().stream()
                            .filter(fork -> fork != answered
                                    && fork.client()
                                            .host()
                                            .equals(answered.client().host()))
                            .forEach(fork -> judge(fork, answer.get(), examined).ifPresent(findings));
                }
            }
        }
    }

    private static Optional<Finding> judge(Transaction fork, Message answer, Case examined) {
        Optional<Message> ringing = fork.responses().stream()
                .filter(response -> response.head().status() == RINGING && before(response, answer))
                .findFirst();
        Optional<Message> told = fork.finalResponse()
                .filter(end -> end.head().status() >= 300 && end.head().status() != TERMINATED)
                .filter(end -> Elapsed.between(answer, end)
                        .filter(span -> span.compareTo(LONG) >= 0)
                        .isPresent());
        boolean canceled = fork.canceledBy().isPresent();
        return ringing.isEmpty() || told.isEmpty() || canceled
                ? Optional.empty()
                : Optional.of(Finding.about(RINGS_ON, Certainty.LIKELY)
                        .proof(told.get(), ringing.get(), answer)
                        .with("proxy", Value.of(fork.client()))
                        .with("phone", Value.of(fork.server()))
                        .with("answerer", Value.of(answer.captured().source()))
                        .with("span", Elapsed.value(answer, told.get()))
                        .with("code", examined.code(told.get()))
                        .found());
    }

    private static boolean before(Message one, Message other) {
        return Elapsed.between(one, other).isPresent();
    }
}
