package org.ringback.diagnosis.rule.dialog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ringback.call.Attempt;
import org.ringback.call.Dialog;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Audio;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.sip.Sdp;

/** One INVITE that several phones took up: whose sound the caller hears, and who is left in a call with nobody. */
final class ForkedCall implements Rule {

    private static final Kind KEPT =
            Kind.of("second-answer-not-ended", Weight.TROUBLE, 3261, "13.2.2.4", "caller", "first", "second", "span");
    private static final Kind EARLY =
            Kind.of("early-media-of-several", Weight.NORMAL, 3960, "3.1", "caller", "number", "addresses");

    /** The caller has to hang up on all but one at once. */
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    @Override
    public List<Kind> kinds() {
        return List.of(KEPT, EARLY);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        if (examined.dialogs().size() < 2) {
            return;
        }
        kept(examined).ifPresent(findings);
        for (Attempt attempt : examined.setup()) {
            early(attempt, examined).ifPresent(findings);
        }
    }

    /** Two answers to one INVITE, each acknowledged, of which neither is ended soon. */
    private static Optional<Finding> kept(Case examined) {
        List<Dialog> answered = examined.dialogs().stream()
                .filter(dialog ->
                        dialog.answer().isPresent() && dialog.acknowledgement().isPresent())
                .toList();
        for (Dialog first : answered) {
            for (Dialog second : answered) {
                boolean same =
                        first != second && first.callerTag().equals(second.callerTag()) && cseq(first) == cseq(second);
                if (same && later(second, first) && open(first, examined).isPresent()) {
                    Optional<Duration> span = open(second, examined);
                    if (span.isPresent()) {
                        return Optional.of(kept(first, second, span.get()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static long cseq(Dialog dialog) {
        return dialog.answer().orElseThrow().head().cseq();
    }

    private static boolean later(Dialog one, Dialog other) {
        return Elapsed.between(other.answer().orElseThrow(), one.answer().orElseThrow())
                .isPresent();
    }

    /** How long it is seen to go on, if that is longer than it takes to end it at once. */
    private static Optional<Duration> open(Dialog dialog, Case examined) {
        Message answer = dialog.answer().orElseThrow();
        Optional<Duration> span =
                dialog.bye().isPresent() ? Elapsed.between(answer, dialog.bye().get()) : examined.watchedAfter(answer);
        return span.filter(time -> time.compareTo(AT_ONCE) >= 0);
    }

    private static Finding kept(Dialog first, Dialog second, Duration span) {
        Message one = first.answer().orElseThrow();
        Message other = second.answer().orElseThrow();
        return Finding.about(KEPT, Certainty.LIKELY)
                .proof(other, one)
                .with("caller", Value.of(other.captured().destination()))
                .with("first", Value.of(one.head().toTag()))
                .with("second", Value.of(other.head().toTag()))
                .with("span", Value.of(span))
                .found();
    }

    /** A B2BUA that tries one gateway after the other gives several tags as well. */
    private static Optional<Finding> early(Attempt attempt, Case examined) {
        Map<String, Message> forks = new LinkedHashMap<>();
        Set<String> addresses = new HashSet<>();
        List<String> told = new ArrayList<>();
        for (Message message : attempt.root().responses()) {
            if (message.provisional() && !forks.containsKey(message.head().toTag())) {
                Optional<String> address = examined.read(message).sdp().flatMap(ForkedCall::address);
                if (address.isPresent() && addresses.add(address.get())) {
                    forks.put(message.head().toTag(), message);
                    told.add(address.get());
                }
            }
        }
        return forks.size() < 2
                ? Optional.empty()
                : Optional.of(Finding.about(EARLY, Certainty.LIKELY)
                        .proof(List.copyOf(forks.values()))
                        .with("caller", Value.of(attempt.root().client()))
                        .with("number", Value.of(forks.size()))
                        .with("addresses", Value.of(told))
                        .found());
    }

    private static Optional<String> address(Sdp sdp) {
        return Audio.speaking(sdp)
                .findFirst()
                .flatMap(media -> media.address().map(address -> address.host() + ":" + media.port()));
    }
}
