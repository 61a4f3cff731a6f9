package org.ringback.diagnosis.rule.dialog;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Origins;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;

/** Tags that a response should have and has not, or has changed (RFC 3261, 8.2.6.2 and 12.1.1). */
final class Tags implements Rule {

    private static final Kind MISSING =
            Kind.of("to-tag-missing", Weight.TROUBLE, 3261, "8.2.6.2", "server", "code", "method");
    private static final Kind CHANGED =
            Kind.of("tag-changed", Weight.TROUBLE, 3261, "8.2.6.2", "server", "code", "method", "asked", "told");

    private static final Set<String> MAKE_DIALOGS = Set.of("INVITE", "SUBSCRIBE");

    @Override
    public List<Kind> kinds() {
        return List.of(MISSING, CHANGED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        withoutTag(examined)
                .map(response -> Finding.about(MISSING, Certainty.CERTAIN)
                        .proof(response)
                        .saidBy(Origins.of(response, examined))
                        .with("server", Value.of(response.captured().source()))
                        .with("code", examined.code(response))
                        .with("method", response.head().method())
                        .found())
                .ifPresent(findings);
        for (Transaction transaction : examined.transactions()) {
            Optional<Finding> changed = changed(transaction, examined);
            if (changed.isPresent()) {
                findings.accept(changed.get());
                return;
            }
        }
    }

    private static Optional<Message> withoutTag(Case examined) {
        for (Transaction transaction : examined.transactions()) {
            for (Message message : transaction.messages()) {
                if (!message.head().request() && !message.retransmission() && withoutTag(message, examined)) {
                    return Optional.of(message);
                }
            }
        }
        return Optional.empty();
    }

    /** Elsewhere a missing tag harms nobody. */
    private static boolean withoutTag(Message response, Case examined) {
        int status = response.head().status();
        return status > 100
                && status < 300
                && response.head().toTag().isEmpty()
                && MAKE_DIALOGS.contains(response.head().method())
                && examined.whole(response)
                && examined.read(response).to().filter(to -> to.tag().isEmpty()).isPresent();
    }

    private static Optional<Message> otherTag(Transaction transaction, String tag) {
        for (Message message : transaction.messages()) {
            if (!message.head().request()
                    && !message.retransmission()
                    && message.insideDialog()
                    && !message.head().toTag().equals(tag)) {
                return Optional.of(message);
            }
        }
        return Optional.empty();
    }

    private static Optional<Finding> changed(Transaction transaction, Case examined) {
        Optional<Message> asked = transaction.request().filter(Message::insideDialog);
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        String tag = asked.get().head().toTag();
        return otherTag(transaction, tag)
                .map(response -> Finding.about(CHANGED, Certainty.CERTAIN)
                        .proof(asked.get(), response)
                        .saidBy(Origins.of(response, examined))
                        .with("server", Value.of(response.captured().source()))
                        .with("code", examined.code(response))
                        .with("method", transaction.method())
                        .with("asked", tag)
                        .with("told", response.head().toTag())
                        .found());
    }
}
