package org.ringback.diagnosis.incident;

import java.util.Comparator;
import java.util.Optional;
import org.ringback.call.Call;
import org.ringback.call.Ending;
import org.ringback.call.Message;
import org.ringback.call.Unclear;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.diagnosis.Diagnosed;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Origin;

/**
 * What patterns want to know of a call; its findings are not kept, for there may be hundreds of thousands.
 *
 * @param first the first of its legs: who counts calls counts these
 * @param refusal by what it was refused, if it was
 * @param answered when it was answered, in microseconds since 1970, or {@link Captured#NO_TIME}
 * @param over when the BYE came, as {@code answered}; {@link Long#MAX_VALUE} if none was captured
 * @param unanswered whether nobody answered; not where only the answer was not captured
 */
record Struck(Call call, Call first, Optional<Refused> refusal, long answered, long over, boolean unanswered) {

    static final Comparator<Struck> BY_START =
            Comparator.comparingLong((Struck struck) -> struck.call().start());

    /**
     * A refusal.
     *
     * @param by who said so first, as far as that was captured
     */
    record Refused(Endpoint by, Message response) {

        int status() {
            return response.head().status();
        }
    }

    /** As if it stood alone. */
    static Struck of(Diagnosed diagnosed) {
        Call call = diagnosed.call();
        long answered = Captured.NO_TIME;
        long over = Long.MAX_VALUE;
        for (Message message : call.messages()) {
            if (answered == Captured.NO_TIME
                    && message.success()
                    && message.head().method().equals("INVITE")) {
                answered = message.time();
            }
            if (over == Long.MAX_VALUE && message.request("BYE") && message.time() != Captured.NO_TIME) {
                over = message.time();
            }
        }
        return new Struck(call, call, refused(diagnosed), answered, over, unanswered(diagnosed));
    }

    Struck withFirst(Call leg) {
        return new Struck(call, leg, refusal, answered, over, unanswered);
    }

    private static Optional<Refused> refused(Diagnosed diagnosed) {
        Call call = diagnosed.call();
        int code = call.outcome().code();
        if (!diagnosed.refused() || code < 300) {
            return Optional.empty();
        }
        Endpoint by = diagnosed.findings().stream()
                .map(Finding::origin)
                .flatMap(Optional::stream)
                .map(Origin::firstSaidBy)
                .findFirst()
                .orElse(call.outcome().firstSaidBy());
        return call.messages().stream()
                .filter(message -> message.head().status() == code)
                .findFirst()
                .map(response -> new Refused(by, response));
    }

    Endpoint client() {
        return call.opening().captured().source();
    }

    Endpoint server() {
        return call.opening().captured().destination();
    }

    /** Whether no response was captured, be it that there was none or that the capture lacks it. */
    boolean withoutResponse() {
        return timedOut(call) || notCaptured(call);
    }

    /** Who never repeats a request over UDP was answered, unless something shows that the request did not get there. */
    private static boolean unanswered(Diagnosed diagnosed) {
        return timedOut(diagnosed.call()) || (notCaptured(diagnosed.call()) && diagnosed.failed());
    }

    private static boolean timedOut(Call call) {
        return call.outcome().ending() == Ending.TIMED_OUT_LOCALLY;
    }

    private static boolean notCaptured(Call call) {
        return call.outcome().unclear() == Unclear.NO_RESPONSE_CAPTURED;
    }

    boolean timed() {
        return call.start() != Captured.NO_TIME;
    }
}
