package org.ringback.diagnosis.rule.dialog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ringback.call.Attempt;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Origins;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Origin;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;

/** Both sides changed the call at the same moment: 491, and whoever got it tries again a little later (RFC 3261, 14.1). */
final class Glare implements Rule {

    private static final Kind RETRIED = Kind.of("glare-retried", Weight.NORMAL, 3261, "14.1", "refuser", "sender");
    private static final Kind NOT_RETRIED =
            Kind.of("glare-not-retried", Weight.TROUBLE, 3261, "14.1", "refuser", "sender", "method");

    private static final Kind NEVER_SETTLED =
            Kind.of("glare-never-settled", Weight.TROUBLE, 3261, "14.1", "refuser", "sender", "times");

    private static final int PENDING = 491;

    /** The owner of the Call-ID waits 2.1 to 4 seconds, the other side up to 2; and then the way there. */
    private static final Duration RETRY = Duration.ofSeconds(6);

    @Override
    public List<Kind> kinds() {
        return List.of(RETRIED, NOT_RETRIED, NEVER_SETTLED);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.REFUSED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        boolean any =
                examined.messages().stream().anyMatch(message -> message.head().status() == PENDING);
        if (!any) {
            return;
        }
        List<Attempt> changes = Stream.concat(
                        examined.attempts("INVITE").stream(), examined.attempts("UPDATE").stream())
                .toList();
        Set<String> told = new HashSet<>();
        for (Attempt attempt : changes) {
            List<Attempt> lost = pending(attempt) ? inVain(attempt, changes) : List.of();
            if (!lost.isEmpty() && told.add(attempt.root().first().head().fromTag())) {
                findings.accept(neverSettled(lost, examined));
            }
        }
        changes.stream()
                .filter(attempt -> pending(attempt) && inVain(attempt, changes).isEmpty())
                .flatMap(attempt -> judge(attempt, changes, examined).stream())
                .forEach(findings);
    }

    private static boolean pending(Attempt attempt) {
        return attempt.request().filter(Message::insideDialog).isPresent()
                && attempt.finalResponse()
                        .filter(told -> told.head().status() == PENDING)
                        .isPresent();
    }

    /** All tries of one side, if each was refused as the first one was, and there is more than one. */
    private static List<Attempt> inVain(Attempt attempt, List<Attempt> changes) {
        var head = attempt.root().first().head();
        List<Attempt> own = changes.stream()
                .filter(next -> next.request().filter(Message::insideDialog).isPresent()
                        && next.root().first().head().fromTag().equals(head.fromTag()))
                .dropWhile(next -> !pending(next))
                .toList();
        return own.size() > 1 && own.stream().allMatch(Glare::pending) ? own : List.of();
    }

    /** That the last one was the last is only seen where the capture went on. */
    private static Finding neverSettled(List<Attempt> lost, Case examined) {
        List<Message> proof = new ArrayList<>();
        lost.forEach(attempt -> {
            proof.add(attempt.finalResponse().orElseThrow());
            attempt.request().ifPresent(proof::add);
        });
        return about(NEVER_SETTLED, Certainty.LIKELY, lost.getFirst(), examined)
                .proof(proof)
                .with("times", Value.of(lost.size()))
                .found();
    }

    private static Optional<Finding> judge(Attempt attempt, List<Attempt> changes, Case examined) {
        Message response = attempt.finalResponse().orElseThrow();
        var head = attempt.root().first().head();
        Optional<Message> retry = changes.stream()
                .filter(next -> next.root().first().head().fromTag().equals(head.fromTag())
                        && next.root().first().head().cseq() > head.cseq())
                .flatMap(next -> next.request().stream())
                .findFirst();
        if (retry.isPresent()) {
            boolean seen = changes.stream().anyMatch(other -> crossed(attempt, other));
            return Optional.of(about(RETRIED, seen ? Certainty.CERTAIN : Certainty.LIKELY, attempt, examined)
                    .proof(response, retry.get())
                    .found());
        }
        boolean over = examined.requests("BYE").stream()
                .anyMatch(bye -> Elapsed.between(response, bye)
                        .filter(time -> time.compareTo(RETRY) < 0)
                        .isPresent());
        // Where the other side's change got through, this one may be of no use any more.
        boolean settled = changes.stream()
                .filter(next -> next.request()
                        .flatMap(request -> Elapsed.between(response, request))
                        .filter(time -> !time.isZero())
                        .isPresent())
                .anyMatch(Attempt::accepted);
        return over || settled || !Elapsed.goesOn(examined, response, RETRY)
                ? Optional.empty()
                : Optional.of(about(NOT_RETRIED, Certainty.LIKELY, attempt, examined)
                        .proof(response, attempt.request().orElseThrow())
                        .with("method", attempt.root().method())
                        .found());
    }

    /** Whether the other side asked for a change as well, which was not settled when this one was refused. */
    private static boolean crossed(Attempt attempt, Attempt other) {
        Message refused = attempt.finalResponse().orElseThrow();
        return attempt.root()
                        .first()
                        .head()
                        .fromTag()
                        .equals(other.root().first().head().toTag())
                && Elapsed.between(other.root().first(), refused).isPresent()
                && other.finalResponse()
                        .filter(told -> Elapsed.between(told, attempt.root().first())
                                .filter(time -> !time.isZero())
                                .isPresent())
                        .isEmpty();
    }

    private static Finding.Builder about(Kind kind, Certainty certainty, Attempt attempt, Case examined) {
        Origin origin = Origins.of(attempt.finalResponse().orElseThrow(), examined);
        return Finding.about(kind, certainty)
                .saidBy(origin)
                .with("refuser", Value.of(origin.firstSaidBy()))
                .with("sender", Value.of(attempt.root().client()));
    }
}
