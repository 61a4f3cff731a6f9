package org.ringback.diagnosis.rule.refusal;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Attempt;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.diagnosis.evidence.Case;
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
import org.ringback.sip.SipMessage;

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

    private static final List<String> REQUIRING = List.of("Require", "Proxy-Require");

    /** What is required is supported as well. */
    private static final List<String> OFFERING = List.of("Supported", "Require");

    @Override
    public List<Kind> kinds() {
        return List.of(PRACK_UNKNOWN, UNKNOWN, PRACK_NEEDED, NEEDED, AGREED_LATER);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.REFUSED);
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
        // What a request demanded or offered is not known without it.
        if (extensions.isEmpty() || attempt.request().isEmpty()) {
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
        if (attempts.subList(attempts.indexOf(attempt) + 1, attempts.size()).stream()
                .anyMatch(ExtensionRefused::goesOn)) {
            return Optional.empty();
        }
        boolean prack = extensions.equals(List.of("100rel"));
        Kind kind = prack ? (unknown ? PRACK_UNKNOWN : PRACK_NEEDED) : unknown ? UNKNOWN : NEEDED;
        Optional<Transaction> asking = attempt.hops().stream()
                .filter(hop -> hop.request()
                        .filter(request -> names(request, unknown ? REQUIRING : OFFERING, extensions, examined))
                        .isPresent())
                .findFirst();
        var finding = Finding.about(kind, sure(attempt, unknown == asking.isPresent(), examined))
                .proof(attempt.request().map(request -> List.of(told, request)).orElse(List.of(told)))
                .saidBy(origin)
                .with("refuser", Value.of(origin.firstSaidBy()))
                .with(
                        "asker",
                        Value.of(asking.filter(_ -> unknown)
                                .orElse(attempt.root())
                                .client()));
        if (!prack) {
            finding.with("extension", Value.of(extensions))
                    .with("method", told.head().method());
        }
        return Optional.of(finding.found());
    }

    /** Whether a later try passed, although its final response was not captured. */
    private static boolean goesOn(Attempt later) {
        return later.progress().isPresent() && later.finalResponse().isEmpty();
    }

    /** Whether the request is as its refusal has it; whoever changed it on the way was not captured. */
    private static Certainty sure(Attempt attempt, boolean fits, Case examined) {
        boolean whole = attempt.request().filter(examined::whole).isPresent();
        return whole ? (fits ? Certainty.CERTAIN : Certainty.POSSIBLE) : Certainty.LIKELY;
    }

    private static boolean names(Message request, List<String> headers, List<String> extensions, Case examined) {
        SipMessage full = examined.read(request);
        return headers.stream()
                .flatMap(name -> full.values(name).stream())
                .map(String::strip)
                .anyMatch(tag -> extensions.stream().anyMatch(tag::equalsIgnoreCase));
    }
}
