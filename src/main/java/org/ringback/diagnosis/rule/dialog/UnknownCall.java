package org.ringback.diagnosis.rule.dialog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

/** A request inside a call that is answered 481: the other side does not know the call. */
final class UnknownCall implements Rule {

    private static final Kind BYE = Kind.of("bye-unknown-call", Weight.TROUBLE, 3261, "15.1.2", "refuser")
            .unless("dialog-tag-missing", "dialog-tag-differs");
    private static final Kind CROSSED = Kind.of("byes-crossed", Weight.NORMAL, 3261, "15.1.2", "refuser");
    private static final Kind CALL = Kind.of("call-unknown", Weight.FAILURE, 3261, "12.2.1.2", "refuser", "method")
            .unless("dialog-tag-missing", "dialog-tag-differs");

    private static final int UNKNOWN = 481;

    /** Requests that cross are on their way at the same time; repetitions are up to 4 s apart (RFC 3261, 17.1.2.2). */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(5);

    /** A 481 to a PRACK means that there is nothing left to acknowledge (RFC 3262, 3), not that the call is unknown. */
    private static final Set<String> INSIDE = Set.of("INVITE", "UPDATE", "INFO", "REFER", "MESSAGE");

    @Override
    public List<Kind> kinds() {
        return List.of(BYE, CROSSED, CALL);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.REFUSED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        boolean any =
                examined.messages().stream().anyMatch(message -> message.head().status() == UNKNOWN);
        if (!any) {
            return;
        }
        unknown("BYE", examined).forEach(attempt -> findings.accept(bye(attempt, examined)));
        for (String method : INSIDE) {
            unknown(method, examined).stream()
                    .filter(attempt ->
                            attempt.request().filter(Message::insideDialog).isPresent())
                    .filter(attempt -> !overBefore(attempt, examined) && !knownLater(attempt, examined))
                    .forEach(attempt -> findings.accept(about(CALL, attempt, examined)
                            .with("method", method)
                            .found()));
        }
    }

    /** The requests of a method that were answered so. */
    static List<Attempt> unknown(String method, Case examined) {
        return examined.attempts(method).stream()
                .filter(attempt -> attempt.finalResponse()
                        .filter(told -> told.head().status() == UNKNOWN)
                        .isPresent())
                .toList();
    }

    static Stream<Message> before(Attempt refused, Case examined) {
        List<Message> messages = examined.messages();
        int answered = messages.indexOf(refused.finalResponse().orElseThrow());
        return messages.stream().limit(Math.max(answered, 0));
    }

    private static Finding.Builder about(Kind kind, Attempt attempt, Case examined) {
        return about(kind, Certainty.CERTAIN, attempt, List.of(), examined);
    }

    /** About the refusal, with what proves more behind it. */
    static Finding.Builder about(Kind kind, Certainty certainty, Attempt attempt, List<Message> more, Case examined) {
        Message response = attempt.finalResponse().orElseThrow();
        Origin origin = Origins.of(response, examined);
        List<Message> proof = new ArrayList<>(List.of(response));
        attempt.request().ifPresent(proof::add);
        proof.addAll(more);
        return Finding.about(kind, certainty)
                .proof(proof)
                .saidBy(origin)
                .with("refuser", Value.of(origin.firstSaidBy()));
    }

    /** Both hung up at the same time, or one of them twice: the call was over before. */
    private static Finding bye(Attempt refused, Case examined) {
        boolean crossed = examined.attempts("BYE").stream()
                .anyMatch(other -> other != refused
                        && !unheard(other, refused)
                        && sameDialog(other.root().first(), refused.root().first())
                        && (Elapsed.between(
                                                other.root().first(),
                                                refused.finalResponse().orElseThrow())
                                        .isPresent()
                                || !other.finalResponse().equals(refused.finalResponse())));
        return about(crossed ? CROSSED : BYE, refused, examined).found();
    }

    /** Whether a BYE got no answer, and the other one began when its last copy was gone: then nobody heard it. */
    private static boolean unheard(Attempt other, Attempt refused) {
        return !other.responded()
                && Elapsed.between(other.root().last(), refused.root().first())
                        .filter(passed -> passed.compareTo(ON_THE_WAY) > 0)
                        .isPresent();
    }

    private static boolean sameDialog(Message one, Message other) {
        var first = one.head();
        var second = other.head();
        return (first.fromTag().equals(second.fromTag()) && first.toTag().equals(second.toTag()))
                || (first.fromTag().equals(second.toTag()) && first.toTag().equals(second.fromTag()));
    }

    /**
     * Whether who said so is seen in the same call afterwards: then it refused something else than the call, as some do with a
     * request that they cannot use.
     */
    static boolean knownLater(Attempt refused, Case examined) {
        Message told = refused.finalResponse().orElseThrow();
        if (told.head().status() != UNKNOWN || !INSIDE.contains(refused.root().method())) {
            return false;
        }
        boolean known = false;
        for (Message message : examined.messages().reversed()) {
            if (message == told) {
                return known;
            }
            known = known || knows(message, told);
        }
        return false;
    }

    /** Whether who refused one request answers another, or asks something in the same dialog. */
    private static boolean knows(Message message, Message refusal) {
        return (message.success()
                        || (message.head().request()
                                && message.head()
                                        .fromTag()
                                        .equals(refusal.head().toTag())))
                && message.captured()
                        .source()
                        .host()
                        .equals(refusal.captured().source().host())
                && sameDialog(message, refusal);
    }

    /** Whether a BYE had ended the call when the request was answered. */
    static boolean overBefore(Attempt refused, Case examined) {
        return before(refused, examined).anyMatch(message -> message.request("BYE"));
    }
}
