package org.ringback.diagnosis.rule.registration;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Attempt;
import org.ringback.call.Call;
import org.ringback.call.Expiry;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Origins;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.evidence.Whole;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;

/** A 423 that the sender did not heed, or could not (RFC 3261, 10.2.8 and 10.3 step 7). */
final class BriefInterval implements Rule {

    private static final Kind IGNORED = Kind.of(
            "min-expires-ignored", Weight.FAILURE, 3261, "10.2.8", "method", "asked", "least", "client", "server");
    private static final Kind MISSING =
            Kind.of("min-expires-missing", Weight.FAILURE, 3261, "21.4.17", "method", "server");

    @Override
    public List<Kind> kinds() {
        return List.of(IGNORED, MISSING);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.REFUSED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        if (examined.responses(response -> response.head().status() == 423).isEmpty()) {
            return;
        }
        List<Attempt> attempts = examined.attempts();
        for (int i = 0; i < attempts.size(); i++) {
            Optional<Message> told = attempts.get(i)
                    .finalResponse()
                    .filter(response -> response.head().status() == 423);
            if (told.isPresent()) {
                Optional<Finding> found = explain(attempts.subList(i, attempts.size()), told.get(), examined);
                if (found.isPresent()) {
                    findings.accept(found.get());
                    return;
                }
            }
        }
    }

    private static Optional<Finding> explain(List<Attempt> fromHere, Message told, Case examined) {
        Attempt refused = fromHere.getFirst();
        Optional<Attempt> next = fromHere.stream()
                .skip(1)
                .filter(one -> one.root().method().equals(refused.root().method())
                        && one.root()
                                .client()
                                .host()
                                .equals(refused.root().client().host()))
                .findFirst();
        Optional<Long> least = examined.read(told).header("Min-Expires").flatMap(header -> seconds(header.value()));
        if (least.isEmpty()) {
            boolean went = next.flatMap(Attempt::finalResponse)
                    .filter(Message::success)
                    .isPresent();
            return went || !examined.whole(told)
                    ? Optional.empty()
                    : Optional.of(Finding.about(MISSING, Whole.lacking(told))
                            .proof(told)
                            .saidBy(Origins.of(told, examined))
                            .with("method", told.head().method())
                            .with("server", Value.of(told.captured().source()))
                            .found());
        }
        boolean accepted = fromHere.stream()
                .anyMatch(later -> later.root().method().equals(refused.root().method()) && later.accepted());
        return next.flatMap(Attempt::request)
                .or(() -> next.isPresent() ? Optional.empty() : anew(refused, told, examined))
                .filter(_ -> !accepted)
                .flatMap(again -> Expiry.of(again)
                        .filter(asked -> asked > 0 && asked < least.get())
                        .map(asked -> Finding.about(IGNORED, next.isPresent() ? Certainty.CERTAIN : Certainty.LIKELY)
                                .proof(told, again)
                                .saidBy(Origins.of(told, examined))
                                .with("method", told.head().method())
                                .with("asked", Value.of(asked))
                                .with("least", Value.of(least.get()))
                                .with("client", Value.of(again.captured().source()))
                                .with("server", Value.of(told.captured().source()))
                                .found()));
    }

    /** The next try under another Call-ID, maybe by another device of the same user; nothing if any of them was accepted. */
    private static Optional<Message> anew(Attempt refused, Message told, Case examined) {
        Call own = examined.call();
        List<Call> later = examined
                .circumstances()
                .openedBetween(
                        refused.root().client().host(), refused.root().server().host(), told.time())
                .stream()
                .filter(call -> call != own
                        && call.opening().request(refused.root().method())
                        && call.from().equals(own.from())
                        && call.to().equals(own.to()))
                .toList();
        boolean accepted =
                later.stream().flatMap(call -> call.messages().stream()).anyMatch(Message::success);
        return accepted ? Optional.empty() : later.stream().map(Call::opening).findFirst();
    }

    private static Optional<Long> seconds(String text) {
        return text.matches("\\d{1,10}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
