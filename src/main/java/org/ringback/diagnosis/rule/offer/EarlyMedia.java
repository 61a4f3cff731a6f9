package org.ringback.diagnosis.rule.offer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ringback.call.Attempt;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;

/** What a caller could hear before the answer (RFC 3960): an announcement instead of a code, or nothing at all. */
public final class EarlyMedia implements Rule {

    private static final Kind ANNOUNCED =
            Kind.of("announcement-before-refusal", Weight.TROUBLE, 3960, "3.2", "code", "span", "speaker");
    private static final Kind SILENT = Kind.of("progress-without-sound", Weight.TROUBLE, 3960, "3.2", "span", "sender");

    /** Codes of the signaling itself, about which no announcement speaks, and those of a busy line, whose tone all know. */
    private static final Set<Integer> CLEAR = Set.of(401, 407, 422, 486, 487, 488, 491, 600, 606);

    private static final long WORTH_HEARING = 2_000_000;
    private static final long LONG_SILENCE = 6_000_000;

    @Override
    public List<Kind> kinds() {
        return List.of(ANNOUNCED, SILENT);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.SESSION_PROGRESS);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        for (Attempt attempt : examined.attempts("INVITE")) {
            List<Message> progress = attempt.root().responses().stream()
                    .filter(response ->
                            response.provisional() && response.head().status() > 100)
                    .toList();
            boolean rang =
                    progress.stream().anyMatch(response -> response.head().status() == 180);
            boolean initial =
                    attempt.request().filter(request -> !request.insideDialog()).isPresent();
            if (initial
                    && !rang
                    && progress.stream().anyMatch(response -> response.head().status() == 183)) {
                look(attempt, progress, examined, findings);
            }
        }
    }

    private static void look(Attempt attempt, List<Message> progress, Case examined, Consumer<Finding> findings) {
        Optional<Message> end = attempt.finalResponse().or(attempt::cancel);
        if (end.isEmpty()) {
            return;
        }
        Optional<Message> sound = progress.stream()
                .filter(response -> examined.read(response).sdp().isPresent())
                .findFirst();
        Message first = sound.orElse(progress.getFirst());
        long span = end.get().time() - first.time();
        if (first.time() == Captured.NO_TIME || end.get().time() == Captured.NO_TIME) {
            return;
        }
        int status = end.get().head().status();
        if (sound.isPresent() && status >= 400 && !CLEAR.contains(status) && span >= WORTH_HEARING) {
            findings.accept(Finding.about(ANNOUNCED, Certainty.POSSIBLE)
                    .proof(first, end.get())
                    .with("code", examined.code(end.get()))
                    .with("span", Value.of(Duration.ofMillis(span / 1000)))
                    .with("speaker", Value.of(first.captured().source()))
                    .found());
        } else if (sound.isEmpty() && span >= LONG_SILENCE && progress.stream().noneMatch(EarlyMedia::told)) {
            findings.accept(Finding.about(SILENT, Certainty.POSSIBLE)
                    .proof(first, end.get())
                    .with("span", Value.of(Duration.ofMillis(span / 1000)))
                    .with("sender", Value.of(first.captured().source()))
                    .found());
        }
    }

    /** 181 and 182 tell the phone something of their own. */
    private static boolean told(Message response) {
        return response.head().status() == 181 || response.head().status() == 182;
    }
}
