package org.ringback.diagnosis.rule;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
import org.ringback.diagnosis.evidence.Audio;
import org.ringback.diagnosis.evidence.Case;
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
import org.ringback.sip.Sdp;

/** A change that one side of a running call refused: the call goes on as it was (RFC 3261, 14.1). */
final class ReinviteRefused implements Rule {

    private static final Kind REFUSED =
            Kind.of("reinvite-refused", Weight.TROUBLE, 3261, "14.1", "code", "refuser", "asker");
    private static final Kind ADDED =
            Kind.of("media-addition-refused", Weight.NORMAL, 3264, "8.1", "code", "refuser", "asker", "media");
    private static final Kind FAX_AS_AUDIO = Kind.of("t38-refused", Weight.NORMAL, 3261, "14.1", "code", "refuser");
    private static final Kind FAX_ENDED =
            Kind.of("t38-refused-ended", Weight.FAILURE, 3261, "14.1", "code", "refuser", "span");

    /** 481 and 408 end the dialog (14.1), 491 and 500 are two changes at once (14.2), 422 is about the session timer. */
    private static final List<Integer> OTHERS_BUSINESS = List.of(408, 481, 491, 422);

    /** Sooner it is the refusal that ended the call. */
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private static final Duration SOON = Duration.ofSeconds(10);

    @Override
    public List<Kind> kinds() {
        return List.of(REFUSED, ADDED, FAX_AS_AUDIO, FAX_ENDED);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL, Sign.REFUSED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        boolean faxTold = false;
        for (RefusedInvite refusal : RefusedInvite.ofChanges(examined)) {
            Message invite = refusal.attempt().request().orElseThrow();
            if (takenLater(refusal, examined)
                    || OTHERS_BUSINESS.contains(refusal.status()) || (refusal.status() == 500 && crossed(invite, examined))) {
                continue;
            }
            boolean fax =
                    examined.read(invite).sdp().filter(ReinviteRefused::fax).isPresent();
            List<String> added = added(refusal, invite, examined);
            if (!added.isEmpty() && !fax) {
                findings.accept(about(ADDED, refusal, invite, examined)
                        .with("asker", Value.of(invite.captured().source()))
                        .with("media", Value.of(added))
                        .found());
            } else if (!fax) {
                findings.accept(about(REFUSED, refusal, invite, examined)
                        .with("asker", Value.of(invite.captured().source()))
                        .found());
            } else if (!faxTold) {
                faxTold = true;
                findings.accept(fax(refusal, invite, examined));
            }
        }
    }

    /** What was to be added beside sound to a call that has nothing but sound, and went on with it for a while. */
    private static List<String> added(RefusedInvite refusal, Message invite, Case examined) {
        boolean ended = examined.requests("BYE").stream()
                .findFirst()
                .flatMap(bye -> Elapsed.between(refusal.response(), bye))
                .filter(time -> time.compareTo(AT_ONCE) < 0)
                .isPresent();
        Optional<Sdp> before = examined.exchanges().stream()
                .flatMap(exchange -> exchange.agreed().stream())
                .filter(round -> round.answered().orElseThrow().time() < invite.time())
                .reduce((_, last) -> last)
                .flatMap(Exchange.Round::answer);
        Optional<Sdp> wanted = examined.read(invite).sdp();
        if (ended || before.isEmpty() || wanted.filter(Audio::speaksNow).isEmpty()) {
            return List.of();
        }
        List<String> had = kinds(before.get());
        return kinds(wanted.get()).stream().filter(kind -> !had.contains(kind)).toList();
    }

    private static List<String> kinds(Sdp sdp) {
        return sdp.media().stream()
                .filter(media -> !media.off())
                .map(media -> media.kind().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** Whether the refuser asked to wait (14.2), and took the next try. */
    private static boolean takenLater(RefusedInvite refusal, Case examined) {
        if (refusal.status() < 500 || examined.read(refusal.response()).retryAfter().isEmpty()) {
            return false;
        }
        return examined.attempts("INVITE").stream()
                .flatMap(attempt -> attempt.finalResponse().stream())
                .anyMatch(told -> told.success()
                        && told.time() > refusal.response().time()
                        && told.head().fromTag().equals(refusal.response().head().fromTag()));
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

    private static boolean fax(Sdp sdp) {
        return sdp.media().stream().anyMatch(media -> media.kind().equalsIgnoreCase("image") && !media.off());
    }

    private static Finding fax(RefusedInvite refusal, Message invite, Case examined) {
        Optional<Message> bye = examined.requests("BYE").stream().findFirst();
        Optional<Duration> passed =
                bye.flatMap(end -> Elapsed.between(refusal.response(), end)).filter(time -> time.compareTo(SOON) < 0);
        if (passed.isPresent() && !fellBack(refusal, examined)) {
            return about(FAX_ENDED, refusal, invite, examined)
                    .proof(refusal.response(), invite, bye.orElseThrow())
                    .with("span", Value.of(passed.get()))
                    .found();
        }
        return about(FAX_AS_AUDIO, refusal, invite, examined).found();
    }

    /** Whether sound was agreed on once more after the refusal, as the way for a fax without T.38. */
    private static boolean fellBack(RefusedInvite refusal, Case examined) {
        return examined.exchanges().stream()
                .flatMap(exchange -> exchange.agreed().stream())
                .filter(round -> round.offered().time() > refusal.response().time())
                .anyMatch(round -> round.answer().filter(Audio::speaksNow).isPresent());
    }

    private static Finding.Builder about(Kind kind, RefusedInvite refusal, Message invite, Case examined) {
        Origin origin = Origins.of(refusal.response(), examined);
        // A fax that gives up does so soon, if the capture goes on so long.
        boolean seen = kind.equals(REFUSED)
                || kind.equals(ADDED)
                || (kind.equals(FAX_AS_AUDIO) && Elapsed.goesOn(examined, refusal.response(), SOON));
        return Finding.about(kind, seen ? Certainty.CERTAIN : Certainty.LIKELY)
                .proof(refusal.response(), invite)
                .saidBy(origin)
                .with("code", examined.code(refusal.response()))
                .with("refuser", Value.of(origin.firstSaidBy()));
    }
}
