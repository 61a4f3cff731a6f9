package org.ringback.diagnosis.rule;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Attempt;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Origins;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Origin;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;

/** 420 and 421: one side needs an extension that the other one lacks (RFC 3261, 8.2.2.3, 21.4.15 and 21.4.16). */
final class ExtensionRefused implements Rule {

    private static final Kind PRACK_UNKNOWN = Kind.of("100rel-refused", Weight.FAILURE, 3262, "4", "refuser", "asker");
    private static final Kind UNKNOWN =
            Kind.of("extension-refused", Weight.FAILURE, 3261, "21.4.15", "refuser", "asker", "extension", "method");
    private static final Kind PRACK_NEEDED = Kind.of("100rel-required", Weight.FAILURE, 3262, "3", "refuser", "asker");
    private static final Kind NEEDED =
            Kind.of("extension-required", Weight.FAILURE, 3261, "21.4.16", "refuser", "asker", "extension", "method");
    private static final Kind AGREED_LATER =
            Kind.of("extension-agreed-later", Weight.NORMAL, 3261, "8.1.3.5", "code", "refuser", "extension");

    @Override
    public List<Kind> kinds() {
        return List.of(PRACK_UNKNOWN, UNKNOWN, PRACK_NEEDED, NEEDED, AGREED_LATER);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        List<Message> refusals = examined.responses(
                response -> response.head().status() == 420 || response.head().status() == 421);
        if (refusals.isEmpty()) {
            return;
        }
        String method = refusals.getFirst().head().method();
        List<Attempt> attempts = examined.attempts(method);
        attempts.stream()
                .filter(attempt -> attempt.finalResponse()
                        .filter(told ->
                                told.head().status() == 420 || told.head().status() == 421)
                        .isPresent())
                .findFirst()
                .flatMap(attempt -> look(attempt, attempts, examined))
                .ifPresent(findings);
    }

    private static Optional<Finding> look(Attempt attempt, List<Attempt> attempts, Case examined) {
        Message told = attempt.finalResponse().orElseThrow();
        boolean unknown = told.head().status() == 420;
        List<String> extensions = examined.read(told).values(unknown ? "Unsupported" : "Require").stream()
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
        if (extensions.isEmpty()) {
            return Optional.empty();
        }
        Origin origin = Origins.of(told, examined);
        Optional<Message> success = attempts.subList(attempts.indexOf(attempt) + 1, attempts.size()).stream()
                .flatMap(later -> later.finalResponse().stream())
                .filter(Message::success)
                .findFirst();
        if (success.isPresent()) {
            return Optional.of(Finding.about(AGREED_LATER, Certainty.CERTAIN)
                    .proof(told, success.get())
                    .saidBy(origin)
                    .with("code", examined.code(told))
                    .with("refuser", Value.of(origin.firstSaidBy()))
                    .with("extension", Value.of(extensions))
                    .found());
        }
        boolean prack = extensions.equals(List.of("100rel"));
        Kind kind = prack ? (unknown ? PRACK_UNKNOWN : PRACK_NEEDED) : unknown ? UNKNOWN : NEEDED;
        var finding = Finding.about(kind, Certainty.CERTAIN)
                .proof(attempt.request().map(request -> List.of(told, request)).orElse(List.of(told)))
                .saidBy(origin)
                .with("refuser", Value.of(origin.firstSaidBy()))
                .with("asker", Value.of(attempt.root().client()));
        if (!prack) {
            finding.with("extension", Value.of(extensions))
                    .with("method", told.head().method());
        }
        return Optional.of(finding.found());
    }
}
