package org.ringback.diagnosis.rule.login;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ringback.call.Attempt;
import org.ringback.call.Call;
import org.ringback.call.CallKind;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.AcceptedLogin;
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
import org.ringback.sip.SipMessage;

/**
 * A call that logs in under another name than the registration of the same caller, which was accepted: many trunks have a name
 * for logins beside the number (RFC 3261, 22.4).
 */
final class OtherLogin implements Rule {

    private static final Kind UNLIKE = Kind.of(
            "login-unlike-registration",
            Weight.FAILURE,
            3261,
            "22.4",
            "user",
            "registered",
            "method",
            "server",
            "code");

    private static final int FORBIDDEN = 403;

    /** So many registrations are looked through. */
    private static final int MOST = 16;

    @Override
    public List<Kind> kinds() {
        return List.of(UNLIKE);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL, Sign.REFUSED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        if (examined.call().kind() == CallKind.CALL) {
            examined.logins().stream()
                    .flatMap(round -> look(round, examined).stream())
                    .findFirst()
                    .ifPresent(findings);
        }
    }

    private static Optional<Finding> look(LoginRound round, Case examined) {
        Optional<LoginTry> refused = round.tries().reversed().stream()
                .filter(one -> one.rejected().isPresent() || forbidden(one, examined))
                .findFirst();
        return refused.filter(one -> !one.stale() && !one.credentials().isEmpty())
                .flatMap(one -> look(one, one.credentials().getFirst(), examined));
    }

    /** Refused by whoever took the login, and not on another leg behind it. */
    private static boolean forbidden(LoginTry login, Case examined) {
        return login.told()
                .filter(told -> told.head().status() == FORBIDDEN
                        && !Origins.of(told, examined).elsewhere())
                .isPresent();
    }

    private static Optional<Finding> look(LoginTry refused, Authentication sent, Case examined) {
        String user = LoginTry.value(sent, "username");
        Message told = refused.told().orElseThrow();
        if (user.isEmpty()
                || AcceptedLogin.of(sent, refused.request(), examined).isPresent()) {
            return Optional.empty();
        }
        List<Message> accepted = accepted(refused.request(), LoginTry.realm(sent), examined);
        boolean known = accepted.stream().anyMatch(register -> names(register, user));
        return known
                ? Optional.empty()
                : accepted.stream()
                        .findFirst()
                        .map(register -> Finding.about(UNLIKE, Certainty.LIKELY)
                                .proof(told, refused.request(), register)
                                .saidBy(Origins.of(told, examined))
                                .with("user", user)
                                .with("registered", name(register).orElseThrow())
                                .with("method", told.head().method())
                                .with("server", Value.of(told.captured().source()))
                                .with("code", examined.code(told))
                                .found());
    }

    /** The REGISTER requests of this caller, from the same host, with which it logged in to the same realm. */
    private static List<Message> accepted(Message refused, String realm, Case examined) {
        String host = refused.captured().source().host();
        return examined.circumstances().registrationsOf(examined.call().from()).stream()
                .limit(MOST)
                .flatMap(OtherLogin::accepted)
                .filter(register -> register.captured().source().host().equals(host)
                        && read(register).anyMatch(one -> LoginTry.realm(one).equals(realm)))
                .toList();
    }

    private static Stream<Message> accepted(Call call) {
        return Attempt.of(
                        call.transactions(), transaction -> transaction.method().equals("REGISTER"))
                .stream()
                .filter(Attempt::accepted)
                .flatMap(attempt -> attempt.request().stream());
    }

    private static boolean names(Message register, String user) {
        return name(register).filter(user::equals).isPresent();
    }

    private static Optional<String> name(Message register) {
        return read(register)
                .map(one -> LoginTry.value(one, "username"))
                .filter(name -> !name.isEmpty())
                .findFirst();
    }

    private static Stream<Authentication> read(Message register) {
        return SipMessage.parse(register.captured().bytes()).credentials().stream();
    }
}
