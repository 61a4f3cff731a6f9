package org.ringback.diagnosis.rule.refusal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.ringback.call.Call;
import org.ringback.call.CallKind;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Causes;
import org.ringback.diagnosis.evidence.Elapsed;
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
import org.ringback.sip.RetryAfter;
import org.ringback.sip.SipUri;

/** A call that was refused: by whom, with what, and how far it had come. */
final class RefusedCall implements Rule {

    private static final Kind AT_ONCE = kind("refused-at-once", "13.3.1.3");
    private static final Kind AFTER_TRYING = kind("refused-after-trying", "13.3.1.3", "wait");
    private static final Kind AFTER_PROGRESS = kind("refused-after-progress", "13.3.1.3", "progress", "wait");
    private static final Kind ALONE = kind("refusal-alone", "17.1.1.2");
    private static final Kind WHILE_RINGING = kind("refused-while-ringing", "13.3.1.3", "rang");
    private static final Kind NUMBER_UNKNOWN = kind("number-unknown", "21.4.5", "target");
    private static final Kind SERVER_FAILED = kind("server-failed", "21.5", "later");
    private static final Kind FEATURE_UNKNOWN = kind("feature-code-unknown", "21.4.5", "dialed");
    private static final Kind SIGNS = kind("number-with-signs", "19.1.1", "dialed");
    private static final Kind FEATURE_REFUSED = kind("feature-code-refused", "21.4.4", "dialed");
    private static final Kind NOBODY_BEHIND = kind("server-behind-silent", "21.5.5");
    private static final Kind NO_REASON = kind("refused-without-reason", "21", "cause");
    private static final Kind NO_RESERVATION =
            Kind.of("preconditions-failed", Weight.FAILURE, 3312, "8", "refuser", "code");

    /** 404, 410, 484, 485 and 604 are all about the number that was dialed (RFC 3261, 21.4 and 21.6). */
    private static final Set<Integer> ABOUT_THE_NUMBER = Set.of(404, 410, 484, 485, 604);

    private static final int BAD_REQUEST = 400;

    /** Codes that gateways make of any cause (RFC 3398, 7.2.4.1 and 8.2.6.1). */
    private static final Set<Integer> SAY_LITTLE = Set.of(480, 500, 503);

    /** Normal, unspecified, and interworking, unspecified. */
    private static final Set<Integer> UNSPECIFIED = Set.of(31, 127);

    /** A number as people write it; servers take digits and a leading plus. */
    private static final Pattern WITH_SIGNS = Pattern.compile("\\+?\\d[\\d ()/.-]*[ ()/][\\d ()/.-]*\\d");

    private static final Set<Integer> NOT_ALLOWED = Set.of(403, 405, 480, 501, 603);

    /** What a server cannot do with this request; nothing in it is broken (21.5.2, 21.5.6, 21.5.7, RFC 5630, RFC 8599). */
    static final Set<Integer> ABOUT_THE_REQUEST = Set.of(501, 505, 513, 555);

    /** Who asks somebody over UDP waits so long before asking again (timer T1, RFC 3261, 17.1.1.2). */
    private static final Duration LISTENED = Duration.ofMillis(500);

    private static final Kind DIGITS = Kind.of(
                    "dialed-digit-by-digit", Weight.NORMAL, 3578, "2.1", "refuser", "code", "later")
            .settling();
    private static final int INCOMPLETE = 484;

    /** So long after the last digit a person presses the next one, in microseconds. */
    private static final long NEXT_DIGIT = 15_000_000;

    private static Kind kind(String id, String section, String... more) {
        String[] places = new String[more.length + 2];
        places[0] = "refuser";
        places[1] = "code";
        System.arraycopy(more, 0, places, 2, more.length);
        return Kind.of(id, Weight.FAILURE, 3261, section, places);
    }

