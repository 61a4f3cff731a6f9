package org.ringback.diagnosis.rule.dialog;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ringback.call.CallKind;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Origins;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;

/**
 * A request inside a call that was refused, and whose tags are not those that the two sides gave themselves when it was set
 * up: nobody can tell to which call it belongs (RFC 3261, 12.2.1.1).
 */
final class ForeignTags implements Rule {

    private static final Kind MISSING =
            Kind.of("dialog-tag-missing", Weight.TROUBLE, 3261, "12.2.1.1", "method", "sender", "header", "code");
    private static final Kind OTHER = Kind.of(
            "dialog-tag-differs", Weight.TROUBLE, 3261, "12.2.1.1", "method", "sender", "sent", "given", "code");

    /** These have rules of their own, or make dialogs themselves. */
    private static final Set<String> ELSEWHERE = Set.of("ACK", "CANCEL", "PRACK", "SUBSCRIBE", "NOTIFY");

    private record Pair(String from, String to) {

        boolean knows(String tag) {
            return from.equals(tag) || to.equals(tag);
        }
    }

    @Override
    public List<Kind> kinds() {
        return List.of(MISSING, OTHER);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL, Sign.REFUSED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        if (examined.call().kind() != CallKind.CALL) {
            return;
        }
        List<Message> setup = examined.responses(ForeignTags::makesDialog);
        if (setup.isEmpty()) {
            return;
        }
        Set<String> told = new HashSet<>();
        for (Transaction sent : examined.transactions()) {
            if (!ELSEWHERE.contains(sent.method()) && refused(sent) && told.add(sent.method())) {
                sent.request()
                        .flatMap(request -> judge(request, sent, setup, examined))
                        .ifPresent(findings);
            }
        }
    }

    private static boolean makesDialog(Message response) {
        var head = response.head();
        return head.method().equals("INVITE")
                && head.status() > 100
                && head.status() < 300
                && !head.fromTag().isEmpty()
                && response.insideDialog();
    }

    /** A request without a dialog gets these too, so the tags say whether it was meant for one. */
    private static boolean refused(Transaction sent) {
        return sent.finalResponse()
                .filter(told -> told.head().status() == 481
                        || told.head().status() == 400
                        || told.head().status() == 404)
                .isPresent();
    }

    private static Optional<Finding> judge(Message request, Transaction sent, List<Message> setup, Case examined) {
        String from = request.head().fromTag();
        String to = request.head().toTag();
        boolean outside = to.isEmpty() && !sent.method().equals("BYE");
        if (outside || setup.stream().anyMatch(made -> fits(made, from, to))) {
            return Optional.empty();
        }
        Message answer = setup.stream().filter(Message::success).findFirst().orElse(setup.getFirst());
        Message told = sent.finalResponse().orElseThrow();
        if ((from.isEmpty() || to.isEmpty()) && !examined.whole(request)) {
            return Optional.empty();
        }
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.of(about(MISSING, Certainty.CERTAIN, request, told, answer, examined)
                    .with("header", from.isEmpty() && to.isEmpty() ? "From, To" : from.isEmpty() ? "From" : "To")
                    .found());
        }
        // With neither tag known it may belong to a call whose setup was not captured. With one, another phone may have
        // given
        // the other in a response that was not captured either.
        return setup.stream()
                        .anyMatch(made -> pair(made).knows(from) || pair(made).knows(to))
                ? Optional.of(about(OTHER, Certainty.LIKELY, request, told, answer, examined)
                        .with("sent", from + " / " + to)
                        .with("given", written(answer, from, to))
                        .found())
                : Optional.empty();
    }

    private static boolean fits(Message made, String from, String to) {
        Pair pair = pair(made);
        return (pair.from().equals(from) && pair.to().equals(to))
                || (pair.from().equals(to) && pair.to().equals(from));
    }

    private static Pair pair(Message made) {
        return new Pair(made.head().fromTag(), made.head().toTag());
    }

    /** In the order of the request, as far as one of its tags is right. */
    private static String written(Message answer, String from, String to) {
        Pair agreed = pair(answer);
        boolean reversed = agreed.to().equals(from) || agreed.from().equals(to);
        return reversed ? agreed.to() + " / " + agreed.from() : agreed.from() + " / " + agreed.to();
    }

    private static Finding.Builder about(
            Kind kind, Certainty certainty, Message request, Message told, Message answer, Case examined) {
        return Finding.about(kind, certainty)
                .proof(Stream.of(request, told, answer).toList())
                .saidBy(Origins.of(told, examined))
                .with("method", request.head().method())
                .with("sender", Value.of(request.captured().source()))
                .with("code", examined.code(told));
    }
}
