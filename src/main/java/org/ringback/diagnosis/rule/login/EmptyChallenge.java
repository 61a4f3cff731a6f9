package org.ringback.diagnosis.rule.login;

import java.util.List;
import java.util.function.Consumer;
import org.ringback.call.Attempt;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Origins;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.evidence.Whole;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;

/** A 401 or 407 that asks for a login and does not say how: the challenge itself is missing (RFC 3261, 21.4.2 and 21.4.8). */
final class EmptyChallenge implements Rule {

    private static final Kind MISSING =
            Kind.of("challenge-missing", Weight.FAILURE, 3261, "22.1", "server", "code", "method", "header");

    @Override
    public List<Kind> kinds() {
        return List.of(MISSING);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CHALLENGED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        List<Attempt> attempts = examined.attempts();
        for (Attempt attempt : attempts) {
            Message told = attempt.finalResponse().filter(Message::challenge).orElse(null);
            if (told != null && withoutChallenge(told) && !gotIn(attempt, attempts) && examined.whole(told)) {
                findings.accept(Finding.about(MISSING, Whole.lacking(told))
                        .proof(attempt.request()
                                .map(request -> List.of(told, request))
                                .orElse(List.of(told)))
                        .saidBy(Origins.of(told, examined))
                        .with("server", Value.of(told.captured().source()))
                        .with("code", examined.code(told))
                        .with("method", told.head().method())
                        .with("header", told.head().status() == 401 ? "WWW-Authenticate" : "Proxy-Authenticate")
                        .found());
                return;
            }
        }
    }

    /** Who logs in all the same, or is let in without, knows more than this capture shows. */
    private static boolean gotIn(Attempt refused, List<Attempt> attempts) {
        return attempts.subList(attempts.indexOf(refused) + 1, attempts.size()).stream()
                .anyMatch(later -> later.root().method().equals(refused.root().method())
                        && later.root()
                                .client()
                                .host()
                                .equals(refused.root().client().host())
                        && later.accepted());
    }

    private static boolean withoutChallenge(Message told) {
        return told.header("WWW-Authenticate", "").isEmpty()
                && told.header("Proxy-Authenticate", "").isEmpty();
    }
}
