package org.ringback.diagnosis.rule.login;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.LaterLogin;
import org.ringback.diagnosis.evidence.LoginTry;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.RefusalFinding;
import org.ringback.diagnosis.rule.Rule;

/** A login at which everything ended, where nothing more can be said: the 401 or 407 was the last word (RFC 3261, 22.1). */
final class OpenChallenge implements Rule {

    private static final Kind ASKED =
            Kind.of("ended-with-challenge", Weight.FAILURE, 3261, "22.2", "refuser", "code", "method", "client");
    private static final Kind ASKED_AGAIN =
            Kind.of("ended-with-second-challenge", Weight.FAILURE, 3261, "22.1", "refuser", "code", "method", "client");

    private static final Kind STALE =
            Kind.of("stale-nonce-not-retried", Weight.FAILURE, 7616, "3.3", "refuser", "code", "method", "client");

    private static final Kind CUT_OFF = Kind.of(
                    "capture-ended-at-challenge",
                    Weight.BLIND,
                    3261,
                    "22.2",
                    "refuser",
                    "code",
                    "method",
                    "client",
                    "wait")
            .settling();

    /** What software needs to come back with its login; people are not asked. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private static final Kind BACK = Kind.of(
                    "challenged-and-back", Weight.NORMAL, 3261, "22.1", "refuser", "code", "method", "client", "callId")
            .settling();

    @Override
    public List<Kind> kinds() {
        return List.of(ASKED, ASKED_AGAIN, STALE, BACK, CUT_OFF);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.REFUSED);
    }

    @Override
    public boolean general() {
        return true;
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        if (examined.call().outcome().failed()) {
            examined.refusal()
                    .filter(refusal -> refusal.response().challenge())
                    .map(refusal -> judge(refusal, examined))
                    .ifPresent(findings);
        }
    }

    private static Finding judge(Refusal refusal, Case examined) {
        Message told = refusal.response();
        Optional<Message> request = refusal.attempt().request();
        // Credentials for another server on the way have nothing to do with it.
        boolean loggedIn = LoginTry.of(refusal.attempt(), examined)
                .flatMap(LoginTry::rejected)
                .isPresent();
        boolean stale = loggedIn
                && LoginTry.of(refusal.attempt(), examined)
                        .filter(LoginTry::stale)
                        .isPresent();
        List<Message> proof = new ArrayList<>(List.of(told));
        request.ifPresent(proof::add);
        Optional<Message> later = loggedIn && !stale ? Optional.empty() : LaterLogin.of(told, examined);
        if (later.isPresent()) {
            return about(BACK, Certainty.LIKELY, refusal, examined)
                    .proof(told, later.get())
                    .with("callId", later.get().head().callId())
                    .found();
        }
        Optional<Duration> left = examined.watchedAfter(told).filter(watched -> watched.compareTo(AT_ONCE) < 0);
        if (!loggedIn && left.isPresent() && digest(told)) {
            return about(CUT_OFF, Certainty.CERTAIN, refusal, examined)
                    .proof(proof)
                    .with("wait", Elapsed.value(left))
                    .found();
        }
        Kind again = stale ? STALE : ASKED_AGAIN;
        boolean sure = loggedIn && !stale;
        Certainty certainty = sure ? Certainty.CERTAIN : certainty(told, examined);
        return about(loggedIn ? again : ASKED, certainty, refusal, examined)
                .proof(proof)
                .found();
    }

    private static Finding.Builder about(Kind kind, Certainty certainty, Refusal refusal, Case examined) {
        return RefusalFinding.about(kind, certainty, refusal, examined)
                .with("method", refusal.response().head().method())
                .with("client", Value.of(refusal.attempt().root().client()));
    }

    private static boolean digest(Message told) {
        return told.header("WWW-Authenticate", "")
                .or(() -> told.header("Proxy-Authenticate", ""))
                .filter(challenge -> challenge.strip().toLowerCase(Locale.ROOT).startsWith("digest"))
                .isPresent();
    }

    /**
     * Where the capture ends soon, the client may still come back; and it may by a way that is not seen. A response to a later
     * request shows that it did.
     */
    private static Certainty certainty(Message told, Case examined) {
        boolean cameBack = examined.messages().stream()
                .map(Message::head)
                .anyMatch(later -> later.method().equals(told.head().method())
                        && later.fromTag().equals(told.head().fromTag())
                        && later.cseq() > told.head().cseq());
        return !cameBack
                        && examined.watchedAfter(told)
                                .filter(watched -> !MissingLogin.tooBrief(watched))
                                .isPresent()
                ? Certainty.LIKELY
                : Certainty.POSSIBLE;
    }
}
