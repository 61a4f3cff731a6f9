package org.ringback.diagnosis.rule.dialog;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
import org.ringback.diagnosis.evidence.Addition;
import org.ringback.diagnosis.evidence.Audio;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Change;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Exchange;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Origins;
import org.ringback.diagnosis.evidence.RefusedInvite;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Origin;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;

/** A change that one side of a running call refused: the call goes on as it was (RFC 3261, 14.1). */
final class ReinviteRefused implements Rule {

    private static final Kind REFUSED = Kind.of(
                    "reinvite-refused", Weight.TROUBLE, 3261, "14.1", "code", "refuser", "asker")
            .unless("session-ran-out-after-refusal");
    private static final Kind KEPT =
            Kind.of("change-refused-kept", Weight.NORMAL, 3261, "14.1", "code", "refuser", "asker");
    private static final Kind FAX_AS_AUDIO = Kind.of("t38-refused", Weight.NORMAL, 3261, "14.1", "code", "refuser");
    private static final Kind FAX_ENDED =
            Kind.of("t38-refused-ended", Weight.FAILURE, 3261, "14.1", "code", "refuser", "span");

    private static final Kind NO_G711 =
            Kind.of("t38-refused-without-g711", Weight.TROUBLE, 3261, "14.1", "code", "refuser", "codecs");
    private static final Kind RESUME =
            Kind.of("resume-refused", Weight.TROUBLE, 3264, "8.4", "code", "refuser", "asker");
    private static final Kind EARLY =
            Kind.of("early-change-refused", Weight.FAILURE, 3311, "5.2", "code", "refuser", "asker", "end");
    private static final Kind CODEC =
            Kind.of("codec-change-refused", Weight.TROUBLE, 3264, "8.3.2", "code", "refuser", "asker", "codecs");
    private static final Kind REFRESH = Kind.of(
                    "refresh-refused-kept", Weight.NORMAL, 4028, "10", "code", "refuser", "asker")
            .unless("session-ran-out-after-refusal");
    private static final Kind HOLD = Kind.of("hold-refused", Weight.TROUBLE, 3264, "8.4", "code", "refuser", "asker");
    private static final Kind ADDED =
            Kind.of("media-addition-refused", Weight.NORMAL, 3264, "8.1", "code", "refuser", "asker", "media");
    private static final Kind ENDED =
            Kind.of("change-refused-ended", Weight.FAILURE, 3261, "14.1", "code", "refuser", "asker", "ender", "span");
    private static final Kind REFRESH_ENDED =
            Kind.of("session-refresh-refused", Weight.FAILURE, 4028, "10", "code", "refuser", "asker", "ender", "span");

    /** 481 and 408 end the dialog (14.1), 491 and 500 are two changes at once (14.2), 422 is about the session timer. */
    private static final List<Integer> OTHERS_BUSINESS = List.of(408, 481, 491, 422);

    /** The only codecs through which tones of a fax get. */
    private static final Set<String> G711 = Set.of("PCMA", "PCMU");

    /** What a description shows beyond doubt. */
    private static final Set<Change> SHOWN = Set.of(Change.HOLD, Change.RESUME, Change.CODEC);

    private static final Duration SOON = AfterRefusal.SOON;

