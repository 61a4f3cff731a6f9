package org.ringback.diagnosis.rule.refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ringback.call.Attempt;
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

/** A text that was refused or got no response, and was sent again and taken (RFC 3428, 8): it was not lost. */
final class MessageAgain implements Rule {

    private static final Kind REFUSED = Kind.of(
                    "message-refused-then-accepted", Weight.NORMAL, 3428, "8", "refuser", "code", "later")
            .settling();
    private static final Kind UNANSWERED = Kind.of(
                    "message-unanswered-then-accepted", Weight.NORMAL, 3428, "8", "sender", "receiver", "later")
            .settling();

    /** Who keeps what could not be delivered tries again within that. Microseconds. */
    private static final long NEXT = 600_000_000;

    @Override
    public List<Kind> kinds() {
        return List.of(REFUSED, UNANSWERED);
    }

    @Override
    public Needs needs() {
        return Needs.any(Sign.REFUSED, Sign.UNANSWERED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        for (Attempt attempt : examined.attempts("MESSAGE")) {
            Optional<Message> told = attempt.finalResponse();
            if (attempt.request().isEmpty()
                    || told.filter(response -> response.success() || response.challenge())
                            .isPresent()) {
                continue;
            }
            Message end = told.orElseGet(() -> attempt.root().last());
            accepted(attempt.request().get(), end, examined)
                    .map(answer -> found(attempt, told, end, answer, examined))
                    .ifPresent(findings);
        }
    }

    private static Finding found(Attempt attempt, Optional<Message> told, Message end, Message answer, Case examined) {
        List<Message> proof = new ArrayList<>();
        told.ifPresent(proof::add);
        attempt.request().ifPresent(proof::add);
        proof.add(answer);
        Finding.Builder finding = told.isPresent()
                ? Finding.about(REFUSED, Certainty.LIKELY)
                        .with("refuser", Value.of(told.get().captured().source()))
                        .with("code", examined.code(told.get()))
                : Finding.about(UNANSWERED, Certainty.LIKELY)
                        .with("sender", Value.of(attempt.root().client()))
                        .with("receiver", Value.of(attempt.root().server()));
        return finding.proof(proof).with("later", Elapsed.value(end, answer)).found();
    }

    /** How the same text to the same receiver was taken afterwards, under this Call-ID or another. */
    private static Optional<Message> accepted(Message request, Message end, Case examined) {
        String text = text(request);
        if (text.isBlank() || !examined.whole(request) || ofMachine(request) || before(request, text, examined)) {
            return Optional.empty();
        }
        Stream<Message> again = examined.attempts("MESSAGE").stream()
                .filter(attempt -> attempt.request()
                        .filter(next -> Elapsed.between(end, next)
                                        .filter(later -> later.toMillis() <= NEXT / 1000)
                                        .isPresent()
                                && next.head().fromTag().equals(request.head().fromTag())
                                && text(next).equals(text))
                        .isPresent())
                .flatMap(attempt -> attempt.finalResponse().stream());
        Stream<Message> anew = examined.circumstances().begunAfter(end, NEXT).stream()
                .filter(call -> call != examined.call()
                        && call.opening().request("MESSAGE")
                        && call.from().equals(examined.call().from())
                        && call.to().equals(examined.call().to())
                        && text(call.opening()).equals(text))
                .flatMap(call -> call.messages().stream());
        return Stream.concat(again, anew).filter(Message::success).findFirst();
    }

    /** That somebody types, or has read, is told again and again in the same words (RFC 3994, RFC 5438). */
    private static boolean ofMachine(Message request) {
        String type = request.header("Content-Type", "c").orElse("").toLowerCase(Locale.ROOT);
        return type.contains("im-iscomposing") || type.contains("imdn");
    }

    /** Whoever sent the same text before as well says it each time anew, as a sensor does. */
    private static boolean before(Message request, String text, Case examined) {
        boolean inside = examined.attempts("MESSAGE").stream()
                .flatMap(attempt -> attempt.request().stream())
                .anyMatch(other -> other.head().fromTag().equals(request.head().fromTag())
                        && Elapsed.between(other, request).isPresent()
                        && other != request
                        && text(other).equals(text)
                        && accepted(other, examined));
        return inside
                || examined.circumstances().begunAfter(request.time() - NEXT, NEXT).stream()
                        .filter(call -> call != examined.call()
                                && call.start() < request.time()
                                && call.opening().request("MESSAGE")
                                && call.from().equals(examined.call().from())
                                && call.to().equals(examined.call().to())
                                && text(call.opening()).equals(text))
                        .flatMap(call -> call.messages().stream())
                        .anyMatch(Message::success);
    }

    private static boolean accepted(Message request, Case examined) {
        return examined.attempts("MESSAGE").stream()
                .filter(attempt -> attempt.request().filter(request::equals).isPresent())
                .anyMatch(Attempt::accepted);
    }

    private static String text(Message message) {
        return message.lookup().body();
    }
}
