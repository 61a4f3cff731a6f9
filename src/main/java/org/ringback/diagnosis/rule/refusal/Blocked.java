package org.ringback.diagnosis.rule.refusal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Passport;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Origin;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.sip.Header;
import org.ringback.sip.Reason;
import org.ringback.sip.SipMessage;

/** Calls that somebody's analytics or the callee stopped as unwanted: 607, 608 and the 603 of ATIS-1000099 ("603+"). */
final class Blocked implements Rule {

    private static final Kind UNWANTED = Kind.of("call-unwanted", Weight.FAILURE, 8197, null, "refuser", "caller");
    private static final Kind REJECTED =
            Kind.of("call-blocked-with-contact", Weight.FAILURE, 8688, null, "refuser", "caller", "contact");
    private static final Kind REJECTED_SILENTLY =
            Kind.of("call-blocked", Weight.FAILURE, 8688, null, "refuser", "caller");
    private static final Kind BY_NETWORK =
            Kind.of("network-blocked", Weight.FAILURE, 3326, "2", "refuser", "caller", "reason");
    private static final Kind WEAK = Kind.of("weak-attestation", Weight.TROUBLE, 8588, "4", "level", "code", "caller");

    @Override
    public List<Kind> kinds() {
        return List.of(UNWANTED, REJECTED, REJECTED_SILENTLY, BY_NETWORK, WEAK);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL, Sign.REFUSED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        examined.refusedCall().ifPresent(last -> judge(last, examined, findings));
    }

    private static void judge(Refusal last, Case examined, Consumer<Finding> findings) {
        int status = last.status();
        if (status == 607) {
            findings.accept(about(UNWANTED, last, examined).found());
        } else if (status == 608) {
            Optional<String> contact =
                    examined.read(last.response()).header("Call-Info").map(Header::value);
            var finding = about(contact.isPresent() ? REJECTED : REJECTED_SILENTLY, last, examined);
            contact.ifPresent(text -> finding.with("contact", text));
            findings.accept(finding.found());
        } else if (status == 603 && byNetwork(last.response(), examined)) {
            findings.accept(about(BY_NETWORK, last, examined)
                    .with(
                            "reason",
                            examined.read(last.response())
                                    .header("Reason")
                                    .map(Header::value)
                                    .orElse("-"))
                    .found());
        } else {
            return;
        }
        weak(last, examined).ifPresent(findings);
    }

    /** Whether it is a 603 that says so: by its phrase, or by the version that begins the text of its Reason. */
    static boolean byNetwork(Message response, Case examined) {
        if (response.head().status() != 603) {
            return false;
        }
        SipMessage full = examined.read(response);
        return full.phrase().equalsIgnoreCase("Network Blocked")
                || full.reasons().stream()
                        .map(Reason::text)
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).startsWith("v=analytics"));
    }

    private static Finding.Builder about(Kind kind, Refusal refusal, Case examined) {
        Origin origin = refusal.origin();
        return Finding.about(kind, Certainty.CERTAIN)
                .proof(refusal.response())
                .saidBy(origin)
                .with("refuser", Value.of(origin.firstSaidBy()))
                .with("caller", caller(examined));
    }

    private static String caller(Case examined) {
        return examined.call().from().name();
    }

    private static Optional<Finding> weak(Refusal refusal, Case examined) {
        return refusal.request()
                .flatMap(invite -> Passport.of(invite, examined)
                        .map(Passport::attestation)
                        .filter(level -> level.equals("B") || level.equals("C"))
                        .map(level -> Finding.about(WEAK, Certainty.POSSIBLE)
                                .proof(invite, refusal.response())
                                .with("level", level)
                                .with("code", examined.code(refusal.response()))
                                .with("caller", caller(examined))
                                .found()));
    }
}
