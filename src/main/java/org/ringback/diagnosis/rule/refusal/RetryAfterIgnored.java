package org.ringback.diagnosis.rule.refusal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ringback.call.Attempt;
import org.ringback.call.Call;
import org.ringback.call.Message;
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
import org.ringback.sip.RetryAfter;

/** A refusal that says when to come back, and the next request of the same kind came sooner (RFC 3261, 20.33). */
final class RetryAfterIgnored implements Rule {

    private static final Kind IGNORED = Kind.of(
            "retry-after-ignored", Weight.TROUBLE, 3261, "20.33", "sender", "refuser", "code", "asked", "waited");

    /** More than a day is meant to say never. */
    private static final long LONGEST = 86_400;

    /** Where it says when the callee may be there again (RFC 3261, 20.33): whoever dials sooner does no harm. */
    private static final Set<Integer> OF_CALLEE = Set.of(404, 413, 480, 486, 600, 603);

    @Override
    public List<Kind> kinds() {
        return List.of(IGNORED);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.REFUSED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        String method = examined.call().method();
        for (Attempt attempt : examined.attempts(method)) {
            Optional<Message> refused = attempt.finalResponse()
                    .filter(told -> told.head().status() >= 300 && !told.challenge())
                    .filter(told -> !method.equals("INVITE")
                            || !OF_CALLEE.contains(told.head().status()))
                    .filter(told -> told.captured()
                            .destination()
                            .host()
                            .equals(attempt.root().client().host()));
            if (refused.isPresent()) {
                Optional<Duration> asked = asked(refused.get(), examined);
                Optional<Finding> finding = asked.flatMap(wait -> judge(attempt, refused.get(), wait, examined));
                if (finding.isPresent()) {
                    findings.accept(finding.get());
                    return;
                }
            }
        }
    }

    private static Optional<Duration> asked(Message refused, Case examined) {
        return examined.read(refused)
                .retryAfter()
                .map(RetryAfter::seconds)
                .filter(seconds -> seconds > 0 && seconds <= LONGEST)
                .map(Duration::ofSeconds);
    }

    private static Optional<Finding> judge(Attempt attempt, Message refused, Duration asked, Case examined) {
        return next(attempt, refused, examined)
                .flatMap(next -> Elapsed.between(refused, next)
                        .filter(waited -> waited.compareTo(asked) < 0)
                        .map(waited -> Finding.about(IGNORED, certainty(attempt))
                                .proof(refused, next)
                                .with("sender", Value.of(attempt.root().client()))
                                .with("refuser", Value.of(refused.captured().source()))
                                .with("code", examined.code(refused))
                                .with("asked", Value.of(asked))
                                .with("waited", Value.of(waited))
                                .found()));
    }

    /** A log that names no other side does not show either whether another server was asked. */
    private static Certainty certainty(Attempt attempt) {
        return attempt.root().server().host().isEmpty() ? Certainty.POSSIBLE : Certainty.CERTAIN;
    }

    /**
     * The next request of the method from the same sender to the same server for the same callee, in whichever call. Only with
     * a 503 the whole server is to be left alone (RFC 3261, 21.5.4); else another user of the same PBX may try.
     */
    private static Optional<Message> next(Attempt attempt, Message refused, Case examined) {
        String method = attempt.root().method();
        Stream<Message> here = examined.requests(method).stream();
        Stream<Message> elsewhere = examined
                .circumstances()
                .openedBetween(
                        attempt.root().client().host(), attempt.root().server().host(), refused.time())
                .stream()
                .filter(call -> call != examined.call()
                        && call.method().equals(method)
                        && call.to().equals(examined.call().to())
                        && (refused.head().status() == 503
                                || call.from().equals(examined.call().from())))
                .map(Call::opening);
        return Stream.concat(here, elsewhere)
                .filter(message -> message.request(method) && !message.insideDialog())
                .filter(message -> message.captured()
                                .source()
                                .host()
                                .equals(attempt.root().client().host())
                        && message.captured()
                                .destination()
                                .host()
                                .equals(attempt.root().server().host()))
                .filter(message -> message.time() > refused.time())
                .min((one, other) -> Long.compare(one.time(), other.time()));
    }
}
