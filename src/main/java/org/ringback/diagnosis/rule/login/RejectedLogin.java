package org.ringback.diagnosis.rule.login;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.AcceptedLogin;
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
import org.ringback.sip.Authentication;
import org.ringback.sip.NameAddr;
import org.ringback.sip.SipUri;
import org.ringback.sip.StartLine;

/** Credentials were sent, the server asked again, and that was the end of it (RFC 3261, 22.1, and RFC 7616, 3.3). */
final class RejectedLogin implements Rule {

    private static final Kind WRONG_PASSWORD = Kind.of(
                    "wrong-password", Weight.FAILURE, 3261, "22.1", "user", "realm", "method", "server", "count")
            .unless("digest-field-missing", "digest-field-differs");
    private static final Kind NONCE_REFUSED =
            Kind.of("nonce-refused-unsaid", Weight.FAILURE, 7616, "3.3", "user", "realm", "method", "server", "code");
    private static final Kind WRONG_NONCE =
            Kind.of("wrong-nonce", Weight.FAILURE, 7616, "3.4", "realm", "sent", "issued", "method");
    private static final Kind ALGORITHM =
            Kind.of("algorithm-mismatch", Weight.FAILURE, 8760, "2.3", "sent", "offered", "method", "server");
    private static final Kind OTHER_NAME = Kind.of("login-name-differs", Weight.TROUBLE, 3261, "22.4", "login", "user");
    private static final Kind OTHER_URI =
            Kind.of("digest-uri-differs", Weight.FAILURE, 3261, "22.4", "signed", "asked");
    private static final Kind LOOP = Kind.of("login-loop", Weight.TROUBLE, 3261, "22.1", "count", "method", "server");

    /** From here on a client repeats what was rejected; three may be a user who tries other passwords. */
    private static final int LOOPS = 4;

    /** Nobody types a password and has it tried in less. */
    private static final Duration TYPED = Duration.ofSeconds(5);

    @Override
    public List<Kind> kinds() {
        return List.of(WRONG_PASSWORD, NONCE_REFUSED, WRONG_NONCE, ALGORITHM, OTHER_NAME, OTHER_URI, LOOP);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.REFUSED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        for (LoginRound round : examined.logins()) {
            if (!round.leftOutside()) {
                continue;
            }
            List<LoginTry> rejections = round.rejections();
            if (!rejections.isEmpty() && !rejections.getLast().stale()) {
                explain(round, rejections, examined, findings);
            }
        }
    }

    private static void explain(
            LoginRound round, List<LoginTry> rejections, Case examined, Consumer<Finding> findings) {
        LoginTry rejected = rejections.getLast();
        Message told = rejected.told().orElseThrow();
        Authentication sent = rejected.rejected().orElseThrow();
        String realm = LoginTry.realm(sent);
        Optional<LoginTry> before = round.challengeBefore(rejected, realm);
        Optional<AcceptedLogin> elsewhere = AcceptedLogin.of(sent, rejected.request(), examined);
        if (elsewhere.isPresent()) {
            findings.accept(nonceRefused(rejected, sent, elsewhere.get(), examined));
            return;
        }
        if (before.isEmpty()) {
            // The nonce may be an old one; only a client that gives up takes it for a wrong password.
            if (examined.watchedAfter(told).filter(MissingLogin::tooBrief).isEmpty()) {
                findings.accept(wrongPassword(Certainty.POSSIBLE, round, rejected, sent, examined));
            }
            return;
        }
        List<Authentication> asked = before.get().challenges().stream()
                .filter(one -> LoginTry.realm(one).equals(realm))
                .toList();
        Message challenge = before.get().told().orElseThrow();
        if (asked.stream().noneMatch(one -> LoginTry.algorithm(one).equalsIgnoreCase(LoginTry.algorithm(sent)))) {
            findings.accept(Finding.about(ALGORITHM, Certainty.LIKELY)
                    .proof(challenge, rejected.request(), told)
                    .saidBy(Origins.of(told, examined))
                    .with("sent", LoginTry.algorithm(sent))
                    .with("offered", Value.of(algorithms(asked)))
                    .with("method", told.head().method())
                    .with("server", Value.of(told.captured().source()))
                    .found());
        } else if (!issued(round, LoginTry.value(sent, "nonce"), realm)) {
            findings.accept(Finding.about(WRONG_NONCE, Certainty.LIKELY)
                    .proof(challenge, rejected.request(), told)
                    .saidBy(Origins.of(told, examined))
                    .with("realm", realm)
                    .with("sent", LoginTry.value(sent, "nonce"))
                    .with("issued", LoginTry.value(asked.getFirst(), "nonce"))
                    .with("method", told.head().method())
                    .found());
        } else {
            credentials(round, rejections, rejected, sent, challenge, examined, findings);
        }
    }