    /** No person hears of a refusal and hangs up within it. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    @Override
    public List<Kind> kinds() {
        return List.of(
                REFUSED,
                KEPT,
                FAX_AS_AUDIO,
                FAX_ENDED,
                NO_G711,
                EARLY,
                CODEC,
                HOLD,
                RESUME,
                REFRESH,
                ADDED,
                ENDED,
                REFRESH_ENDED);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL, Sign.REFUSED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        invites(examined, findings);
        updates(examined, findings);
    }

    private static void invites(Case examined, Consumer<Finding> findings) {
        boolean faxTold = false;
        for (RefusedInvite refusal : RefusedInvite.ofChanges(examined)) {
            Message invite = refusal.attempt().request().orElseThrow();
            Change change = Change.of(invite, examined);
            boolean goesOn = refusal.status() == 481
                    && (change == Change.REFRESH || UnknownCall.knownLater(refusal.attempt(), examined));
            if (takenLater(refusal, examined)
                    || (OTHERS_BUSINESS.contains(refusal.status()) && !goesOn)
                    || (refusal.status() == 500 && crossed(invite, examined))) {
                continue;
            }
            if (change != Change.FAX) {
                judge(refusal, invite, change, goesOn, examined, findings);
            } else if (!faxTold) {
                faxTold = true;
                findings.accept(fax(refusal, invite, examined));
            }
        }
    }

    /** @param goesOn whether the refuser says not to know the call, which is known all the same */
    private static void judge(
            RefusedInvite refusal,
            Message invite,
            Change change,
            boolean goesOn,
            Case examined,
            Consumer<Finding> findings) {
        Optional<Finding> ended = ended(refusal, invite, change, examined);
        ended.ifPresent(findings);
        List<String> added = Addition.of(invite, examined);
        if (ended.isEmpty() && !added.isEmpty()) {
            findings.accept(about(ADDED, refusal, invite, examined)
                    .with("asker", Value.of(invite.captured().source()))
                    .with("media", Value.of(added))
                    .found());
            return;
        }
        Change wanted = cameTrue(refusal, change, examined) ? Change.OTHER : change;
        told(wanted, ended.isPresent(), goesOn, AfterRefusal.kept(refusal, examined))
                .map(kind -> kind.equals(REFUSED) && harmless(refusal, examined) ? KEPT : kind)
                .map(kind -> found(kind, refusal, invite, examined))
                .ifPresent(findings);
    }

    /** Whether the two agreed anew, or sound went on both ways. */
    private static boolean harmless(RefusedInvite refusal, Case examined) {
        return AfterRefusal.retried(refusal, examined) || AfterRefusal.soundAfter(refusal, examined);
    }

    private static void updates(Case examined, Consumer<Finding> findings) {
        for (RefusedInvite refusal : RefusedInvite.ofChanges("UPDATE", examined)) {
            Message update = refusal.attempt().request().orElseThrow();
            if (refusal.status() == 408 || refusal.status() == 491) {
                continue;
            }
            Change change = Change.of(update, examined);
            if (!RefusedInvite.answered(examined)) {
                early(refusal, update, examined).ifPresent(findings);
                continue;
            }
            ended(refusal, update, change, examined).ifPresent(findings);
            if (SHOWN.contains(change) && !cameTrue(refusal, change, examined)) {
                told(change, false, false, false)
                        .map(kind -> found(kind, refusal, update, examined))
                        .ifPresent(findings);
            }
        }
    }

    /** Whether what was wanted came true all the same. */
    private static boolean cameTrue(RefusedInvite refusal, Change change, Case examined) {
        return AfterRefusal.retried(refusal, examined)
                || (change == Change.RESUME && AfterRefusal.soundAfter(refusal, examined));
    }

    /** A change before the answer that is refused, and a call that comes to nothing after it. */
    private static Optional<Finding> early(RefusedInvite refusal, Message update, Case examined) {
        return examined.refusedCall()
                .filter(end -> Elapsed.between(refusal.response(), end.told()).isPresent())
                .map(end -> about(EARLY, refusal, update, examined)
                        .proof(refusal.response(), update, end.response())
                        .with("asker", Value.of(update.captured().source()))
                        .with("end", examined.code(end.response()))
                        .found());
    }

    private static Finding found(Kind kind, RefusedInvite refusal, Message invite, Case examined) {
        Finding.Builder finding = about(kind, refusal, invite, examined)
                .with("asker", Value.of(invite.captured().source()));
        if (kind.equals(CODEC)) {
            finding.with(
                    "codecs",
                    Value.of(examined.read(invite).sdp().map(Audio::codecs).orElse(List.of())));
        }
        return finding.found();
    }

    /** What is said of the change itself; that it ended the call says enough of one that shows no purpose. */
    private static Optional<Kind> told(Change change, boolean ended, boolean goesOn, boolean kept) {
        return switch (change) {
            case HOLD -> Optional.of(HOLD);
            case RESUME -> Optional.of(RESUME);
            case REFRESH -> ended || goesOn ? Optional.empty() : Optional.of(kept ? REFRESH : REFUSED);
            case CODEC -> Optional.of(CODEC);
            default -> ended || goesOn ? Optional.empty() : Optional.of(REFUSED);
        };
    }

