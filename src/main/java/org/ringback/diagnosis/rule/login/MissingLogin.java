package org.ringback.diagnosis.rule.login;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.LaterLogin;
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

/** A server asked for a login and never got one (RFC 3261, 22.2 and 22.3). */
final class MissingLogin implements Rule {

    private static final Kind NO_CREDENTIALS =
            Kind.of("no-credentials", Weight.FAILURE, 3261, "22.2", "realm", "method", "server", "client");
    private static final Kind UNKNOWN_ALGORITHM =
            Kind.of("algorithm-not-answered", Weight.FAILURE, 8760, "2.4", "offered", "method", "server", "client");

    /** One may cross the challenge. */
    private static final int REPEATS = 2;

    /** A program answers at once; a person who must type a password first was given time. */
    private static final Duration GIVEN_UP = Duration.ofSeconds(10);

    @Override
    public List<Kind> kinds() {
        return List.of(NO_CREDENTIALS, UNKNOWN_ALGORITHM);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.REFUSED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        for (LoginRound round : examined.logins()) {
            if (round.leftOutside()
                    && round.rejections().isEmpty()
                    && !offeredToOther(round)
                    && !unheard(round.last())
                    && round.last()
                            .told()
                            .flatMap(told -> LaterLogin.of(told, examined))
                            .isEmpty()) {
                unanswered(round, examined).ifPresent(findings);
            }
        }
    }

    /** Credentials that nobody asked for are another fault. */
    private static boolean offeredToOther(LoginRound round) {
        return round.tries().stream()
                .anyMatch(one -> one.credentials().stream()
                        .anyMatch(sent ->
                                round.challengeBefore(one, LoginTry.realm(sent)).isEmpty()));
    }

    /** Who goes on repeating the request has not got the challenge (RFC 3261, 17.1.2.2), and cannot answer it. */
    private static boolean unheard(LoginTry last) {
        Message told = last.told().orElseThrow();
        return last.attempt().root().messages().stream()
                        .filter(message -> message.request(told.head().method()) && later(message, told))
                        .count()
                >= REPEATS;
    }

    private static boolean later(Message one, Message other) {
        return one.time() != Captured.NO_TIME && one.time() > other.time();
    }

    /** Whether the sender may still come back. */
    static boolean tooBrief(Duration watched) {
        return watched.compareTo(GIVEN_UP) < 0;
    }

    private static Optional<Finding> unanswered(LoginRound round, Case examined) {
        Message told = round.last().told().orElseThrow();
        Optional<Authentication> asked = round.last().challenges().stream().findFirst();
        Optional<Duration> watched = examined.watchedAfter(told);
        boolean askedAgain = asked.filter(realm -> round.tries().stream()
                                .filter(one -> one.challenges(LoginTry.realm(realm)))
                                .count()
                        > 1)
                .isPresent();
        if (asked.isEmpty()
                || (!askedAgain && watched.filter(MissingLogin::tooBrief).isPresent())) {
            return Optional.empty();
        }
        Certainty certainty = askedAgain || watched.isPresent() ? Certainty.LIKELY : Certainty.POSSIBLE;
        List<String> offered = round.last().challenges().stream()
                .map(LoginTry::algorithm)
                .distinct()
                .toList();
        boolean old =
                offered.stream().anyMatch(one -> one.toUpperCase(Locale.ROOT).startsWith("MD5"));
        Finding.Builder found = old
                ? Finding.about(NO_CREDENTIALS, certainty).with("realm", LoginTry.realm(asked.get()))
                : Finding.about(UNKNOWN_ALGORITHM, Certainty.POSSIBLE).with("offered", Value.of(offered));
        return Optional.of(found.proof(round.last().request(), told)
                .saidBy(Origins.of(told, examined))
                .with("method", told.head().method())
                .with("server", Value.of(told.captured().source()))
                .with("client", Value.of(told.captured().destination()))
                .found());
    }
}