    private static void credentials(
            LoginRound round,
            List<LoginTry> rejections,
            LoginTry rejected,
            Authentication sent,
            Message challenge,
            Case examined,
            Consumer<Finding> findings) {
        Message told = rejected.told().orElseThrow();
        // Of several servers behind one name the second one may not know the nonce of the first.
        boolean sameServer =
                challenge.captured().source().equals(told.captured().source());
        Optional<Finding> otherUri = otherUri(rejected, sent, examined);
        otherUri.ifPresent(findings);
        findings.accept(wrongPassword(
                sameServer && otherUri.isEmpty() ? Certainty.LIKELY : Certainty.POSSIBLE,
                round,
                rejected,
                sent,
                examined));
        otherName(rejected, sent, examined).ifPresent(findings);
        if (rejections.size() >= LOOPS) {
            findings.accept(Finding.about(LOOP, byItself(rejections) ? Certainty.CERTAIN : Certainty.LIKELY)
                    .proof(rejections.stream().map(LoginTry::request).toList())
                    .with("count", Value.of(rejections.size()))
                    .with("method", told.head().method())
                    .with("server", Value.of(told.captured().source()))
                    .found());
        }
    }

    /** Whether nobody can have typed another password in between. */
    private static boolean byItself(List<LoginTry> rejections) {
        for (int i = 1; i < rejections.size(); i++) {
            if (Elapsed.between(
                            rejections.get(i - 1).request(), rejections.get(i).request())
                    .filter(time -> time.compareTo(TYPED) < 0)
                    .isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** The same login was accepted elsewhere, so the password is not what is wrong. */
    private static Finding nonceRefused(
            LoginTry rejected, Authentication sent, AcceptedLogin elsewhere, Case examined) {
        Message told = rejected.told().orElseThrow();
        return Finding.about(NONCE_REFUSED, Certainty.LIKELY)
                .proof(rejected.request(), told, elsewhere.request(), elsewhere.answer())
                .saidBy(Origins.of(told, examined))
                .with("user", LoginTry.value(sent, "username"))
                .with("realm", LoginTry.realm(sent))
                .with("method", told.head().method())
                .with("server", Value.of(told.captured().source()))
                .with("code", examined.code(told))
                .found();
    }

    private static Finding wrongPassword(
            Certainty certainty, LoginRound round, LoginTry rejected, Authentication sent, Case examined) {
        Message told = rejected.told().orElseThrow();
        Optional<Message> challenge =
                round.challengeBefore(rejected, LoginTry.realm(sent)).flatMap(LoginTry::told);
        return Finding.about(WRONG_PASSWORD, certainty)
                .proof(Stream.of(challenge, Optional.of(rejected.request()), Optional.of(told))
                        .flatMap(Optional::stream)
                        .toList())
                .saidBy(Origins.of(told, examined))
                .with("user", LoginTry.value(sent, "username"))
                .with("realm", LoginTry.realm(sent))
                .with("method", told.head().method())
                .with("server", Value.of(told.captured().source()))
                .with("count", Value.of(round.rejections().size()))
                .found();
    }

    private static List<String> algorithms(List<Authentication> asked) {
        return asked.stream().map(LoginTry::algorithm).distinct().toList();
    }

    private static boolean issued(LoginRound round, String nonce, String realm) {
        return round.tries().stream()
                .flatMap(one -> one.challenges().stream())
                .anyMatch(one -> LoginTry.realm(one).equals(realm)
                        && LoginTry.value(one, "nonce").equals(nonce));
    }

    private static Optional<Finding> otherName(LoginTry rejected, Authentication sent, Case examined) {
        String login = LoginTry.value(sent, "username");
        String name = login.contains("@") ? login.substring(0, login.indexOf('@')) : login;
        return examined.read(rejected.request())
                .from()
                .map(NameAddr::uri)
                .map(SipUri::user)
                .filter(user -> !user.isEmpty()
                        && !name.isEmpty()
                        && !SipUri.unescaped(user).equals(name))
                .map(user -> Finding.about(OTHER_NAME, Certainty.POSSIBLE)
                        .proof(rejected.request())
                        .with("login", login)
                        .with("user", user)
                        .found());
    }

    /** Ports and parameters are often left out, and many servers look away; another user or host is another request. */
    private static Optional<Finding> otherUri(LoginTry rejected, Authentication sent, Case examined) {
        String signed = LoginTry.value(sent, "uri");
        if (signed.isEmpty()
                || !(examined.read(rejected.request()).startLine() instanceof StartLine.RequestLine line)
                || whole(signed).equals(whole(line.uri()))) {
            return Optional.empty();
        }
        boolean sameCore = core(signed).equals(core(line.uri()));
        return Optional.of(Finding.about(OTHER_URI, sameCore ? Certainty.POSSIBLE : Certainty.LIKELY)
                .proof(rejected.request())
                .with("signed", signed)
                .with("asked", line.uri())
                .found());
    }

    /** With port and parameters, which a server that compares does not overlook. */
    private static String whole(String text) {
        SipUri uri = SipUri.of(text);
        return core(text) + ":" + (uri.port() == 0 ? 5060 : uri.port())
                + uri.parameters().all().stream()
                        .map(one -> ";" + one.name() + "=" + one.value())
                        .map(one -> one.toLowerCase(Locale.ROOT))
                        .sorted()
                        .collect(Collectors.joining());
    }

    private static String core(String text) {
        SipUri uri = SipUri.of(text);
        return Stream.of(uri.user(), uri.host())
                .map(part -> part.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("@"));
    }
}