    /** Whoever was refused, or refused, hung up before a person could, and nothing was changed in between. */
    private static Optional<Finding> ended(RefusedInvite refusal, Message request, Change change, Case examined) {
        Optional<Message> bye = examined.requests("BYE").stream().findFirst();
        return bye.flatMap(end -> Elapsed.between(refusal.response(), end)
                        .filter(passed -> passed.compareTo(AT_ONCE) <= 0)
                        // No person has a hand in a refresh, so that a clock that counts whole seconds is exact enough.
                        .filter(_ -> change == Change.REFRESH || Elapsed.within(AT_ONCE, refusal.response(), end)))
                .map(passed -> about(change == Change.REFRESH ? REFRESH_ENDED : ENDED, refusal, request, examined)
                        .proof(refusal.response(), request, bye.orElseThrow())
                        .with("asker", Value.of(request.captured().source()))
                        .with("ender", Value.of(bye.orElseThrow().captured().source()))
                        .with("span", Value.of(passed))
                        .found());
    }

    /** Whether the refuser asked to wait (14.2), and took the next try. */
    private static boolean takenLater(RefusedInvite refusal, Case examined) {
        return refusal.status() >= 500
                && examined.read(refusal.response()).retryAfter().isPresent()
                && AfterRefusal.retried(refusal, examined);
    }

    /** Another INVITE of the same sender was still open: the 500 of RFC 3261, 14.2, with its Retry-After. */
    private static boolean crossed(Message invite, Case examined) {
        return examined.attempts("INVITE").stream()
                .flatMap(attempt -> attempt.request().stream())
                .anyMatch(other -> other != invite
                        && other.head().fromTag().equals(invite.head().fromTag())
                        && other.time() != Captured.NO_TIME
                        && Math.abs(other.time() - invite.time()) < 1_000_000);
    }

    private static Finding fax(RefusedInvite refusal, Message invite, Case examined) {
        Optional<Message> bye = examined.requests("BYE").stream().findFirst();
        Optional<Duration> passed =
                bye.flatMap(end -> Elapsed.between(refusal.response(), end)).filter(time -> time.compareTo(SOON) < 0);
        if (passed.isPresent() && !AfterRefusal.fellBack(refusal, examined)) {
            return about(FAX_ENDED, refusal, invite, examined)
                    .proof(refusal.response(), invite, bye.orElseThrow())
                    .with("span", Value.of(passed.get()))
                    .found();
        }
        // What both agreed on after it counts, as the planned way of a fax without T.38.
        Message until =
                AfterRefusal.fellBack(refusal, examined) ? examined.messages().getLast() : invite;
        List<String> codecs =
                Exchange.agreedBefore(until, examined).map(Audio::codecs).orElse(List.of());
        boolean tones = codecs.isEmpty() || codecs.stream().anyMatch(G711::contains);
        return tones
                ? about(FAX_AS_AUDIO, refusal, invite, examined).found()
                : about(NO_G711, refusal, invite, examined)
                        .with("codecs", Value.of(codecs))
                        .found();
    }

    private static Finding.Builder about(Kind kind, RefusedInvite refusal, Message invite, Case examined) {
        Origin origin = Origins.of(refusal.response(), examined);
        // A fax that gives up does so soon, if the capture goes on so long.
        boolean seen = (kind.equals(REFUSED) && !cameTrue(refusal, Change.of(invite, examined), examined))
                || kind.equals(HOLD)
                || kind.equals(RESUME)
                || kind.equals(CODEC)
                || kind.equals(REFRESH)
                || (kind.equals(ADDED) && AfterRefusal.wentOn(refusal, examined))
                || (kind.equals(FAX_AS_AUDIO) && Elapsed.goesOn(examined, refusal.response(), SOON));
        return Finding.about(kind, seen ? Certainty.CERTAIN : Certainty.LIKELY)
                .proof(refusal.response(), invite)
                .saidBy(origin)
                .with("code", examined.code(refusal.response()))
                .with("refuser", Value.of(origin.firstSaidBy()));
    }
}
