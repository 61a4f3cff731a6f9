package org.ringback.diagnosis.rule.login;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.LoginRound;
import org.ringback.diagnosis.evidence.LoginTry;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Origins;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.sip.Authentication;

/** Credentials for a realm that nobody asked for: challenged once more, or refused for good (RFC 3261, 22.4). */
final class ForeignRealm implements Rule {

    private static final Kind REALM_MISMATCH =
            Kind.of("realm-mismatch", Weight.FAILURE, 3261, "22.4", "sent", "asked", "method", "server");

    @Override
    public List<Kind> kinds() {
        return List.of(REALM_MISMATCH);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.REFUSED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        for (LoginRound round : examined.logins()) {
            if (!round.leftOutside()) {
                forbiddenRealm(round, examined).ifPresent(findings);
            } else if (round.rejections().isEmpty()) {
                otherRealm(round, examined).ifPresent(findings);
            }
        }
    }

    /** Credentials for a realm that nobody asked for. */
    private static Optional<Finding> otherRealm(LoginRound round, Case examined) {
        for (LoginTry one : round.tries().reversed()) {
            for (Authentication sent : one.credentials()) {
                String realm = LoginTry.realm(sent);
                boolean askedBefore = round.challengeBefore(one, realm).isPresent();
                Optional<LoginTry> asked = one.challenges().stream()
                        .flatMap(challenge -> round.challengeBefore(one, LoginTry.realm(challenge)).stream())
                        .findFirst();
                if (!askedBefore && asked.isPresent()) {
                    Message told = one.told().orElseThrow();
                    return Optional.of(Finding.about(REALM_MISMATCH, Certainty.LIKELY)
                            .proof(asked.get().told().orElseThrow(), one.request(), told)
                            .saidBy(Origins.of(told, examined))
                            .with("sent", realm)
                            .with("asked", LoginTry.realm(one.challenges().getFirst()))
                            .with("method", told.head().method())
                            .with("server", Value.of(told.captured().source()))
                            .found());
                }
            }
        }
        return Optional.empty();
    }

    /** Credentials for a realm that nobody asked for, and a 403 instead of another challenge. */
    private static Optional<Finding> forbiddenRealm(LoginRound round, Case examined) {
        LoginTry last = round.last();
        Optional<Message> told = last.told().filter(answer -> answer.head().status() == 403);
        Optional<LoginTry> asked = round.tries().stream()
                .filter(one -> !one.equals(last) && !one.challenges().isEmpty())
                .reduce((_, next) -> next);
        List<String> sent = last.credentials().stream().map(LoginTry::realm).toList();
        boolean fits = sent.stream()
                .anyMatch(realm -> round.challengeBefore(last, realm).isPresent());
        return told.filter(_ -> asked.isPresent() && !sent.isEmpty() && !fits)
                .map(answer -> Finding.about(REALM_MISMATCH, Certainty.LIKELY)
                        .proof(asked.get().told().orElseThrow(), last.request(), answer)
                        .saidBy(Origins.of(answer, examined))
                        .with("sent", sent.getFirst())
                        .with("asked", LoginTry.realm(asked.get().challenges().getFirst()))
                        .with("method", answer.head().method())
                        .with("server", Value.of(answer.captured().source()))
                        .found());
    }
}
