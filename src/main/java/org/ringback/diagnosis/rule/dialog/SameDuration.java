package org.ringback.diagnosis.rule.dialog;

import java.time.Duration;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ringback.call.Call;
import org.ringback.call.Dialog;
import org.ringback.call.Ending;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;

/** Calls that the same host ends after the same time, again and again: a timer, and none that the messages name. */
final class SameDuration implements Rule {

    private static final Kind SAME = Kind.of("same-duration", Weight.TROUBLE, 3261, "15", "ender", "span", "count")
            .unless(
                    "session-timer-ran-out",
                    "session-refresh-unanswered",
                    "session-refresher-unnamed",
                    "session-ran-out-after-refusal",
                    "ack-missing-hangup",
                    "media-timeout",
                    "change-unanswered-ended");

    /** Lengths of timers that end calls, in seconds. People talk for any time, and for these rarely three times. */
    private static final Set<Long> TIMERS =
            Set.of(30L, 32L, 60L, 90L, 120L, 180L, 300L, 600L, 900L, 1200L, 1800L, 3600L, 5400L, 7200L);

    private static final long NEAR_TIMER = 1_000;
    private static final long NEAR_EACH_OTHER = 500;
    private static final int AGAIN = 3;
    private static final int PROOF = 6;

    @Override
    public List<Kind> kinds() {
        return List.of(SAME);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        Optional<Duration> talk = examined.call().times().talkTime().filter(SameDuration::ofTimer);
        if (talk.isEmpty()) {
            return;
        }
        List<Call> same = examined.circumstances().lengths().like(examined.call()).stream()
                .filter(other -> other.times()
                        .talkTime()
                        .filter(time -> Math.abs(time.toMillis() - talk.get().toMillis()) <= NEAR_EACH_OTHER)
                        .isPresent())
                .toList();
        // One card for all of them, at the first.
        if (same.size() < AGAIN || same.getFirst() != examined.call()) {
            return;
        }
        // A timer lets no call pass, and among calls of any length some are as long as any timer.
        LongSummaryStatistics all = examined.circumstances().lengths().besides(examined.call());
        if (all.getMax() > talk.get().toSeconds() + 1 || all.getCount() > 2L * same.size()) {
            return;
        }
        List<Message> ends =
                same.stream().limit(PROOF).flatMap(SameDuration::bye).toList();
        if (!ends.isEmpty()) {
            findings.accept(Finding.about(SAME, Certainty.LIKELY)
                    .proof(ends)
                    .with("ender", Value.of(ends.getFirst().captured().source()))
                    .with("span", Value.of(talk.get()))
                    .with("count", Value.of(same.size()))
                    .found());
        }
    }

    private static boolean ofTimer(Duration talk) {
        long millis = talk.toMillis();
        return TIMERS.contains((millis + NEAR_TIMER) / 1000)
                || TIMERS.contains(millis / 1000)
                || TIMERS.contains((millis - NEAR_TIMER) / 1000);
    }

    private static Stream<Message> bye(Call call) {
        boolean byCaller = call.outcome().ending() == Ending.ANSWERED_ENDED_BY_CALLER;
        return call.dialogs().stream()
                .map(Dialog::bye)
                .flatMap(Optional::stream)
                .filter(bye -> bye.head().request()
                        && bye.captured()
                                        .source()
                                        .host()
                                        .equals(call.opening()
                                                .captured()
                                                .source()
                                                .host())
                                == byCaller)
                .limit(1);
    }
}
