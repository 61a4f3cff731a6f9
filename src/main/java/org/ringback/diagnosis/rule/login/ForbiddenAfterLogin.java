package org.ringback.diagnosis.rule.login;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ringback.call.Call;
import org.ringback.call.CallKind;
import org.ringback.call.Ending;
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
import org.ringback.diagnosis.finding.Origin;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.sip.Authentication;
import org.ringback.sip.SipMessage;
import org.ringback.sip.Warning;

/** A 403: the server knows who asks, or does not want to know, and refuses (RFC 3261, 21.4.4). */
final class ForbiddenAfterLogin implements Rule {

    private static final Kind NO_RIGHT = Kind.of(
                    "forbidden-after-login", Weight.FAILURE, 3261, "21.4.4", "user", "method", "server", "phrase")
            .unless(
                    "caller-number-refused",
                    "realm-mismatch",
                    "forwarded-caller-refused",
                    "anonymous-refused",
                    "anonymous-forbidden",
                    "number-passed-in-other-format",
                    "asserted-identity-missing",
                    "login-unlike-registration");
    private static final Kind WORDS = Kind.of(
                    "forbidden-for-password", Weight.FAILURE, 3261, "21.4.4", "user", "method", "server", "phrase")
            .unless("login-unlike-registration");
    private static final Kind REGISTER =
            Kind.of("register-forbidden", Weight.FAILURE, 3261, "10.3", "user", "server", "phrase");
    private static final Kind UNASKED =
            Kind.of("register-forbidden-unasked", Weight.FAILURE, 3261, "10.3", "user", "server", "phrase");

    /** A password or a login that is not right; "not authorized" may as well be a missing right. */
    private static final Pattern ABOUT_LOGIN = Pattern.compile("password|\\b(bad|wrong|invalid|incorrect|failed) "
            + "(auth(entication)?|credentials?|secret|digest)\\b|\\b(auth(entication)?|credentials?|digest)"
            + "( (is|are|was|were))? (failed|failure|error|invalid|incorrect|wrong|mismatch)\\b");

    @Override
    public List<Kind> kinds() {
        return List.of(NO_RIGHT, WORDS, REGISTER, UNASKED);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.REFUSED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        for (LoginRound round : examined.logins()) {
            round.last()
                    .told()
                    .filter(told -> told.head().status() == 403)
                    .flatMap(told -> explain(round, told, examined))
                    .ifPresent(findings);
        }
    }

    private static Optional<Finding> explain(LoginRound round, Message told, Case examined) {
        Optional<Authentication> sent = round.last().credentials().stream().findFirst();
        boolean register = told.head().method().equals("REGISTER");
        if (sent.isEmpty() && !register) {
            return Optional.empty();
        }
        Origin origin = Origins.of(told, examined);
        if (!register && origin.elsewhere()) {
            // Whoever took the login passes on what the other leg was told.
            return Optional.empty();
        }
        String user = sent.map(login -> LoginTry.value(login, "username"))
                .orElseGet(() -> examined.call().to().user());
        Optional<String> aboutPassword = aboutPassword(told, examined);
        Finding.Builder found;
        if (sent.isPresent() && aboutPassword.isPresent()) {
            found = Finding.about(WORDS, Certainty.LIKELY)
                    .with("method", told.head().method());
        } else if (!register) {
            found = Finding.about(NO_RIGHT, loggedInElsewhere(user, examined) ? Certainty.LIKELY : Certainty.POSSIBLE)
                    .with("method", told.head().method());
        } else {
            found = sent.isPresent()
                    ? Finding.about(REGISTER, Certainty.LIKELY)
                    : Finding.about(UNASKED, Certainty.LIKELY);
        }
        return Optional.of(found.proof(round.last().request(), told)
                .saidBy(origin)
                .with("user", user)
                .with("server", Value.of(told.captured().source()))
                .with("phrase", sent.flatMap(_ -> aboutPassword).map(Value::of).orElseGet(() -> examined.code(told)))
                .found());
    }

    /** What servers that answer a wrong password with 403 often say, in the phrase or in a Warning. */
    private static Optional<String> aboutPassword(Message told, Case examined) {
        SipMessage full = examined.read(told);
        return Stream.concat(
                        Stream.of(told.head().status() + " " + full.phrase()),
                        full.warnings().stream().map(Warning::text))
                .filter(words ->
                        ABOUT_LOGIN.matcher(words.toLowerCase(Locale.ROOT)).find())
                .findFirst();
    }

    /** Whether the caller is registered, so that the password is known to be right. */
    private static boolean loggedInElsewhere(String user, Case examined) {
        Call call = examined.call();
        return call.kind() == CallKind.CALL
                && call.from().user().equals(user)
                && examined.circumstances().registrationsOf(call.from()).stream()
                        .limit(16)
                        .anyMatch(registration -> registration.outcome().ending() == Ending.REGISTERED);
    }
}