    @Override
    public List<Kind> kinds() {
        return List.of(
                AT_ONCE,
                AFTER_TRYING,
                AFTER_PROGRESS,
                ALONE,
                WHILE_RINGING,
                NUMBER_UNKNOWN,
                DIGITS,
                FEATURE_UNKNOWN,
                FEATURE_REFUSED,
                SIGNS,
                SERVER_FAILED,
                NOBODY_BEHIND,
                NO_REASON,
                NO_RESERVATION);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL, Sign.REFUSED);
    }

    @Override
    public boolean general() {
        return true;
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        if (examined.call().kind() == CallKind.CALL) {
            examined.refusal()
                    .filter(refusal -> refusal.status() >= 400
                            && refusal.status() != 487
                            && !refusal.response().challenge())
                    .map(refusal -> judge(refusal, examined))
                    .ifPresent(findings);
        }
    }

    private static Finding judge(Refusal refusal, Case examined) {
        Optional<Message> ringing = refusal.attempt().ringing();
        if (ringing.isPresent()) {
            return about(WHILE_RINGING, refusal, examined)
                    .proof(refusal.response(), ringing.get())
                    .with("rang", refusal.wait(ringing.get()))
                    .found();
        }
        return digitByDigit(refusal, examined)
                .or(() -> ofDialed(refusal, examined))
                .or(() -> withoutReason(refusal, examined))
                .or(() -> ofServer(refusal, examined))
                .orElseGet(() -> howFar(refusal, examined));
    }

    private static Optional<Finding> digitByDigit(Refusal refusal, Case examined) {
        return refusal.status() == INCOMPLETE
                ? completed(refusal, examined)
                        .map(later -> RefusalFinding.about(DIGITS, Certainty.LIKELY, refusal, examined)
                                .proof(refusal.response(), later.opening())
                                .with("later", later.to().user())
                                .found())
                : Optional.empty();
    }

    /** What may be wrong with what was dialed. */
    private static Optional<Finding> ofDialed(Refusal refusal, Case examined) {
        String target = refusal.target(examined);
        String dialed = SipUri.unescaped(SipUri.of(target).user());
        boolean unknown = ABOUT_THE_NUMBER.contains(refusal.status());
        if ((dialed.startsWith("*") || dialed.startsWith("#")) && (unknown || NOT_ALLOWED.contains(refusal.status()))) {
            // The code may be known, and there was no call to pick up.
            return Optional.of(RefusalFinding.about(
                            unknown ? FEATURE_UNKNOWN : FEATURE_REFUSED, Certainty.LIKELY, refusal, examined)
                    .proof(refusal.proof())
                    .with("dialed", dialed)
                    .found());
        }
        if ((unknown || refusal.status() == BAD_REQUEST)
                && WITH_SIGNS.matcher(dialed).matches()) {
            return Optional.of(RefusalFinding.about(SIGNS, Certainty.LIKELY, refusal, examined)
                    .proof(refusal.proof())
                    .with("dialed", dialed)
                    .found());
        }
        return unknown && !examined.circumstances().others().reached(examined.call())
                ? Optional.of(about(NUMBER_UNKNOWN, refusal, examined)
                        .proof(refusal.proof())
                        .with("target", target.isEmpty() ? new Value.Unknown() : Value.of(target))
                        .found())
                : Optional.empty();
    }

    /** The network's cause that stands for none says that the code says nothing either; words say something. */
    private static Optional<Finding> withoutReason(Refusal refusal, Case examined) {
        return SAY_LITTLE.contains(refusal.status())
                        && ExplainedRefusal.words(examined.read(refusal.origin().answer()), refusal)
                                .isEmpty()
                ? Causes.of(refusal.response(), examined)
                        .filter(cause -> UNSPECIFIED.contains(cause)
                                && Causes.of(refusal.origin().answer(), examined)
                                        .equals(Optional.of(cause)))
                        .map(cause -> about(NO_REASON, refusal, examined)
                                .proof(refusal.proof())
                                .with("cause", new Value.Cause(cause))
                                .found())
                : Optional.empty();
    }

    private static Optional<Finding> ofServer(Refusal refusal, Case examined) {
        if (refusal.status() < 500 || refusal.status() >= 600 || ABOUT_THE_REQUEST.contains(refusal.status())) {
            return Optional.empty();
        }
        Kind kind = ofServer(refusal.status());
        Certainty certainty = kind.equals(NOBODY_BEHIND) ? ofSilence(refusal) : refusal.certainty();
        var finding = RefusalFinding.about(kind, certainty, refusal, examined).proof(refusal.proof());
        return Optional.of(
                (kind.equals(SERVER_FAILED) ? finding.with("later", later(refusal, examined)) : finding).found());
    }

    /** Only whoever says 504 has heard the silence; and who says it at once has hardly listened. */
    private static Certainty ofSilence(Refusal refusal) {
        return refusal.attempt()
                .request()
                .flatMap(request -> Elapsed.between(request, refusal.response()))
                .filter(waited -> waited.compareTo(LISTENED) < 0)
                .map(_ -> Certainty.POSSIBLE)
                .orElse(Certainty.LIKELY);
    }

    /** Where nothing more is known: how far the call had come. */
    private static Finding howFar(Refusal refusal, Case examined) {
        if (refusal.attempt().request().isEmpty()) {
            return about(ALONE, refusal, examined).proof(refusal.response()).found();
        }
        return refusal.attempt()
                .progress()
                .map(progress -> about(AFTER_PROGRESS, refusal, examined)
                        .proof(refusal.response(), progress)
                        .with("progress", examined.code(progress))
                        .with("wait", refusal.wait(progress)))
                .or(() -> refusal.trying()
                        .map(trying -> about(AFTER_TRYING, refusal, examined)
                                .proof(refusal.response(), trying)
                                .with("wait", refusal.wait(trying))))
                .orElseGet(() -> about(AT_ONCE, refusal, examined).proof(refusal.proof()))
                .found();
    }

    /** Whoever cannot serve now may say when to come back (RFC 3261, 20.33); who passes that on often leaves it out. */
    private static Value later(Refusal refusal, Case examined) {
        return examined.read(refusal.origin().answer())
                .retryAfter()
                .map(RetryAfter::seconds)
                .filter(seconds -> seconds > 0)
                .map(seconds -> Value.of(Duration.ofSeconds(seconds)))
                .orElseGet(Value.UntoldSpan::new);
    }

    /** The next call from there with more digits, as whoever sends digits one by one makes it (RFC 3578, 2.1). */
    private static Optional<Call> completed(Refusal refusal, Case examined) {
        Call own = examined.call();
        Captured opening = own.opening().captured();
        String digits = own.to().user();
        return examined
                .circumstances()
                .openedBetween(
                        opening.source().host(),
                        opening.destination().host(),
                        refusal.response().time())
                .stream()
                .takeWhile(call -> call.start() - refusal.response().time() < NEXT_DIGIT)
                .filter(call -> call.kind() == CallKind.CALL
                        && !digits.isEmpty()
                        && call.to().user().length() > digits.length()
                        && call.to().user().startsWith(digits)
                        && call.from().equals(own.from()))
                .findFirst();
    }

    private static Kind ofServer(int status) {
        return switch (status) {
            case 504 -> NOBODY_BEHIND;
            case 580 -> NO_RESERVATION;
            default -> SERVER_FAILED;
        };
    }

    private static Finding.Builder about(Kind kind, Refusal refusal, Case examined) {
        return RefusalFinding.about(kind, refusal.certainty(), refusal, examined);
    }
}
