package org.ringback.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ringback.call.Attempt;
import org.ringback.call.Message;
import org.ringback.call.Transaction;

/** A request inside a call, or a CANCEL, that is answered 481: the other side does not know what it is about. */
final class UnknownCall implements Rule {

    private static final Kind BYE = Kind.of("bye-unknown-call", Weight.TROUBLE, 3261, "15.1.2", "refuser");
    private static final Kind CROSSED = Kind.of("byes-crossed", Weight.NORMAL, 3261, "15.1.2", "refuser");
    private static final Kind NOTIFY =
            Kind.of("notify-unknown-subscription", Weight.TROUBLE, 6665, "4.1.3", "refuser", "sender");
    private static final Kind CALL = Kind.of("call-unknown", Weight.FAILURE, 3261, "12.2.1.2", "refuser", "method");
    private static final Kind CANCEL = Kind.of("cancel-unknown", Weight.TROUBLE, 3261, "9.2", "refuser");
    private static final Kind OTHER_BRANCH =
            Kind.of("cancel-other-branch", Weight.TROUBLE, 3261, "9.1", "canceler", "invite", "cancel");

    private static final int UNKNOWN = 481;

    /** A 481 to a PRACK means that there is nothing left to acknowledge (RFC 3262, 3), not that the call is unknown. */
    private static final Set<String> INSIDE = Set.of("INVITE", "UPDATE", "INFO", "REFER", "MESSAGE", "SUBSCRIBE");

    @Override
    public List<Kind> kinds() {
        return List.of(BYE, CROSSED, NOTIFY, CALL, CANCEL, OTHER_BRANCH);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        boolean any = examined.messages().stream().anyMatch(message -> message.head().status() == UNKNOWN);
        if (!any) {
            return;
        }
        unknown("BYE", examined).forEach(attempt -> findings.accept(bye(attempt, examined)));
        unknown("NOTIFY", examined).forEach(attempt -> findings.accept(about(NOTIFY, attempt, examined)
                .with("sender", Value.of(attempt.root().client()))
                .found()));
        for (String method : INSIDE) {
            unknown(method, examined).stream()
                    .filter(attempt -> attempt.request().filter(Message::insideDialog).isPresent())
                    .filter(attempt -> !overBefore(attempt, examined))
                    .forEach(attempt -> findings.accept(
                            about(CALL, attempt, examined).with("method", method).found()));
        }
        for (Attempt invite : examined.attempts("INVITE")) {
            invite.hops().forEach(hop -> cancel(hop, examined).ifPresent(findings));
        }
    }

    private static List<Attempt> unknown(String method, Case examined) {
        return examined.attempts(method).stream()
                .filter(attempt -> attempt.finalResponse()
                        .filter(told -> told.head().status() == UNKNOWN)
                        .isPresent())
                .toList();
    }

    private static Finding.Builder about(Kind kind, Attempt attempt, Case examined) {
        Message response = attempt.finalResponse().orElseThrow();
        Origin origin = Origin.of(response, examined);
        return Finding.about(kind, Certainty.CERTAIN)
                .proof(attempt.request().map(request -> List.of(response, request)).orElse(List.of(response)))
                .saidBy(origin)
                .with("refuser", Value.of(origin.firstSaidBy()));
    }

    /** Both hung up at the same time, or one of them twice: the call was over before. */
    private static Finding bye(Attempt refused, Case examined) {
        boolean crossed = examined.attempts("BYE").stream()
                .anyMatch(other -> other != refused
                        && sameDialog(other.root().first(), refused.root().first())
                        && (Elapsed.between(other.root().first(), refused.finalResponse().orElseThrow()).isPresent()
                                || !other.finalResponse().equals(refused.finalResponse())));
        return about(crossed ? CROSSED : BYE, refused, examined).found();
    }

    private static boolean sameDialog(Message one, Message other) {
        var first = one.head();
        var second = other.head();
        return (first.fromTag().equals(second.fromTag()) && first.toTag().equals(second.toTag()))
                || (first.fromTag().equals(second.toTag()) && first.toTag().equals(second.fromTag()));
    }

    /** Whether a BYE had ended the call when the request was answered. */
    private static boolean overBefore(Attempt refused, Case examined) {
        List<Message> messages = examined.messages();
        int answered = messages.indexOf(refused.finalResponse().orElseThrow());
        return messages.stream().limit(Math.max(answered, 0)).anyMatch(message -> message.request("BYE"));
    }

    private static Optional<Finding> cancel(Transaction invite, Case examined) {
        Optional<Message> refused = invite.canceledBy()
                .flatMap(Transaction::finalResponse)
                .filter(told -> told.head().status() == UNKNOWN);
        Optional<Message> cancel = invite.canceledBy().flatMap(Transaction::request);
        if (refused.isEmpty() || cancel.isEmpty() || finishedBefore(invite, refused.get(), examined)) {
            return Optional.empty();
        }
        Optional<Message> request = invite.request();
        if (request.isPresent() && !request.get().head().branch().equals(cancel.get().head().branch())) {
            return Optional.of(Finding.about(OTHER_BRANCH, Certainty.CERTAIN)
                    .proof(cancel.get(), request.get(), refused.get())
                    .with("canceler", Value.of(cancel.get().captured().source()))
                    .with("invite", request.get().head().branch())
                    .with("cancel", cancel.get().head().branch())
                    .found());
        }
        Origin origin = Origin.of(refused.get(), examined);
        return Optional.of(Finding.about(CANCEL, Certainty.CERTAIN)
                .proof(refused.get(), cancel.get())
                .saidBy(origin)
                .with("refuser", Value.of(origin.firstSaidBy()))
                .found());
    }

    /** Once the INVITE has its final response there is nothing left to cancel (9.2): a 481 is as good as a 200 then. */
    private static boolean finishedBefore(Transaction invite, Message refused, Case examined) {
        List<Message> messages = examined.messages();
        return invite.finalResponse()
                .filter(told -> messages.indexOf(told) < messages.indexOf(refused))
                .isPresent();
    }
}
