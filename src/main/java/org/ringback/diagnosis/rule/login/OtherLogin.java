package org.ringback.diagnosis.rule.login;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
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
import org.ringback.sip.Reason;
import org.ringback.sip.SipMessage;
import org.ringback.sip.Warning;

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

    /** The cause that servers make of a 403 by themselves (RFC 3398, 8.2.6.1). */
    private static final int REJECTED = 21;

    /** What else is forbidden than to log in so. */
    private static final Pattern SOMETHING_ELSE = Pattern.compile(
            "\\b(barr(ed|ing)|international|destinations?|countr(y|ies)|prefix|premium|routes?|numbers?|cli|clip|caller["
                + " _-]?id|credit|balance|funds|limit|black ?list\\w*|block(ed|list\\w*)|codecs?|media|spam)\\b",
            Pattern.CASE_INSENSITIVE);

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

    /** Refused by whoever took the login, and not on another leg behind it or for something else. */
    private static boolean forbidden(LoginTry login, Case examined) {
        return login.told()
                .filter(told -> told.head().status() == FORBIDDEN
                        && !Origins.of(told, examined).elsewhere()
                        && !letIn(told, examined)
                        && !forSomethingElse(examined.read(told)))
                .isPresent();
    }

    /** Whoever hears more than 100 had passed the door. */
    private static boolean letIn(Message refusal, Case examined) {
        return examined.attempts("INVITE").stream()
                .filter(attempt ->
                        attempt.finalResponse().filter(told -> told == refusal).isPresent())
                .anyMatch(attempt -> attempt.progress().isPresent());
    }

    private static boolean forSomethingElse(SipMessage refusal) {
        boolean byNetwork = refusal.reasons().stream()
                .anyMatch(reason -> reason.protocol().equalsIgnoreCase("Q.850")
                        && reason.cause().isPresent()
                        && reason.cause().getAsInt() != REJECTED);
        return byNetwork
                || Stream.of(
                                Stream.of(refusal.phrase()),
                                refusal.warnings().stream().map(Warning::text),
                                refusal.reasons().stream().map(Reason::text))
                        .flatMap(texts -> texts)
                        .anyMatch(text -> SOMETHING_ELSE.matcher(text).find());
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

    /**
     * The REGISTER requests of this caller, from the same host, with which it logged in to the same realm. A realm that is no
     * name of a domain, such as "asterisk", is that of many servers.
     */
    private static List<Message> accepted(Message refused, String realm, Case examined) {
        String host = refused.captured().source().host();
        return examined.circumstances().registrationsOf(examined.call().from()).stream()
                .limit(MOST)
                .flatMap(OtherLogin::accepted)
                .filter(register -> register.captured().source().host().equals(host)
                        && (realm.indexOf('.') > 0
                                || register.captured()
                                        .destination()
                                        .host()
                                        .equals(refused.captured().destination().host()))
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
