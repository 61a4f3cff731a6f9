package org.ringback.diagnosis.rule.refusal;

import java.time.Duration;
import java.util.Optional;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.evidence.Registrations;

/** Whether what was refused outside of any call was accepted afterwards, under the same Call-ID or another. */
final class LaterSuccess {

    /** A PBX tells the state again when it changes or after a while. Microseconds. */
    private static final long NEXT_NOTIFY = 600_000_000;

    private static final int TOO_BRIEF = 423;

    /** What software needs to ask again for a longer time. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private LaterSuccess() {}

    /** Whether the next request, for as long as the refusal wants it (RFC 3261, 10.2.8), would come after the end of the capture. */
    static boolean cutOff(Refusal refusal, Case examined) {
        return refusal.status() == TOO_BRIEF && !Elapsed.goesOn(examined, refusal.response(), AT_ONCE);
    }

    /** Whether the same was told again, under another Call-ID, and taken. */
    static boolean notified(Refusal refusal, Case examined) {
        return refusal.attempt()
                .request()
                .filter(request -> examined.circumstances().begunAfter(refusal.response(), NEXT_NOTIFY).stream()
                        .filter(call -> call != examined.call()
                                && call.method().equals("NOTIFY")
                                && call.to().equals(examined.call().to())
                                && call.opening().header("Event", "o").equals(request.header("Event", "o"))
                                && call.opening()
                                        .captured()
                                        .destination()
                                        .equals(request.captured().destination()))
                        .flatMap(call -> call.messages().stream())
                        .anyMatch(Message::success))
                .isPresent();
    }

    /** The same device got in afterwards, under this Call-ID or another. */
    static boolean registered(Refusal refusal, Case examined) {
        Registrations all = examined.registrations();
        return all.all().stream()
                .filter(one -> refusal.attempt().request().equals(Optional.of(one.request())))
                .findFirst()
                .filter(refused ->
                        all.after(refused).stream().anyMatch(later -> later.binds() && later.sameDevice(refused)))
                .isPresent();
    }
}
