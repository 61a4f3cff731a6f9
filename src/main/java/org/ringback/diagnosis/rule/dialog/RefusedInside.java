package org.ringback.diagnosis.rule.dialog;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ringback.call.Attempt;
import org.ringback.call.CallKind;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
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
import org.ringback.diagnosis.rule.refusal.RefusedRequest;
import org.ringback.flow.CallStream;
import org.ringback.flow.Side;

/** A request inside a running call that was refused: the call goes on unless it is a 408 or 481 (RFC 3261, 12.2.1.2). */
final class RefusedInside implements Rule {

    private static final Kind REINVITE =
            Kind.of("session-change-refused", Weight.TROUBLE, 3261, "14.1", "refuser", "code");
    private static final Kind BYE = Kind.of("bye-refused", Weight.TROUBLE, 3261, "15.1.1", "refuser", "code");
    private static final Kind TIMEOUT =
            Kind.of("timeout-inside-call", Weight.FAILURE, 3261, "12.2.1.2", "refuser", "code", "method");
    private static final Kind TRANSFER =
            Kind.of("transfer-refused", Weight.FAILURE, 3515, "2.4.2", "refuser", "code", "target");
    private static final Kind NOTIFICATION =
            Kind.of("notification-refused", Weight.TROUBLE, 6665, "4.1.3", "refuser", "code", "event", "type");
    private static final Kind OTHER =
            Kind.of("request-inside-refused", Weight.TROUBLE, 3261, "12.2.1.2", "refuser", "code", "method");

    /** ACK and CANCEL are no requests of their own, and these codes have rules of their own. */
    private static final Set<String> NEVER = Set.of("ACK", "CANCEL");

    /** Type, package or method. */
    private static final Set<Integer> UNKNOWN_INFO = Set.of(405, 415, 469, 489, 501);

    /** So long nobody speaks who is gone, in microseconds. */
    private static final long GOES_ON = 3_000_000;

    /** What software needs to come back with its login. */
    private static final Duration LOGIN = Duration.ofSeconds(1);

    private static final Set<Integer> ELSEWHERE = Set.of(481, 487, 491);

    @Override
    public List<Kind> kinds() {
        return List.of(REINVITE, BYE, TIMEOUT, TRANSFER, NOTIFICATION, OTHER);
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
        Set<String> methods = new LinkedHashSet<>();
        for (Transaction transaction : examined.transactions()) {
            boolean judged = examined.call().kind() != CallKind.CALL
                    && transaction.method().equals(examined.call().method());
            if (!judged && !NEVER.contains(transaction.method())) {
                methods.add(transaction.method());
            }
        }
        for (String method : methods) {
            List<Attempt> attempts = examined.attempts(method);
            for (int i = 0; i < attempts.size(); i++) {
                if (refused(attempts.get(i), examined)
                        && !tookAnotherTry(attempts.get(i), attempts.subList(i + 1, attempts.size()))) {
                    findings.accept(judge(attempts.get(i), method, examined));
                }
            }
        }
    }

    /**
     * Whether an INFO for something else than digits is not understood, as for a new picture (RFC 5168) or a package of a maker
     * (RFC 6086, 4.2.2): whoever does not know it says so, and nothing is lost.
     */
    private static boolean notUnderstood(Attempt attempt) {
        return attempt.request()
                        .filter(request -> request.request("INFO")
                                && (request.header("Info-Package", "").isPresent()
                                        || request.header("Content-Type", "c")
                                                .filter(type -> type.toLowerCase(Locale.ROOT)
                                                        .contains("media_control"))
                                                .isPresent()))
                        .isPresent()
                && attempt.finalResponse()
                        .filter(told -> UNKNOWN_INFO.contains(told.head().status()))
                        .isPresent();
    }

    private static boolean refused(Attempt attempt, Case examined) {
        return attempt.request().filter(Message::insideDialog).isPresent()
                && !notUnderstood(attempt)
                && !cutOff(attempt, examined)
                && attempt.finalResponse()
                        .map(told -> told.head().status())
                        .filter(status -> status >= 300
                                && (!ELSEWHERE.contains(status) || UnknownCall.knownLater(attempt, examined)))
                        .isPresent();
    }

    /** Whether it was asked for a login, and the capture ends before the request with the login can be there (RFC 3261, 22.2). */
    private static boolean cutOff(Attempt attempt, Case examined) {
        return attempt.finalResponse()
                .filter(told -> told.challenge() && !Elapsed.goesOn(examined, told, LOGIN))
                .isPresent();
    }

    /** With credentials, with a longer timer: what the same side asked again is judged by the last answer. */
    private static boolean tookAnotherTry(Attempt attempt, List<Attempt> later) {
        return later.stream().anyMatch(next -> side(next).equals(side(attempt)));
    }

    private static String side(Attempt attempt) {
        return attempt.root().first().head().fromTag();
    }

    /** Whether the asked side takes or sends a request afterwards, or sound goes on both ways: then it is there. */
    private static boolean heardLater(Attempt attempt, Case examined) {
        Message told = attempt.finalResponse().orElseThrow();
        String asker = told.head().fromTag();
        // Whoever is told so hangs up, and a proxy may answer that.
        return examined.messages().stream()
                        .filter(message -> message.time() > told.time()
                                && !message.head().method().equals("BYE"))
                        .anyMatch(message -> message.head().request()
                                ? message.head().toTag().equals(asker)
                                : message.success() && message.head().fromTag().equals(asker))
                || Stream.of(Side.values())
                        .allMatch(side -> examined.media().toward(side).stream()
                                .map(CallStream::stream)
                                .anyMatch(stream -> stream.last().time() - told.time() > GOES_ON));
    }

    private static Finding judge(Attempt attempt, String method, Case examined) {
        Message response = attempt.finalResponse().orElseThrow();
        if (response.head().status() == 408 && !method.equals("BYE") && !heardLater(attempt, examined)) {
            return about(TIMEOUT, attempt, examined).with("method", method).found();
        }
        return switch (method) {
            case "INVITE" -> about(REINVITE, attempt, examined).found();
            case "BYE" -> about(BYE, attempt, examined).found();
            case "NOTIFY" ->
                (examined.call().kind() != CallKind.SUBSCRIPTION
                                ? about(OTHER, attempt, examined).with("method", method)
                                : about(NOTIFICATION, attempt, examined)
                                        .with("event", header(attempt, "Event", "o"))
                                        .with("type", header(attempt, "Content-Type", "c")))
                        .found();
            case "REFER" ->
                about(TRANSFER, attempt, examined)
                        .with(
                                "target",
                                RefusedRequest.referredTo(attempt.request().orElseThrow()))
                        .found();
            default -> about(OTHER, attempt, examined).with("method", method).found();
        };
    }

    private static Value header(Attempt attempt, String name, String compact) {
        return attempt.request()
                .flatMap(request -> request.header(name, compact))
                .<Value>map(Value::of)
                .orElseGet(Value.Unknown::new);
    }

    private static Finding.Builder about(Kind kind, Attempt attempt, Case examined) {
        Message response = attempt.finalResponse().orElseThrow();
        Origin origin = Origins.of(response, examined);
        // The request with the login may have gone where nobody captured.
        return Finding.about(kind, response.challenge() ? Certainty.LIKELY : Certainty.CERTAIN)
                .proof(response, attempt.request().orElseThrow())
                .saidBy(origin)
                .with("refuser", Value.of(origin.firstSaidBy()))
                .with("code", examined.code(response));
    }
}
