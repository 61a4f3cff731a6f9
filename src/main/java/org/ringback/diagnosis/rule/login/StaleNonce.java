package org.ringback.diagnosis.rule.login;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
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

/** The credentials were right and only their nonce was too old (RFC 7616, 3.3: stale). */
final class StaleNonce implements Rule {

    private static final Kind STALE = Kind.of("stale-nonce", Weight.NORMAL, 7616, "3.3", "realm", "method", "server");
    private static final Kind LOOP =
            Kind.of("stale-nonce-loop", Weight.FAILURE, 7616, "3.3", "count", "realm", "method", "server");

    /** Two may be a nonce that ran out on the way. */
    private static final int LOOPS = 3;

    private static final Duration SOON = Duration.ofSeconds(10);

    @Override
    public List<Kind> kinds() {
        return List.of(STALE, LOOP);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.REFUSED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        for (LoginRound round : examined.logins()) {
            List<LoginTry> stale =
                    round.tries().stream().filter(LoginTry::stale).toList();
            if (stale.isEmpty()) {
                continue;
            }
            LoginTry last = stale.getLast();
            Message told = last.told().orElseThrow();
            String realm = LoginTry.realm(last.rejected().orElseThrow());
            if (round.last().succeeded()) {
                findings.accept(Finding.about(STALE, Certainty.CERTAIN)
                        .proof(last.request(), told, round.last().told().orElseThrow())
                        .saidBy(Origins.of(told, examined))
                        .with("realm", realm)
                        .with("method", told.head().method())
                        .with("server", Value.of(told.captured().source()))
                        .found());
            } else if (stale.size() >= LOOPS && round.leftOutside()) {
                boolean fresh = stale.stream().allMatch(one -> answeredSoon(one, round));
                findings.accept(Finding.about(LOOP, fresh ? Certainty.CERTAIN : Certainty.LIKELY)
                        .proof(stale.stream()
                                .flatMap(one -> one.told().stream())
                                .toList())
                        .saidBy(Origins.of(told, examined))
                        .with("count", Value.of(stale.size()))
                        .with("realm", realm)
                        .with("method", told.head().method())
                        .with("server", Value.of(told.captured().source()))
                        .found());
            }
        }
    }

    /** Whether the nonce cannot really have been too old, unless it lives for seconds only. */
    private static boolean answeredSoon(LoginTry one, LoginRound round) {
        return round.challengeBefore(one, LoginTry.realm(one.rejected().orElseThrow()))
                .flatMap(LoginTry::told)
                .flatMap(challenge -> Elapsed.between(challenge, one.request()))
                .filter(time -> time.compareTo(SOON) < 0)
                .isPresent();
    }
}
