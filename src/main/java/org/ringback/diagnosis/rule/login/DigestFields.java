package org.ringback.diagnosis.rule.login;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ringback.call.Attempt;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
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

/** Credentials that were refused and do not go with the challenge that they answer, field by field (RFC 7616, 3.4). */
final class DigestFields implements Rule {

    private static final Kind MISSING = Kind.of(
            "digest-field-missing", Weight.FAILURE, 7616, "3.4", "client", "method", "fields", "code", "server");
    private static final Kind OTHER = Kind.of(
            "digest-field-differs",
            Weight.FAILURE,
            7616,
            "3.4",
            "client",
            "method",
            "field",
            "sent",
            "asked",
            "code",
            "server");

    private static final Set<Integer> REFUSED = Set.of(400, 401, 403, 407);

    @Override
    public List<Kind> kinds() {
        return List.of(MISSING, OTHER);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CHALLENGED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        if (examined.responses(Message::challenge).isEmpty()) {
            return;
        }
        Map<String, Authentication> asked = new HashMap<>();
        Map<String, Message> challenges = new HashMap<>();
        for (Attempt attempt : examined.attempts()) {
            Optional<LoginTry> one = LoginTry.of(attempt, examined);
            if (one.isEmpty()) {
                continue;
            }
            Optional<Finding> found = one.get()
                    .told()
                    .filter(told ->
                            REFUSED.contains(told.head().status()) && !one.get().stale())
                    .flatMap(told -> judge(one.get(), told, asked, challenges, examined));
            if (found.isPresent()) {
                findings.accept(found.get());
                return;
            }
            for (Authentication challenge : one.get().challenges()) {
                asked.put(LoginTry.realm(challenge), challenge);
                challenges.put(LoginTry.realm(challenge), one.get().told().orElseThrow());
            }
        }
    }

    private static Optional<Finding> judge(
            LoginTry one,
            Message told,
            Map<String, Authentication> asked,
            Map<String, Message> challenges,
            Case examined) {
        for (Authentication sent : one.credentials()) {
            Authentication challenge = asked.get(LoginTry.realm(sent));
            // Who refuses with another code than a challenge refuses all that was sent.
            boolean refused = !told.challenge() || one.challenges(LoginTry.realm(sent));
            // A SIM card that is out of step says so instead of an answer, and gets another challenge (RFC 3310, 3.4).
            boolean outOfStep = !LoginTry.value(sent, "auts").isBlank();
            if (challenge == null || !refused || outOfStep) {
                continue;
            }
            Message before = challenges.get(LoginTry.realm(sent));
            List<String> missing = missing(sent, challenge);
            if (!missing.isEmpty()) {
                return Optional.of(about(MISSING, one, told, before, examined)
                        .with("fields", Value.of(missing))
                        .found());
            }
            Optional<String> field = differs(sent, challenge);
            if (field.isPresent()) {
                return Optional.of(about(OTHER, one, told, before, examined)
                        .with("field", field.get())
                        .with("sent", written(sent, field.get()))
                        .with("asked", written(challenge, field.get()))
                        .found());
            }
        }
        return Optional.empty();
    }

    private static List<String> missing(Authentication sent, Authentication challenge) {
        List<String> missing = new ArrayList<>();
        for (String always : List.of("username", "uri", "response")) {
            addMissing(sent, always, missing);
        }
        boolean protection = !LoginTry.value(sent, "qop").isBlank();
        if (protection) {
            addMissing(sent, "nc", missing);
            addMissing(sent, "cnonce", missing);
        }
        if (!LoginTry.value(challenge, "opaque").isEmpty()) {
            addMissing(sent, "opaque", missing);
        }
        return missing;
    }

    private static void addMissing(Authentication sent, String name, List<String> missing) {
        if (LoginTry.value(sent, name).isBlank()) {
            missing.add(name);
        }
    }

    /** The field that is not what was asked for; the nonce has a rule of its own. */
    private static Optional<String> differs(Authentication sent, Authentication challenge) {
        boolean sameNonce = LoginTry.value(sent, "nonce").equals(LoginTry.value(challenge, "nonce"));
        String opaque = LoginTry.value(challenge, "opaque");
        if (sameNonce && !opaque.isEmpty() && !opaque.equals(LoginTry.value(sent, "opaque"))) {
            return Optional.of("opaque");
        }
        String qop = LoginTry.value(sent, "qop").strip().toLowerCase(Locale.ROOT);
        boolean offered = Arrays.stream(LoginTry.value(challenge, "qop")
                        .toLowerCase(Locale.ROOT)
                        .split(",", -1))
                .map(String::strip)
                .anyMatch(qop::equals);
        return qop.isEmpty() || offered ? Optional.empty() : Optional.of("qop");
    }

    private static String written(Authentication one, String field) {
        String value = LoginTry.value(one, field);
        return value.isEmpty() ? "-" : value;
    }

    private static Finding.Builder about(Kind kind, LoginTry one, Message told, Message challenge, Case examined) {
        return Finding.about(kind, Certainty.LIKELY)
                .proof(challenge, one.request(), told)
                .saidBy(Origins.of(told, examined))
                .with("client", Value.of(one.request().captured().source()))
                .with("method", told.head().method())
                .with("code", examined.code(told))
                .with("server", Value.of(told.captured().source()));
    }
}
